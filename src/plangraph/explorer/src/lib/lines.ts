// The figures of a thing that can be drawn over the years: for each unit, a line for each kind. Briefs choose them by
// themselves (plangraph/briefs/lines.py); both are held to tests/figures_over_years.json.

import lineCharts from "../generated/line_charts.json";
import { number, PREFIXES, text, type Row } from "./terms";

export interface Point {
  readonly year: number;
  readonly value: number;
}

export interface Line {
  /** The kind of figure (IRI). */
  readonly kind: string;
  readonly label: string;
  readonly points: readonly Point[];
  /** Why no line joins the points; they are joined without it. */
  readonly apart?: string;
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

/** The kinds of figures (IRI) that are the way an indicator is to go: one line from the first to the last. */
const AIM = lineCharts.aim.map((name) => PREFIXES.pg + name);

/** A chart for each unit in which something is known of several years; a year's first figure of a kind is taken. */
export function chartsOf(figures: readonly Row[]): Chart[] {
  const units = new Map<string, Row[]>();
  for (const row of byYear(figures)) {
    if (yearOf(row) === undefined || number(row.value) === undefined) continue;
    units.set(text(row.unit), [...(units.get(text(row.unit)) ?? []), row]);
  }
  return [...units].flatMap(([unit, rows]) => {
    const years = rows.map((row) => yearOf(row)!);
    const span = [Math.min(...years), Math.max(...years)] as const;
    const values = rows.map((row) => number(row.value)!);
    const lines = linesOf(rows);
    if (!lines.some(({ points }) => points.length > 1)) return [];
    return [
      {
        unit,
        unitLabel: text(rows[0]!.unit_label),
        lines,
        years: span,
        ...scaleOf(values),
      },
    ];
  });
}

/** The fiscal year of a figure, or that in which its date lies. */
function yearOf(row: Row): number | undefined {
  return number(row.year) ?? number(row.within_year);
}

/** Figures with those of whole years first, and of dated ones the latest: it stands for a year that has no other. */
function byYear(figures: readonly Row[]): Row[] {
  const dated = figures.filter((row) => number(row.year) === undefined);
  return [...figures.filter((row) => !dated.includes(row)), ...dated.reverse()];
}

/** The ends of a scale for some values. */
export function scaleOf(values: readonly number[]): { least: number; most: number } {
  const least = Math.min(...values, 0);
  return { least, most: Math.max(...values, 0) || (least < 0 ? 0 : 1) };
}

function linesOf(rows: readonly Row[]): Line[] {
  const kinds = new Map<string, { labels: Set<string>; points: Map<number, number> }>();
  for (const row of rows) {
    const kind = AIM.includes(text(row.kind)) ? AIM[0]! : text(row.kind);
    const line = kinds.get(kind) ?? { labels: new Set<string>(), points: new Map<number, number>() };
    const year = yearOf(row)!;
    if (!line.points.has(year)) line.points.set(year, number(row.value)!);
    line.labels.add(text(row.kind_label));
    kinds.set(kind, line);
  }
  return [...kinds].map(([kind, { labels, points }]) => ({
    kind,
    label: [...labels].join(" → "),
    points: [...points].map(([year, value]) => ({ year, value })).sort((one, other) => one.year - other.year),
  }));
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Which of some words from left to right are written: the last, the first, and of the others those that touch none. */
export function apart(words: readonly Box[]): boolean[] {
  const written = words.slice(-1);
  return words.map((word, at) => {
    if (at === words.length - 1) return true;
    const isClear = !written.some(
      (other) =>
        word.left < other.right && other.left < word.right && word.top < other.bottom && other.top < word.bottom,
    );
    if (isClear) written.push(word);
    return isClear;
  });
}

type Spot = readonly [x: number, y: number];

const MARK = 4; // pixels from the middle of a mark to its edge

/** How many stretches and marks of lines, each given by its points from left to right, lie in a box or touch it. */
export function crossings(box: Box, lines: readonly (readonly Spot[])[]): number {
  const isHit = ([[x1, y1], [x2, y2]]: readonly [Spot, Spot]) => {
    const [from, to] = [Math.max(x1, box.left), Math.min(x2, box.right)];
    if (from > to) return false;
    const [one, other] = [from, to].map((x) => (x1 === x2 ? y1 : y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)));
    return Math.min(one!, other!) < box.bottom + MARK && Math.max(one!, other!) > box.top - MARK;
  };
  return lines.flatMap((spots) => spots.map((spot, at) => [spot, spots[at + 1] ?? spot] as const)).filter(isHit).length;
}
