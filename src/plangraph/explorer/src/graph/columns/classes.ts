// The classes by which the elements of a plan are told apart: grade, money, and how much the budget changed.

import type { Grade } from "../../lib/outline";

/** What is known of an element in the year that is looked at. */
export interface Fact {
  readonly grade: Grade | undefined;
  /** Yen. */
  readonly budget: number | undefined;
  /** By which share of the budget of the year before the budget grew; below 0 where it shrank. */
  readonly change: number | undefined;
}

export type Facts = ReadonlyMap<string, Fact>;

/** The bounds between the classes of change, as shares. */
const CHANGES = [-0.2, -0.05, 0.05, 0.2] as const;
/** The class of what is not known. */
export const UNKNOWN = "unknown";

/** The class of a change, counted from the strongest fall: 0 to 4. */
export function classOfChange(change: number | undefined): string {
  return change === undefined ? UNKNOWN : String(CHANGES.filter((bound) => change >= bound).length);
}

/** The class of an amount: how many digits it has; nothing is a class of its own. */
export function classOfMoney(yen: number | undefined): string {
  if (yen === undefined) return UNKNOWN;
  return yen > 0 ? String(Math.floor(Math.log10(yen)) + 1) : "0";
}

export interface Share {
  readonly key: string;
  /** Of all elements, up to 1. */
  readonly share: number;
}

/** How some elements are spread over the classes, in the order of the classes. */
export function sharesOf(ids: readonly string[], classOf: (id: string) => string, order: readonly string[]): Share[] {
  const tally = new Map<string, number>();
  for (const id of ids) tally.set(classOf(id), (tally.get(classOf(id)) ?? 0) + 1);
  return order.flatMap((key) => (tally.has(key) ? [{ key, share: tally.get(key)! / ids.length }] : []));
}

/** What is known of each element: its grade, its budget, and that of the year before, by element and year. */
export function factsOf(
  elements: Iterable<{ readonly iri: string; readonly grade: Grade | undefined; readonly budget: number | undefined }>,
  year: number,
  budgets: readonly { readonly iri: string; readonly year: number; readonly budget: number }[],
): Facts {
  const before = new Map(budgets.filter((one) => one.year === year - 1).map(({ iri, budget }) => [iri, budget]));
  return new Map(
    [...elements].map(({ iri, grade, budget }) => {
      const last = before.get(iri);
      return [iri, { grade, budget, change: budget !== undefined && last ? budget / last - 1 : undefined }];
    }),
  );
}
