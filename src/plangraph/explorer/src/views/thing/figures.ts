// The figures of a thing as its page tells them: over the years where a kind is known of several, else one by one.

import { address } from "../../lib/address.svelte";
import type { CityOrder } from "../../lib/city_order";
import { isMoney } from "../../lib/currency.svelte";
import { asMoney, count, fiscalYear, moment, withUnit } from "../../lib/format";
import { chartsOf, type Chart } from "../../lib/lines";
import { number, PREFIXES, text, type Row } from "../../lib/terms";

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
  const kinds = (fillsRows([...byKind.values()]) ? [...byKind] : []).map(([kind, of]) => ({
    kind,
    label: text([...of.values()][0]!.kind_label),
    of,
  }));
  const years = [...new Set(kinds.flatMap(({ of }) => [...of.keys()]))].sort((one, other) => one - other);
  const told = kinds.flatMap(({ of }) => years.map((year) => of.get(year)).filter((row) => row !== undefined));
  return { years, kinds, noted: told.filter(({ note }) => note), others: figures.filter((row) => !told.includes(row)) };
}

/** Whether rows of years say more than they leave open: not so a baseline and the targets of later years. */
function fillsRows(kinds: readonly ReadonlyMap<number, Row>[]): boolean {
  const years = new Set(kinds.flatMap((of) => [...of.keys()]));
  const known = kinds.reduce((sum, of) => sum + of.size, 0);
  return kinds.some(({ size }) => size > 1) && 2 * known > kinds.length * years.size;
}

/** The figures of a kind, by the local name of the kind. */
export function ofKind(figures: readonly Row[], kind: string): Row[] {
  return figures.filter((row) => text(row.kind) === PREFIXES.pg + kind);
}

/** The money of each year of a kind, by its local name, with that of the city's own kinds that count as it: a sum of
 *  several is of no kind of its own. */
export function yearlySums(figures: readonly Row[], kind: string): Row[] {
  const iri = PREFIXES.pg + kind;
  const years = new Map<number | undefined, Row[]>();
  for (const row of figures) {
    if (text(row.kind) !== iri && text(row.counts_as) !== iri) continue;
    years.set(number(row.year), [...(years.get(number(row.year)) ?? []), row]);
  }
  return [...years.values()].map((rows) => {
    const [first, ...others] = rows as [Row, ...Row[]];
    if (!others.length) return first;
    const value = rows.reduce((sum, row) => sum + (number(row.value) ?? 0), 0);
    const doubted = rows.find((row) => row.caution);
    return {
      ...first,
      kind_label: undefined,
      caution: doubted?.caution,
      note: doubted?.note,
      value: { type: "literal", value: String(value) },
    };
  });
}

/** How much of the way from its baseline to its last target an indicator has made by its newest actual figure. */
export function reachedOf(figures: readonly Row[]): number | undefined {
  const ends = [ofKind(figures, "BaselineValue")[0], ofKind(figures, "TargetValue").at(-1)];
  const [from, to, now] = [...ends, ofKind(figures, "ActualValue").at(-1)].map((row) => number(row?.value));
  return from === undefined || to === undefined || now === undefined || from === to
    ? undefined
    : (now - from) / (to - from);
}

/** When a figure was so: its fiscal year, else its date. */
export function whenOf(row: Row): string {
  if (row.year) return fiscalYear(number(row.year) ?? 0);
  const within = number(row.within_year);
  const day = moment(text(row.date));
  return within === undefined
    ? day
    : address.lang === "ja"
      ? `${day}（${fiscalYear(within)}）`
      : `${day} (${fiscalYear(within)})`;
}

/** The kinds of some figures (IRI) with their names, in an order. */
export function kindsOf(figures: readonly Row[], order: CityOrder): [string, string][] {
  const known = new Map(figures.map((row) => [text(row.kind), text(row.kind_label)]));
  return [...known].sort(([one], [other]) => (order(one) ?? 0) - (order(other) ?? 0));
}

/** How a value is to be read and how sure it is, in words. */
export function saidOf(row: Row): string[] {
  return [text(row.reading), text(row.certainty)].filter(Boolean);
}

/** A value with what is said of it: 70 % (at least, planned). */
export function read(row: Row): string {
  const said = saidOf(row);
  if (!said.length) return written(row);
  return address.lang === "ja" ? `${written(row)}（${said.join("、")}）` : `${written(row)} (${said.join(", ")})`;
}

export function written(row: Row): string {
  const value = number(row.value) ?? 0;
  if (isMoney(text(row.unit), text(row.unit_label))) return asMoney(value);
  return withUnit(count(value, 3), text(row.unit_label));
}

/** Figures as charts over the years, with budget and settlement of what is inside where the thing has no own money. */
export function chartsIn(figures: readonly Row[], inside: Chart | undefined): Chart[] {
  const own = chartsOf(figures);
  return inside && !own.some(({ unit, unitLabel }) => isMoney(unit, unitLabel)) ? [inside, ...own] : own;
}
