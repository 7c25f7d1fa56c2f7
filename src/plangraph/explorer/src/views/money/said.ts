// How changes of amounts are said.

import type { Series } from "../../lib/budgets";
import { asMoney, share } from "../../lib/format";
import { changeOf } from "./series";

export function signed(amount: number): string {
  return `${amount > 0 ? "+" : ""}${asMoney(amount)}`;
}

/** A change in percent; empty where it began with nothing, or with an income. */
export function percent(from: number, to: number): string {
  return from > 0 ? `${to > from ? "+" : ""}${share(to / from - 1)}` : "";
}

/** By how much a row changed, as an amount and in percent; empty where that is not known. */
export function changed(series: Series): string {
  const change = changeOf(series);
  return change ? `${signed(change.to - change.from)} ${percent(change.from, change.to)}`.trim() : "";
}
