import { expect, test, vi } from "vitest";
import { isLacking, isValue } from "../src/views/query/lacking";

vi.mock("../src/lib/scope.svelte", () => ({
  here: () => ({ has: { wards: false, money: true } }),
  allPlans: () => [{}],
}));

test("a question about wards has no answer where a city has none", () => {
  const needed = ["wards", "money", "what no plan tells of", null];
  expect(needed.map((topic_needs) => isLacking({ topic_needs }))).toEqual([true, false, false, false]);
});

test("where there is one plan alone, neither it nor the language can be changed", () => {
  expect(["lang", "plan", "year"].map(isValue)).toEqual([false, false, true]);
});
