// What things are called together where they are told apart by kind: an office is an office, on whatever level.

import { ask } from "../../lib/api";
import { lineage, parentsIn } from "../../lib/classes";
import { familyOf } from "../../lib/notation";
import { PREFIXES, type Row } from "../../lib/terms";

/** For each class (IRI) the widest one above it that is the ontology's own and under which all things look the same. */
export type Sorts = ReadonlyMap<string, string>;

/** Fetch the sorts of all classes. */
export async function fetchSorts(): Promise<Sorts> {
  return toSorts((await ask("classes")).rows, (kind) => familyOf(kind).iri);
}

/** The sorts of the rows of the question `classes`; `lookOf` gives what the look of a class is called. */
export function toSorts(rows: readonly Row[], lookOf: (kind: string) => string): Sorts {
  const parents = parentsIn(rows);
  const lineages = new Map([...parents.keys()].map((kind) => [kind, lineage(kind, parents)]));
  const looks = new Map<string, string[]>();
  for (const [kind, above] of lineages)
    for (const wider of above) looks.set(wider, [...(looks.get(wider) ?? []), lookOf(kind)]);
  const joins = (kind: string) => kind.startsWith(PREFIXES.pg) && new Set(looks.get(kind)).size === 1;
  const width = (kind: string) => looks.get(kind)?.length ?? 0;
  const widest = (kinds: readonly string[]) => kinds.reduce((one, other) => (width(other) > width(one) ? other : one));
  return new Map([...lineages].map(([kind, above]) => [kind, widest([kind, ...above.filter(joins)])]));
}
