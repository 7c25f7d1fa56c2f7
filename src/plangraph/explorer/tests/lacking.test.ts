import { expect, test, vi } from "vitest";
import { isLacking } from "../src/views/query/lacking";

vi.mock("../src/lib/scope.svelte", () => ({ here: () => ({ has: { wards: false, money: true } }) }));

test("a question about wards has no answer where a city has none", () => {
  expect(["ward", "finance", "structure"].map((topic) => isLacking({ topic }))).toEqual([true, false, false]);
});
