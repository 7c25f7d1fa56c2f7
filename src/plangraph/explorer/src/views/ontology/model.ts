// The ontology as it is drawn: classes in their hierarchy, properties by where they lead.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { lineage, parentsIn, type Parents } from "../../lib/classes";
import { compact, number, PREFIXES, text } from "../../lib/terms";

export interface OwlClass {
  iri: string;
  label: string;
  definition: string;
  things: number;
}
export interface Property {
  iri: string;
  label: string;
  definition: string;
  isRelation: boolean;
  domain: string;
  range: string;
  uses: number;
}
export interface Ontology {
  classes: Map<string, OwlClass>;
  parents: Parents;
  properties: Property[];
}

/** Fetches the ontology's classes and properties. */
export async function ontology(lang: Language): Promise<Ontology> {
  const [classRows, propertyRows] = await Promise.all([ask("classes", { lang }), ask("properties", { lang })]);
  const classes = new Map<string, OwlClass>();
  for (const row of classRows.rows) {
    const iri = text(row.class);
    classes.set(iri, {
      iri,
      label: text(row.label),
      definition: text(row.definition),
      things: number(row.things) ?? 0,
    });
  }
  const properties = new Map<string, Property>();
  for (const row of propertyRows.rows) {
    const iri = text(row.property);
    properties.set(iri, {
      iri,
      label: text(row.label),
      definition: text(row.definition),
      isRelation: text(row.type) === `${PREFIXES.owl}ObjectProperty`,
      domain: text(row.domain),
      range: text(row.range),
      uses: number(row.uses) ?? 0,
    });
  }
  return { classes, parents: parentsIn(classRows.rows), properties: [...properties.values()] };
}

/** What of the ontology the data use, and a class that is looked at with all above it and what leads to or from it. */
export function inUse(model: Ontology, at: string): Ontology {
  const line = lineage(at, model.parents);
  const isUsed = ({ uses, domain, range }: Property) => uses > 0 || domain === at || range === at;
  return {
    parents: model.parents,
    classes: new Map([...model.classes].filter(([iri, { things }]) => things > 0 || line.includes(iri))),
    properties: model.properties.filter(model.classes.get(at)?.things === 0 ? isUsed : ({ uses }) => uses > 0),
  };
}

/** The name of a class, or its prefixed name if it is not ours. */
export function classLabel({ classes }: Ontology, iri: string): string {
  return classes.get(iri)?.label ?? compact(iri);
}

/** The classes right below one; of "" those that stand below none that has a name. */
export function narrower({ classes, parents }: Ontology, iri: string): OwlClass[] {
  const isBelow = (one: OwlClass) => {
    const above = parents.get(one.iri) ?? [];
    return iri ? above.includes(iri) : !above.some((parent) => classes.has(parent));
  };
  return [...classes.values()].filter(isBelow).sort((a, b) => b.things - a.things || a.label.localeCompare(b.label));
}
