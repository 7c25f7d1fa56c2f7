import { afterEach, expect, test } from "vitest";

import { currency, isMoney, YEN } from "../src/lib/currency.svelte";
import { PREFIXES } from "../src/lib/terms";

afterEach(() => {
  currency.code = YEN;
});

test("a unit of a city's own currency is money, and so are yen; any other is not", () => {
  expect(isMoney(`${PREFIXES.pg}Yen`, "円")).toBe(true);
  expect(isMoney("https://example.org/unit/USD", "USD")).toBe(false);
  currency.code = "USD";
  expect(isMoney("https://example.org/unit/USD", "USD")).toBe(true);
  expect(isMoney(`${PREFIXES.pg}Percent`, "%")).toBe(false);
});
