// Budget and settlement of each row in each year, and how they changed.

import type { Amounts, Series, Whole } from "../../lib/budgets";
import { sumOf, toDecimal } from "../../lib/outline";
import { number, text, type Row } from "../../lib/terms";

/** The rows of the question `budget-totals` of several years, each thing once, in the order in which they came. */
export function toSeries(answers: readonly { year: number; rows: readonly Row[] }[], { comparable }: Whole): Series[] {
  const found = new Map<string, Series & { years: Map<number, Amounts> }>();
  for (const { year, rows } of answers) {
    for (const row of rows) {
      const iri = text(row.row);
      const [code, label] = [text(row.code), text(row.label)];
      const series = found.get(iri) ?? { iri, code, label, comparable, years: new Map<number, Amounts>() };
      series.years.set(year, {
        budget: number(row.budget),
        settlement: number(row.settlement),
        rate: number(row.percent),
        caution: text(row.caution),
      });
      found.set(iri, series);
    }
  }
  return [...found.values()].filter(({ years }) => [...years.values()].some(isKnown));
}

/** Rows that share nothing, and after them what of the whole belongs to none of them. */
export function withRest(all: readonly Series[], whole: Whole, label: string): readonly Series[] {
  const left = (year: number, of: "budget" | "settlement") => {
    const rest = toDecimal((whole.years.get(year)?.[of] ?? 0) - (totalOf(all, year, of) ?? 0));
    return rest > 0 ? rest : undefined;
  };
  const years = [...whole.years.keys()].map((year): [number, Amounts] => [
    year,
    { budget: left(year, "budget"), settlement: left(year, "settlement"), rate: undefined, caution: "" },
  ]);
  const rest = { iri: "", code: "", label, comparable: whole.comparable, years: new Map(years) };
  return years.some(([, amounts]) => isKnown(amounts)) ? [...all, rest] : all;
}

/** Whether rows add up to more than the whole in a year, as those do that share some of it. */
export function overlap(all: readonly Series[], whole: Series): boolean {
  return [...whole.years].some(([year, amounts]) =>
    (["budget", "settlement"] as const).some((of) => (totalOf(all, year, of) ?? 0) > (amounts[of] ?? 0)),
  );
}

/** The years in which any row has a budget or a settlement, the oldest first. */
export function knownYears(all: readonly Series[]): number[] {
  const years = new Set(
    all.flatMap((series) => [...series.years].filter(([, amounts]) => isKnown(amounts)).map(([year]) => year)),
  );
  return [...years].sort((one, other) => one - other);
}

/** From the first year with a budget to the last: both amounts; undefined if two such years cannot be compared. */
export function changeOf({ years, comparable }: Series): { from: number; to: number } | undefined {
  const known = [...years].sort(([one], [other]) => one - other).flatMap(([, { budget }]) => budget ?? []);
  return comparable && known.length > 1 ? { from: known[0]!, to: known.at(-1)! } : undefined;
}

/** By how much that is more. */
export function growthOf(series: Series): number | undefined {
  const change = changeOf(series);
  return change && change.to - change.from;
}

/** The newest share of the budget that was spent. */
export function rateOf(series: Series): number | undefined {
  return newestRated(series)?.rate;
}

/** Whether that share cannot be told because nothing was budgeted for. */
export function isUnbudgeted(series: Series): boolean {
  const known = [...series.years.values()].filter(
    ({ budget, settlement }) => budget !== undefined && settlement !== undefined,
  );
  return known.length > 0 && known.every(({ budget }) => budget === 0);
}

/** What is to be known before that share is read as a fact. */
export function cautionOf(series: Series): string {
  return newestRated(series)?.caution ?? "";
}

/** The cautions about all amounts, with their rows and years, the newest first. */
export function cautionsOf(all: readonly Series[]): { series: Series; year: number; caution: string }[] {
  return all
    .flatMap((series) => [...series.years].map(([year, { caution }]) => ({ series, year, caution })))
    .filter(({ caution }) => caution)
    .sort((one, other) => other.year - one.year);
}

/** The sum of a year over all rows, or undefined where nothing is known. */
export function totalOf(all: readonly Series[], year: number, of: "budget" | "settlement"): number | undefined {
  return sumOf(all.map(({ years }) => years.get(year)?.[of]));
}

/** The budget of each year in which one is known. */
export const budgetsOf = (whole: Series, years: readonly number[]) => amountsOf(whole, years, "budget");

/** The settlement of each year in which one is known. */
export const settlementsOf = (whole: Series, years: readonly number[]) => amountsOf(whole, years, "settlement");

function amountsOf(whole: Series, years: readonly number[], of: "budget" | "settlement") {
  return years.flatMap((year) => {
    const amount = whole.years.get(year)?.[of];
    return amount === undefined ? [] : [{ year, amount }];
  });
}

function newestRated({ years }: Series): Amounts | undefined {
  return [...years].sort(([one], [other]) => other - one).find(([, { rate }]) => rate !== undefined)?.[1];
}

function isKnown({ budget, settlement }: Amounts): boolean {
  return budget !== undefined || settlement !== undefined;
}
