import { afterAll, expect, test, vi } from "vitest";

vi.mock("../src/lib/scope.svelte", () => ({
  here: () => ({ has: { wards: false, money: true } }),
  allPlans: () => [{}],
}));

// The files of tests share their modules: those of others do not have this city.
vi.resetModules();
const { isLacking, isValue } = await import("../src/views/query/lacking");
afterAll(() => vi.resetModules());

test("a question about wards has no answer where a city has none", () => {
  const needed = ["wards", "money", "what no plan tells of", null];
  expect(needed.map((topic_needs) => isLacking({ topic_needs }))).toEqual([true, false, false, false]);
});

test("where there is one plan alone, neither it nor the language can be changed", () => {
  expect(["lang", "plan", "year"].map(isValue)).toEqual([false, false, true]);
});
