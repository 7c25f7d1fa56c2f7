// The figures of a thing that can be drawn over the years: for each unit, a line for each kind.

import { number, text, type Row } from "./terms";

export interface Point {
  readonly year: number;
  readonly value: number;
}

export interface Line {
  /** The kind of figure (IRI). */
  readonly kind: string;
  readonly label: string;
  readonly points: readonly Point[];
}

export interface Chart {
  /** The unit (IRI). */
  readonly unit: string;
  readonly unitLabel: string;
  readonly lines: readonly Line[];
  readonly years: readonly [number, number];
  /** The ends of the scale: it always holds 0. */
  readonly least: number;
  readonly most: number;
}

/** A chart for each unit in which figures of several years are known; a year's first figure of a kind is taken. */
export function chartsOf(figures: readonly Row[]): Chart[] {
  const units = new Map<string, Row[]>();
  for (const row of figures) {
    if (number(row.year) === undefined || number(row.value) === undefined) continue;
    units.set(text(row.unit), [...(units.get(text(row.unit)) ?? []), row]);
  }
  return [...units].flatMap(([unit, rows]) => {
    const years = rows.map((row) => number(row.year)!);
    const span = [Math.min(...years), Math.max(...years)] as const;
    if (span[0] === span[1]) return [];
    const values = rows.map((row) => number(row.value)!);
    return [
      {
        unit,
        unitLabel: text(rows[0]!.unit_label),
        lines: linesOf(rows),
        years: span,
        ...scaleOf(values),
      },
    ];
  });
}

/** The ends of a scale for some values. */
export function scaleOf(values: readonly number[]): { least: number; most: number } {
  const least = Math.min(...values, 0);
  return { least, most: Math.max(...values, 0) || (least < 0 ? 0 : 1) };
}

function linesOf(rows: readonly Row[]): Line[] {
  const kinds = new Map<string, { label: string; points: Map<number, number> }>();
  for (const row of rows) {
    const line = kinds.get(text(row.kind)) ?? { label: text(row.kind_label), points: new Map<number, number>() };
    const year = number(row.year)!;
    if (!line.points.has(year)) line.points.set(year, number(row.value)!);
    kinds.set(text(row.kind), line);
  }
  return [...kinds].map(([kind, { label, points }]) => ({
    kind,
    label,
    points: [...points].map(([year, value]) => ({ year, value })).sort((one, other) => one.year - other.year),
  }));
}
