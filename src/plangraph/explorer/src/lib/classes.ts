// Which class of the ontology stands below which, as the question `classes` says it.

import { text, type Row } from "./terms";

/** For each class (IRI) those right above it. */
export type Parents = ReadonlyMap<string, readonly string[]>;

/** The classes of the rows of the question `classes`. */
export function parentsIn(rows: readonly Row[]): Parents {
  const parents = new Map<string, string[]>();
  for (const row of rows) {
    const above = parents.get(text(row.class)) ?? [];
    parents.set(text(row.class), row.parent ? [...above, text(row.parent)] : above);
  }
  return parents;
}

/** A class and all above it, itself first, then from the nearest up. */
export function lineage(kind: string, parents: Parents): string[] {
  const seen = new Set([kind]);
  for (const at of seen) for (const parent of parents.get(at) ?? []) seen.add(parent);
  return [...seen];
}
