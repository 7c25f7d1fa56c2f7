// The ontology as it is drawn: classes in their hierarchy, properties by where they lead.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { compact, number, PREFIXES, text } from "../../lib/terms";

export interface OwlClass {
  iri: string;
  label: string;
  definition: string;
  parents: string[];
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
  properties: Property[];
}

/** Fetches the ontology's classes and properties. */
export async function ontology(lang: Language): Promise<Ontology> {
  const [classRows, propertyRows] = await Promise.all([ask("classes", { lang }), ask("properties", { lang })]);
  const classes = new Map<string, OwlClass>();
  for (const row of classRows.rows) {
    const iri = text(row.class);
    const known = classes.get(iri);
    const parent = text(row.parent);
    if (known) known.parents.push(parent);
    else {
      classes.set(iri, {
        iri,
        label: text(row.label),
        definition: text(row.definition),
        parents: parent ? [parent] : [],
        things: number(row.things) ?? 0,
      });
    }
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
  return { classes, properties: [...properties.values()] };
}

/** What of the ontology the data use, and a class that is looked at with all above it and what leads to or from it. */
export function inUse(model: Ontology, at: string): Ontology {
  const line = lineage(model, at);
  const isUsed = ({ uses, domain, range }: Property) => uses > 0 || domain === at || range === at;
  return {
    classes: new Map([...model.classes].filter(([iri, { things }]) => things > 0 || line.includes(iri))),
    properties: model.properties.filter(model.classes.get(at)?.things === 0 ? isUsed : ({ uses }) => uses > 0),
  };
}

/** The name of a class, or its prefixed name if it is not ours. */
export function classLabel({ classes }: Ontology, iri: string): string {
  return classes.get(iri)?.label ?? compact(iri);
}

/** The classes right below one; of "" those that stand below none that has a name. */
export function narrower({ classes }: Ontology, iri: string): OwlClass[] {
  const isBelow = (one: OwlClass) =>
    iri ? one.parents.includes(iri) : !one.parents.some((parent) => classes.has(parent));
  return [...classes.values()].filter(isBelow).sort((a, b) => b.things - a.things || a.label.localeCompare(b.label));
}

/** A class and all above it, itself first. */
export function lineage(model: Ontology, iri: string): string[] {
  const seen = [iri];
  for (let at = 0; at < seen.length; at += 1) {
    for (const parent of model.classes.get(seen[at]!)?.parents ?? []) if (!seen.includes(parent)) seen.push(parent);
  }
  return seen;
}
