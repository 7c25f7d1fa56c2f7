// The periods of plans, and which fiscal year runs.

import { expect, test } from "vitest";
import { innermost, yearOf, type Period } from "../src/views/plans-around/periods";

const period = (start?: number, end?: number): Period => ({ iri: "", label: "", kind: "", start, end, adopted: false });

test("a fiscal year begins with the month of the city", () => {
  const days = [new Date(2026, 2, 31), new Date(2026, 3, 1), new Date(2026, 8, 30), new Date(2026, 9, 1)];
  expect(days.map((day) => yearOf(day, 4))).toEqual([2025, 2026, 2026, 2026]);
  expect(days.map((day) => yearOf(day, 10))).toEqual([2025, 2025, 2025, 2026]);
  expect(days.map((day) => yearOf(day, -2))).toEqual([2026, 2026, 2026, 2027]);
  expect(days.map((day) => yearOf(day, 1))).toEqual([2026, 2026, 2026, 2026]);
});

test("the shortest periods are shown behind, however long they are", () => {
  const periods = [period(2018, 2037), period(2028, 2037), period(2018, 2027), period(2020), period()];
  expect(innermost(periods)).toEqual([
    { start: 2018, end: 2027 },
    { start: 2028, end: 2037 },
  ]);
  expect(innermost([period(2023, 2040)])).toEqual([{ start: 2023, end: 2040 }]);
});
