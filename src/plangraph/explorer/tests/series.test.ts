// Rows of money and what they come to.

import { expect, test } from "vitest";
import type { Row, Term } from "../src/lib/terms";
import { toWhole, type Series } from "../src/lib/budgets";
import { budgetsOf, growthOf, overlap, settlementsOf, toSeries, withRest } from "../src/views/money/series";

function literal(value: number): Term {
  return { type: "literal", value: String(value) };
}

function series(budget: number, settlement?: number): Series {
  return {
    ...{ iri: "", code: "", label: "", comparable: true },
    years: new Map([[2025, { budget, settlement, rate: undefined, caution: "" }]]),
  };
}

test("rows that share a project add up to more than the whole", () => {
  expect(overlap([series(60), series(60)], series(100))).toBe(true);
  expect(overlap([series(60, 40), series(40, 40)], series(100, 70))).toBe(true);
  expect(overlap([series(60), series(40)], series(100))).toBe(false);
});

test("a plan of which only settlements are known has these, and no budget", () => {
  const whole = {
    ...series(0),
    years: new Map([[2025, { budget: undefined, settlement: 40, rate: undefined, caution: "" }]]),
  };
  expect([budgetsOf(whole, [2024, 2025]), settlementsOf(whole, [2024, 2025])]).toEqual([
    [],
    [{ year: 2025, amount: 40 }],
  ]);
});

test("amounts with cents add up to the whole, and leave no rest", () => {
  const [parts, whole] = [[series(0.1), series(0.2)], series(0.3)];
  expect(overlap(parts, whole)).toBe(false);
  expect(withRest(parts, { ...whole, budgeted: new Map() }, "rest")).toEqual(parts);

  const row = (year: number, budget: number, change?: number) =>
    ({
      ...{ year: literal(year), budget: literal(budget), budgeted: literal(2) },
      ...(change === undefined ? {} : { budget_change: literal(change) }),
    }) as Row;
  expect(toWhole([row(2025, 0.1), row(2026, 0.3, 0.2)]).comparable).toBe(true);
});

test("years in which budgets of different projects are known are not compared", () => {
  const row = (budget: number) => ({ row: { type: "uri", value: "urn:a" }, budget: literal(budget) }) as Row;
  const year = (name: number, budgeted: number) => ({ year: literal(name), budgeted: literal(budgeted) }) as Row;
  const answers = [
    { year: 2025, rows: [row(60)] },
    { year: 2026, rows: [row(100)] },
  ];

  expect(toSeries(answers, toWhole([year(2026, 9), year(2025, 9)])).map(growthOf)).toEqual([40]);
  expect(toSeries(answers, toWhole([year(2026, 9), year(2025, 6)])).map(growthOf)).toEqual([undefined]);
});

test("years in which as many budgets are known, but of other projects, are not compared", () => {
  const year = (name: number, budget: number, change?: number) =>
    ({
      ...{ year: literal(name), budgeted: literal(2), budget: literal(budget) },
      ...(change !== undefined && { budget_change: literal(change) }),
    }) as Row;

  expect(toWhole([year(2024, 60), year(2025, 100, 40)]).comparable).toBe(true);
  expect(toWhole([year(2024, 60), year(2025, 100, 10)]).comparable).toBe(false);
});
