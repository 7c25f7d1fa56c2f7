import { expect, test } from "vitest";

import { depthsIn } from "../src/graph/layout/depths";
import { force } from "../src/graph/layout/force";
import { tiers } from "../src/graph/layout/tiers";
import type { LayoutNode, LayoutRequest } from "../src/graph/layout/types";
import { learnTown, OFFICE, UNIT_OF } from "./town";

function node(id: string, tier: number, parent = "", more: Partial<LayoutNode> = {}): LayoutNode {
  return { id, tier, parent, code: id, numbered: false, size: 5, ...more };
}

function request(nodes: LayoutNode[], more: Partial<LayoutRequest> = {}): LayoutRequest {
  return { turn: 0, name: "tiers", nodes, edges: [], positions: {}, aspect: 1.5, pinned: {}, ...more };
}

test("tiers are columns from left to right, however many", () => {
  const chain = Array.from({ length: 9 }, (_, at) => node(`n${at}`, at, at ? `n${at - 1}` : ""));
  const at = tiers(request(chain));
  const xs = chain.map(({ id }) => at[id]![0]);
  expect(xs).toEqual([...xs].sort((one, other) => one - other));
  expect(new Set(xs).size).toBe(9);
});

test("what is in the hierarchy stands in the order of its codes, a parent amid what is below it", () => {
  const at = tiers(request([node("1", 0), node("1-10", 1, "1"), node("1-2", 1, "1"), node("1-1", 1, "1")]));
  expect(["1-1", "1-2", "1-10"].map((id) => at[id]![1])).toEqual(
    ["1-1", "1-2", "1-10"].map((id) => at[id]![1]).sort((one, other) => other - one),
  );
  expect(at["1"]![1]).toBe((at["1-1"]![1] + at["1-10"]![1]) / 2);
});

test("no two things stand at one place", () => {
  const many = [node("root", 0), ...Array.from({ length: 300 }, (_, at) => node(`n${at}`, 1, "root"))];
  const places = Object.values(tiers(request(many))).map(String);
  expect(new Set(places).size).toBe(many.length);
});

test("what is pinned stays where it is, in both layouts", () => {
  const nodes = [node("a", 0), node("b", 1, "a")];
  const pinned = { b: [7, 9] as const };
  const edges = [["a", "b"] as const];
  expect(tiers(request(nodes, { pinned })).b).toEqual([7, 9]);
  expect([...force(request(nodes, { pinned, edges }))].at(-1)!.b).toEqual([7, 9]);
});

test("a force layout of the same things ends the same", () => {
  const nodes = ["a", "b", "c", "d"].map((id) => node(id, 0));
  const edges = [["a", "b"] as const, ["b", "c"] as const];
  expect([...force(request(nodes, { edges }))].at(-1)).toEqual([...force(request(nodes, { edges }))].at(-1));
});

test("what stands inside a thing of its own column stands beside it, and in no other column", () => {
  learnTown();
  const office = (id: string) => ({ id, kind: OFFICE, tier: undefined });
  const inside = (source: string, target: string) => ({ source, target, relation: UNIT_OF });
  const offices = ["city", "bureau", "section"].map(office);
  const depths = depthsIn(offices, [inside("bureau", "city"), inside("section", "bureau"), inside("section", "city")]);
  expect(depths.get("city")).toBeUndefined();
  expect(depths.get("bureau")).toBeGreaterThan(0);
  expect(depths.get("section")).toBeGreaterThan(depths.get("bureau")!);
  expect(depths.get("section")).toBeLessThan(1);
  expect(depthsIn(offices, [inside("city", "bureau"), inside("bureau", "city")]).size).toBe(2);
});
