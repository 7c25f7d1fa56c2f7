import { expect, test } from "vitest";

import { allPaths, MOST } from "../src/graph/paths";
import type { EdgeRecord } from "../src/graph/records";

const edges: EdgeRecord[] = ["a b", "b d", "a c", "c d", "c b", "x y"].map((pair) => {
  const [source = "", target = ""] = pair.split(" ");
  return { source, target, relation: "r", basis: "" };
});
const told = (from: string, to: string) => allPaths(edges, from, to).map((steps) => steps.map(({ to }) => to).join(""));

test("all ways are found, the shortest first, none through a thing twice", () => {
  expect(told("a", "d")).toEqual(["bd", "cd", "bcd", "cbd"]);
});

test("a step may go against its relation", () => {
  expect(allPaths(edges, "d", "a")[0]!.map(({ forward }) => forward)).toEqual([false, false]);
});

test("there is no way where nothing leads", () => {
  expect(told("a", "y")).toEqual([]);
});

test("of more ways than are looked for, so many are found", () => {
  const wide = Array.from({ length: MOST + 1 }, (_, at): EdgeRecord[] => [
    { source: "a", target: `m${at}`, relation: "r", basis: "" },
    { source: `m${at}`, target: "z", relation: "r", basis: "" },
  ]);
  expect(allPaths(wide.flat(), "a", "z")).toHaveLength(MOST);
});
