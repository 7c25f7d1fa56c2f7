// The relations of a thing by direction and kind, with the grounds of those that are recorded as links.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { compact, localName, number, text, type Row } from "../../lib/terms";

export type Direction = "out" | "in";

export interface Group {
  direction: Direction;
  relation: string;
  label: string;
  total: number;
  links: Row[];
}

export interface Related {
  iri: string;
  kind: string;
  code: string;
  label: string;
  inferred: boolean;
}

// What the map of the place, the figures and the sources show already.
const ELSEWHERE = new Set([
  "pg:within",
  "pg:contains",
  "pg:partOf",
  "pg:contributesTo",
  "pg:subject",
  "pg:object",
  "pg:relation",
  "pg:basis",
  "pg:supersedes",
  "pg:about",
  "pg:kind",
  "pg:unit",
  "pg:evaluates",
  "pg:grade",
  "pg:direction",
  "prov:hadPrimarySource",
  "dcterms:isPartOf",
  "skos:broader",
  "org:unitOf",
  "org:subOrganizationOf",
  "org:transitiveSubOrganizationOf",
  "org:postIn",
  "geo:sfWithin",
  "rdf:type",
]);

// What follows from other relations, or belongs to every element, comes last.
const LAST = ["pg:inheritsGoal", "pg:coversGoal", "pg:definedIn", "pg:inPlan"];

function order({ relation }: Group): number {
  return LAST.indexOf(compact(relation));
}

/** The groups of relations of a thing, those from it first. */
export async function groupsOf(iri: string, lang: Language): Promise<Group[]> {
  const [counts, links] = await Promise.all([
    ask("neighbour-counts", { thing: iri, lang }),
    ask("links-of-thing", { thing: iri, lang }),
  ]);
  const groups = new Map<string, Group>();
  const group = (row: Row, total: number): Group => {
    const [direction, relation] = [text(row.direction) as Direction, text(row.relation)];
    const key = `${direction} ${relation}`;
    if (!groups.has(key)) {
      groups.set(key, {
        direction,
        relation,
        label: text(row.relation_label) || localName(relation),
        total,
        links: [],
      });
    }
    return groups.get(key)!;
  };
  for (const row of counts.rows) group(row, number(row.neighbours) ?? 0);
  for (const row of links.rows) if (text(row.superseded) !== "true") group(row, 0).links.push(row);
  const { compare } = new Intl.Collator(lang, { numeric: true });
  for (const { links: own } of groups.values()) own.sort((a, b) => compare(text(a.other_code), text(b.other_code)));
  return [...groups.values()]
    .filter(({ relation }) => !ELSEWHERE.has(compact(relation)))
    .sort((a, b) => order(a) - order(b) || b.links.length - a.links.length || a.total - b.total);
}

/** The next things of a group, in the order of their IRIs; those before `after` are known. */
export async function relatedOf(iri: string, group: Group, after: string, lang: Language): Promise<Related[]> {
  const { relation, direction } = group;
  const { rows } = await ask("neighbours", { thing: iri, relation, direction, lang, ...(after && { after }) });
  return rows.map((row) => ({
    iri: text(row.neighbour),
    kind: text(row.kind),
    code: text(row.code),
    label: text(row.label),
    inferred: text(row.inferred) === "true",
  }));
}
