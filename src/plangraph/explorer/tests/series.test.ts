// Rows of money and what they come to.

import { expect, test } from "vitest";
import { overlap, type Series } from "../src/views/money/series";

function series(budget: number, settlement?: number): Series {
  return {
    ...{ iri: "", code: "", label: "" },
    years: new Map([[2025, { budget, settlement, rate: undefined, caution: "" }]]),
  };
}

test("rows that share a project add up to more than the whole", () => {
  expect(overlap([series(60), series(60)], series(100))).toBe(true);
  expect(overlap([series(60, 40), series(40, 40)], series(100, 70))).toBe(true);
  expect(overlap([series(60), series(40)], series(100))).toBe(false);
});
