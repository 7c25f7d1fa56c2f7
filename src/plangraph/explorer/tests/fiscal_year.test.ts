// The fiscal year that a person types, held to the same cases as the server.

import { expect, test } from "vitest";
import cases from "../../../../tests/fiscal_years.json";
import { fiscalYearIn } from "../src/lib/published/fiscal_year";

test.each(cases.years)("%s is a fiscal year", (text, year) => {
  expect(fiscalYearIn(String(text))).toBe(year);
});

test.each(cases.none)("'%s' is none", (text) => {
  expect(fiscalYearIn(text)).toBeUndefined();
});
