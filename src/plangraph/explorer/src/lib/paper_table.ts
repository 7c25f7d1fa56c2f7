// A table as it stands on paper: what is told before it, over its rows and below them, and how wide its columns are.

import { alike, laid, rare } from "./paper";
import { shown, type Column } from "./view";

export interface PaperTable<R> {
  /** What stands in columns. */
  readonly columns: readonly Column<R>[];
  /** The shares of these, in per cent, on upright paper and across. */
  readonly upright: readonly number[];
  readonly across: readonly number[];
  /** What stands over the rows that follow each other and share it. */
  readonly heading: Column<R> | undefined;
  /** What stands below the few rows that have it. */
  readonly notes: readonly Column<R>[];
  /** What is the same in all rows, as far as it says something. */
  readonly common: readonly { readonly label: string; readonly text: string }[];
}

/** Set a table on paper; the texts of a column that is numeric are not broken. */
export function onPaper<R>(
  all: readonly Column<R>[],
  rows: readonly R[],
  isNumeric: (column: Column<R>) => boolean,
): PaperTable<R> {
  const columns = all.filter(({ screen }) => !screen);
  const texts = new Map(columns.map((column) => [column, rows.map((row) => shown(column, row))]));
  const [apart, below] = [alike([...texts.values()]), rare([...texts.values()])];
  const differing = columns.filter((_, at) => !apart[at] && !below[at]);
  const { over, upright, across } = laid(
    differing.map((column) => ({ head: column.label, cells: texts.get(column)!, whole: isNumeric(column) })),
  );
  const same = columns
    .filter((_, at) => apart[at])
    .map((column) => ({ label: column.label, text: texts.get(column)![0]! }));
  return {
    columns: differing.filter((_, at) => at !== over),
    upright,
    across,
    heading: differing[over],
    notes: columns.filter((_, at) => below[at]),
    common: same.filter(({ text }) => text),
  };
}
