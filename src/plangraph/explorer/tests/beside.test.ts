import { expect, test } from "vitest";

import { beside, owned } from "../src/lib/beside";

test("plans of a city are told apart by the ends of their names", () => {
  const ja = ["川崎市総合計画 第3期実施計画", "川崎市総合計画 第4期実施計画"];
  const en = ["Kawasaki comprehensive plan: third", "Kawasaki comprehensive plan: fourth"];
  expect(beside(ja[0]!, ja, "川崎市", " ")).toBe("川崎市 第3期実施計画");
  expect(beside(en[1]!, en, "Kawasaki City", ": ")).toBe("Kawasaki City: fourth");
});

test("the name of a city's one plan, and names that share nothing, stay whole", () => {
  expect(beside("市 実施計画", ["市 実施計画"], "市", " ")).toBe("市 実施計画");
  expect(beside("緑 計画", ["緑 計画", "水 計画"], "市", " ")).toBe("緑 計画");
});

test("a plan is told of with its city, unless its name says it", () => {
  expect(owned("後期基本計画", "瀬戸川市", " ")).toBe("瀬戸川市 後期基本計画");
  expect(owned("瀬戸川総合計画", "瀬戸川市", " ")).toBe("瀬戸川総合計画");
  expect(owned("Strategic plan", "Lake County", ": ")).toBe("Lake County: Strategic plan");
  expect(owned("Kawasaki comprehensive plan: third", "Kawasaki City", ": ")).toBe("Kawasaki comprehensive plan: third");
  expect(owned("Strategic plan", "", ": ")).toBe("Strategic plan");
});
