// The figures of a thing as its page tells them: over the years where a kind is known of several, else one by one.

import { number, text, type Row } from "../../lib/terms";

/** A kind of figure and its row of each year. */
export interface Yearly {
  /** The kind (IRI). */
  readonly kind: string;
  readonly label: string;
  readonly of: ReadonlyMap<number, Row>;
}

export interface Told {
  readonly years: readonly number[];
  readonly kinds: readonly Yearly[];
  /** The figures over the years that have a note, in the order in which they are read. */
  readonly noted: readonly Row[];
  /** Those told one by one. */
  readonly others: readonly Row[];
}

/** Sort figures into kinds that are known of several years, and others; a year's first figure of a kind is taken. */
export function overTheYears(figures: readonly Row[]): Told {
  const byKind = new Map<string, Map<number, Row>>();
  for (const row of figures) {
    const year = number(row.year);
    if (year === undefined) continue;
    const rows = byKind.get(text(row.kind)) ?? new Map<number, Row>();
    if (!rows.has(year)) byKind.set(text(row.kind), rows.set(year, row));
  }
  // What is known of one year stands beside what is known of several, if anything is.
  const several = [...byKind.values()].some((rows) => rows.size > 1);
  const kinds = (several ? [...byKind] : []).map(([kind, of]) => ({
    kind,
    label: text([...of.values()][0]!.kind_label),
    of,
  }));
  const years = [...new Set(kinds.flatMap(({ of }) => [...of.keys()]))].sort((one, other) => one - other);
  const told = kinds.flatMap(({ of }) => years.map((year) => of.get(year)).filter((row) => row !== undefined));
  return { years, kinds, noted: told.filter(({ note }) => note), others: figures.filter((row) => !told.includes(row)) };
}
