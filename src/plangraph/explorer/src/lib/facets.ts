// Facets: how many rows have each value, and the rows that have those chosen.

import { listed, withOrWithout } from "./listed";

/** A value of a facet, as it is kept in the address and as it is shown. */
export interface Value {
  readonly key: string;
  readonly label: string;
  /** Its place in the city's order, where it has one. */
  readonly place?: number | undefined;
}

export interface Facet<R> {
  /** What stands in the address for it. */
  readonly key: string;
  readonly label: string;
  /** The values that a row has. */
  readonly values: (row: R) => readonly Value[];
  /** Whether the values stand in the city's order, or that of their keys, and not in that of their counts. */
  readonly inOrder?: boolean;
}

export interface Counted extends Value {
  readonly count: number;
  readonly chosen: boolean;
}

/** The key of what is not known. */
export const UNKNOWN = "unknown";

export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** What is chosen of each facet, as an address says it. */
export function choiceOf<R>(facets: readonly Facet<R>[], query: Readonly<Record<string, string>>): Choice {
  return new Map(facets.map(({ key }) => [key, new Set(listed(query[key]))]));
}

/** What the address says after a value was chosen or put away. */
export function toggled(choice: Choice, facet: string, value: string): string {
  return withOrWithout(choice.get(facet) ?? [], value);
}

/** The rows that have, of every facet in which something is chosen, one of the values chosen. */
export function chosenRows<R>(rows: readonly R[], facets: readonly Facet<R>[], choice: Choice, except = ""): R[] {
  const asked = facets.filter(({ key }) => key !== except && choice.get(key)?.size);
  return rows.filter((row) =>
    asked.every((facet) => facet.values(row).some(({ key }) => choice.get(facet.key)!.has(key))),
  );
}

/** The values of a facet, each with how many rows it would leave, the unknown last; those chosen stay in any case. */
export function counted<R>(
  rows: readonly R[],
  facets: readonly Facet<R>[],
  choice: Choice,
  facet: Facet<R>,
  compare: (one: string, other: string) => number,
): Counted[] {
  const chosen = choice.get(facet.key) ?? new Set();
  const found = new Map<string, Value & { count: number; chosen: boolean }>();
  const note = (row: R, by: number) => {
    for (const each of new Map(facet.values(row).map((value) => [value.key, value])).values()) {
      const value = found.get(each.key) ?? { ...each, count: 0, chosen: chosen.has(each.key) };
      value.count += by;
      found.set(each.key, value);
    }
  };
  for (const row of chosenRows(rows, facets, choice, facet.key)) note(row, 1);
  for (const row of rows) note(row, 0);
  return [...found.values()]
    .filter((value) => value.count || value.chosen)
    .sort(
      (one, other) =>
        Number(one.key === UNKNOWN) - Number(other.key === UNKNOWN) ||
        (facet.inOrder
          ? placeOf(one) - placeOf(other) || compare(one.key, other.key)
          : other.count - one.count || compare(one.label, other.label)),
    );
}

function placeOf({ place }: Value): number {
  return place ?? 0;
}
