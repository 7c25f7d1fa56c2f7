// The rows of a table as the reader wants them: sorted by a column, and those alone that hold some words.

import type { Language } from "./address.svelte";
import { folded } from "./folding";
import { shown, type Column, type Table } from "./view";

/** By which column rows are sorted, counted from 0, and whether the largest comes first. */
export interface Sorting {
  readonly at: number;
  readonly down: boolean;
}

/** What stands in the address for a column. */
export function keyOf<R>(columns: readonly Column<R>[], at: number): string {
  return columns[at]?.key ?? String(at);
}

/** The sorting that the address says, as `budget` or `-budget`; undefined if it names no column. */
export function sortingOf<R>(columns: readonly Column<R>[], said: string): Sorting | undefined {
  const key = said.replace(/^-/, "");
  const at = columns.findIndex((_, at) => keyOf(columns, at) === key);
  return at < 0 ? undefined : { at, down: said.startsWith("-") };
}

/** The rows in an order, those without a value last; without a sorting as they are. */
export function ordered<R>({ columns, rows }: Table<R>, by: Sorting | undefined, lang: Language): R[] {
  const column = by && columns[by.at];
  if (!column) return rows;
  const compare = new Intl.Collator(lang, { numeric: true }).compare;
  const sign = by.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [keyIn(column, a), keyIn(column, b)];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)));
  });
}

/** What a row is sorted by: the place of what it has in a column, else that itself; undefined where it has nothing. */
function keyIn<R>({ value, place }: Column<R>, row: R): string | number | undefined {
  const own = value(row);
  return own === "" || own === undefined ? undefined : place ? place(row) : own;
}

/** The rows in whose cells all of some words stand, in whatever spelling. */
export function holding<R>({ columns, rows }: Table<R>, words: string): R[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  if (!wanted.length) return rows;
  return rows.filter((row) => {
    const cells = columns.map((column) => folded(shown(column, row)));
    return wanted.every((word) => cells.some((cell) => cell.includes(word)));
  });
}
