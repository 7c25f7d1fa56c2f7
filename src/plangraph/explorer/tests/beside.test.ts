import { expect, test } from "vitest";

import { beside, owned, within } from "../src/lib/beside";

test("plans of a city are told apart by the ends of their names", () => {
  const ja = ["瀬戸川市総合計画 第3期実施計画", "瀬戸川市総合計画 第4期実施計画"];
  const en = ["Setogawa comprehensive plan: third", "Setogawa comprehensive plan: fourth"];
  expect(beside(ja[0]!, ja, "瀬戸川市", " ")).toBe("瀬戸川市 第3期実施計画");
  expect(beside(en[1]!, en, "Setogawa City", ": ")).toBe("Setogawa City: fourth");
});

test("the name of a city's one plan, and names that share nothing, stay whole", () => {
  expect(beside("市 実施計画", ["市 実施計画"], "市", " ")).toBe("市 実施計画");
  expect(beside("緑 計画", ["緑 計画", "水 計画"], "市", " ")).toBe("緑 計画");
});

test.each([
  ["Sheets 2024 page 98", "page 98"],
  ["Sheets 2024: page 98", "page 98"],
  ["Sheets 2024, p. 98", "p. 98"],
  ["Sheets 2024", "Sheets 2024"],
  ["Sheets 2024b page 98", "Sheets 2024b page 98"],
  ["Preamble", "Preamble"],
])("within its document the passage %s is called %s", (name, called) => {
  expect(within(name, "Sheets 2024")).toBe(called);
});

test("a plan is told of with its city, unless its name says it", () => {
  expect(owned("後期基本計画", "瀬戸川市", " ")).toBe("瀬戸川市 後期基本計画");
  expect(owned("瀬戸川総合計画", "瀬戸川市", " ")).toBe("瀬戸川総合計画");
  expect(owned("Strategic plan", "Lake County", ": ")).toBe("Lake County: Strategic plan");
  expect(owned("Setogawa comprehensive plan: third", "Setogawa City", ": ")).toBe("Setogawa comprehensive plan: third");
  expect(owned("Strategic plan", "", ": ")).toBe("Strategic plan");
});
