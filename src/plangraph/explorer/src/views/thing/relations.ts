// The relations of a thing by direction and kind, with the grounds of those that are recorded as links.

import { address, type Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { BASIS, isLeading, isListed, telling, type Direction } from "../../lib/notation";
import { allPlans, otherCity } from "../../lib/scope.svelte";
import { localName, number, PREFIXES, text, type Row } from "../../lib/terms";
import { words } from "./words";

export interface Group {
  direction: Direction;
  relation: string;
  label: string;
  total: number;
  links: Row[];
}

/** A thing that something leads to. */
export interface Named {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  /** How or where it is linked, and of which plan it is, in words; "" where that need not be said. */
  readonly how: string;
  readonly of: string;
}

/** A thing that a link leads to, with the grounds of the link; what is not known of these is "". */
export interface Linked extends Named {
  readonly basis: string;
  readonly basisLabel: string;
  readonly score: number | undefined;
  /** What of it led here, said after its name; "" where it is what something led to. */
  readonly led: string;
  readonly rationale: string;
  readonly source: string;
  readonly sourceLabel: string;
}

export interface Related {
  iri: string;
  kind: string;
  code: string;
  label: string;
  /** The place of its tier and its own in the city's own order, if it has them. */
  tierRank: number | undefined;
  rank: number | undefined;
  inferred: boolean;
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
  // What all stands under a narrower relation, or the other way round, is not said again.
  for (const row of counts.rows)
    if (number(row.repeated) !== number(row.neighbours)) group(row, number(row.neighbours) ?? 0);
  for (const row of links.rows) if (text(row.superseded) !== "true") group(row, 0).links.push(row);
  // What a plan itself lays down is among all that belongs to it, where that is more.
  if (groups.has(`in ${PREFIXES.pg}inPlan`)) groups.delete(`in ${PREFIXES.pg}definedIn`);
  return [...groups.values()]
    .filter(({ relation, direction }) => isListed(relation, direction))
    .sort((a, b) => telling(a.relation) - telling(b.relation) || b.links.length - a.links.length || a.total - b.total);
}

/** The thing at the other end of a link, with the link's grounds. */
export function linkedOf(link: Row): Linked {
  return {
    ...groundsOf(link),
    iri: text(link.other),
    code: text(link.other_code),
    label: text(link.other_label),
    score: number(link.score),
    led: "",
    how: "",
    of: otherCity({ iri: text(link.other), label: text(link.other_label) }, address.lang),
  };
}

/** Things that one relation leads to, under its name. */
export interface Lead {
  readonly title: string;
  readonly things: readonly Named[];
}

/** The plans and elements that a plan is said to work out, to take up or to go with, in the order of telling. */
export function leadsOf(groups: readonly Group[]): Lead[] {
  return groups
    .filter(({ relation, direction, links }) => direction === "out" && isLeading(relation) && links.length)
    .map(({ label, links }) => ({ title: label, things: links.map(linkedOf) }));
}

/** What a thing became in later plans ("out"), or what it was in earlier ones ("in"), with the grounds. */
export async function successionOf(iri: string, lang: Language): Promise<Record<Direction, Linked[]>> {
  const { rows } = await ask("element-succession", { element: iri, lang });
  const of = (direction: Direction) => rows.filter((row) => text(row.direction) === direction).map(successorOf);
  return { out: of("out"), in: of("in") };
}

/** A thing of another plan that takes on an element, or that the element takes on: of these the change is told last. */
export function successorOf(row: Row): Linked {
  const [change, taken] = [text(row.change), text(row.direction) === "in"];
  return {
    ...groundsOf(row),
    iri: text(row.other) || text(row.plan),
    code: text(row.code),
    label: text(row.other ? row.label : row.plan_label),
    score: undefined,
    how: taken ? "" : change,
    led: taken ? words.ledHere(change) : "",
    of: row.other ? text(row.plan_label) : "",
  };
}

/** Things of other cities with like names, the nearest first; none where only one city was built. */
export async function likeOf(iri: string, lang: Language): Promise<Linked[]> {
  if (new Set(allPlans().map(({ city }) => city.iri)).size < 2) return [];
  const { rows } = await ask("like-elements", { element: iri, lang });
  return rows.map((row) => ({
    iri: text(row.other),
    code: text(row.code),
    label: text(row.label),
    how: text(row.city_label),
    of: text(row.plan_label),
    basis: BASIS.suggested,
    basisLabel: "",
    score: number(row.score),
    led: "",
    rationale: "",
    source: "",
    sourceLabel: "",
  }));
}

function groundsOf(row: Row): Pick<Linked, "basis" | "basisLabel" | "rationale" | "source" | "sourceLabel"> {
  return {
    basis: text(row.basis),
    basisLabel: text(row.basis_label),
    rationale: text(row.rationale),
    source: text(row.source),
    sourceLabel: text(row.source_label),
  };
}

/** The next things of a group; those whose IRI is not greater than `after` are known. */
export async function relatedOf(iri: string, group: Group, after: string, lang: Language): Promise<Related[]> {
  const { relation, direction } = group;
  const { rows } = await ask("neighbours", { thing: iri, relation, direction, lang, ...(after && { after }) });
  return rows.map((row) => ({
    iri: text(row.neighbour),
    kind: text(row.kind),
    code: text(row.code),
    label: text(row.label),
    tierRank: number(row.tier_rank),
    rank: number(row.rank),
    inferred: text(row.inferred) === "true",
  }));
}

/** Things that came by the hundred, in the city's own order over all hundreds; what it ranks not stays as it came. */
export function inOrder(things: readonly Related[]): Related[] {
  const after = (one = -1, other = -1) => one - other;
  return things.toSorted((one, other) => after(one.tierRank, other.tierRank) || after(one.rank, other.rank));
}
