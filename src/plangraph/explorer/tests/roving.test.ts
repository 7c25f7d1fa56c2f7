import { expect, test } from "vitest";

import { leadsTo, type Spot } from "../src/lib/roving";

/** Boxes of 10 by 10 pixels by their columns and rows, 2 pixels apart. */
function boxes(...places: [number, number][]): Spot[] {
  return places.map(([column, row]) => ({
    left: column * 12,
    right: column * 12 + 10,
    top: row * 12,
    bottom: row * 12 + 10,
  }));
}

const GRID = boxes([0, 0], [1, 0], [2, 0], [0, 1], [1, 1], [2, 1]);

test("the arrow keys lead from each cell of a grid to the one beside it", () => {
  expect(leadsTo(GRID, 0, "ArrowRight")).toBe(1);
  expect(leadsTo(GRID, 1, "ArrowLeft")).toBe(0);
  expect(leadsTo(GRID, 1, "ArrowDown")).toBe(4);
  expect(leadsTo(GRID, 5, "ArrowUp")).toBe(2);
});

test("beyond the edge there is nothing, and other keys lead nowhere", () => {
  expect(leadsTo(GRID, 2, "ArrowRight")).toBeUndefined();
  expect(leadsTo(GRID, 0, "ArrowUp")).toBeUndefined();
  expect(leadsTo(GRID, 0, "Enter")).toBeUndefined();
});

test("Home and End lead to the ends of a row, with Ctrl to those of all", () => {
  expect(leadsTo(GRID, 4, "Home")).toBe(3);
  expect(leadsTo(GRID, 4, "End")).toBe(5);
  expect(leadsTo(GRID, 4, "Home", true)).toBe(0);
  expect(leadsTo(GRID, 0, "End", true)).toBe(5);
});

test("in a list they lead to the first and the last", () => {
  const list = boxes([0, 0], [0, 1], [0, 2], [0, 3]);
  expect(leadsTo(list, 2, "Home")).toBe(0);
  expect(leadsTo(list, 1, "End")).toBe(3);
  expect(leadsTo(list, 1, "ArrowDown")).toBe(2);
});

test("down a column leads through all of it, though others stand nearer beside it", () => {
  const columns = boxes([0, 0], [0, 4], [9, 1], [9, 2], [0, 8]);
  expect(leadsTo(columns, 0, "ArrowDown")).toBe(1);
  expect(leadsTo(columns, 1, "ArrowDown")).toBe(4);
  expect(leadsTo(columns, 0, "ArrowRight")).toBe(2);
});

test("where columns are not as long, aside leads to the nearest", () => {
  const uneven = boxes([0, 0], [0, 1], [0, 2], [1, 0], [1, 1]);
  expect(leadsTo(uneven, 2, "ArrowRight")).toBe(4);
});
