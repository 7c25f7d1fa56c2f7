// Budgets and settlements over the years, and whether the years can be compared.

import { toDecimal } from "./outline";
import { number, type Row } from "./terms";

export interface Amounts {
  readonly budget: number | undefined;
  readonly settlement: number | undefined;
  /** The settlement as a percentage of the budget of the projects that have both. */
  readonly rate: number | undefined;
  /** What is to be known before the amounts are read as facts; empty if nothing is. */
  readonly caution: string;
}

export interface Series {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  /** By fiscal year. */
  readonly years: ReadonlyMap<number, Amounts>;
  /** Whether the same projects have a budget in the first year and in the last, so that the years can be compared. */
  readonly comparable: boolean;
}

export interface Whole extends Series {
  /** How many projects have a budget, by fiscal year. */
  readonly budgeted: ReadonlyMap<number, number>;
}

/** All of a plan, or of a thing in it, as the question `budget-years` tells of it. */
export function toWhole(rows: readonly Row[]): Whole {
  const years = rows.map((row): [number, Amounts] => {
    const [budget, settlement] = [number(row.budget), number(row.settlement)];
    return [number(row.year) ?? 0, { budget, settlement, rate: undefined, caution: "" }];
  });
  const counts = rows.map((row): [number, number] => [number(row.year) ?? 0, number(row.budgeted) ?? 0]);
  const budgeted = new Map(counts.filter(([, projects]) => projects).sort(([one], [other]) => one - other));
  const [first, last] = [[...budgeted.values()][0], [...budgeted.values()].at(-1)];
  const comparable = first === last && rows.every((row) => isWholeChange(row, years));
  return { iri: "", code: "", label: "", comparable, years: new Map(years), budgeted };
}

/** Whether the projects of which the budgets of both years are known changed by as much as the sums did. */
function isWholeChange(row: Row, years: readonly (readonly [number, Amounts])[]): boolean {
  const [change, budget] = [number(row.budget_change), number(row.budget)];
  const before = years.find(([year]) => year === (number(row.year) ?? 0) - 1)?.[1].budget;
  return change === undefined || budget === undefined || before === undefined || toDecimal(budget - before) === change;
}
