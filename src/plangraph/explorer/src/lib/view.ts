// What a view hands to its frame.

import { count } from "./format";
import type { Top } from "./hues.svelte";
import type { Row } from "./terms";

export interface Column<R = Row> {
  /** What stands in the address for it where the order of the rows is kept there. */
  key?: string;
  label: string;
  /** What is shown, sorted by and downloaded: a number where it is one. */
  value: (row: R) => string | number | undefined;
  /** What is shown where there is no value: why there is none. */
  none?: (row: R) => string;
  /** Its place in the city's order, by which rows are sorted where there is one. */
  place?: (row: R) => number | undefined;
  /** How a number is written; others are shown as they are. */
  format?: (value: number) => string;
  /** Where the cell leads. */
  href?: (row: R) => string | undefined;
  /** The language of the cell's text if it is not the reader's. */
  lang?: string;
  /** Whether it is for the screen only, as the address of a row that has no name. */
  screen?: boolean;
  /** Whether it holds sentences, which are given room. */
  prose?: boolean;
}

/** What stands in a cell. */
export function shown<R>(column: Column<R>, row: R): string {
  const value = column.value(row);
  if (typeof value === "number") return column.format ? column.format(value) : count(value, 2);
  return value ?? column.none?.(row) ?? "";
}

export interface Table<R = Row> {
  /** Its title, also the name of a download. */
  title: string;
  columns: Column<R>[];
  rows: R[];
}

export interface LegendEntry {
  key: string;
  label: string;
  /** A class (IRI), for its mark. */
  kind?: string;
  /** The top-level element that it stands for, for its hue. */
  top?: Top | undefined;
  /** A CSS colour, for a plain swatch. */
  colour?: string;
  /** A basis (IRI), for its line. */
  line?: string;
  count?: number;
}
