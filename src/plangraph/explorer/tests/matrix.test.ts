// The matrix of rows and goals, as a question on coverage answers it.

import { expect, test } from "vitest";
import type { Row } from "../src/lib/terms";
import { rowsToShow, toMatrix, valueOf } from "../src/views/coverage/matrix";

function line(part: string, row: string, goal: string, values: Record<string, number>): Row {
  const all = { part, row, code: row, label: row, goal_code: goal, ...values };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, { type: "literal", value: `${value}` }]));
}

test("sums are of what serves a goal, and there is none beside empty cells", () => {
  const unserved = [
    line("cell", "2", "none", { projects: 12 }),
    line("row", "2", "total", { projects: 12 }),
    line("column", "", "none", { projects: 15 }),
    line("total", "", "total", { projects: 17 }),
  ];
  const served = [
    line("cell", "1", "11", { projects: 2 }),
    line("cell", "1", "none", { projects: 3 }),
    line("row", "1", "total", { projects: 5 }),
    line("column", "", "11", { projects: 2 }),
  ];
  const told = (answer: Row[]) => {
    const { rows, total } = toMatrix(answer);
    return [...rows.map(({ sum }) => sum), total].map((sum) => valueOf(sum, "projects", "all"));
  };

  expect(told(unserved)).toEqual([undefined, undefined]);
  expect(told([...served, ...unserved])).toEqual([2, undefined, 2]);
});

test("the budget of what serves a goal is unknown where only that of the rest is known", () => {
  const { rows } = toMatrix([
    line("cell", "1", "11", { projects: 2 }),
    line("cell", "1", "none", { projects: 1, budget: 7 }),
    line("row", "1", "total", { projects: 3, budget: 7 }),
  ]);
  expect(rows.map(({ sum }) => valueOf(sum, "budget", "all"))).toEqual([undefined]);
});

test("a matrix tells whether any link is recorded", () => {
  const unserved = line("total", "", "total", { projects: 3 });
  expect(toMatrix([unserved]).recorded).toBe(false);
  expect(toMatrix([line("total", "", "total", { projects: 3, links: 0 })]).recorded).toBe(true);
});

test("what belongs to no row is a row only where something in it is counted", () => {
  const links = {
    ...line("cell", "", "6", { links: 1, projects: 0 }),
    code: { type: "literal", value: "none" },
  } as Row;
  const matrix = toMatrix([line("cell", "1", "6", { links: 0, projects: 0 }), links]);
  expect(rowsToShow(matrix, "links", "all").map(({ code }) => code)).toEqual(["1", "none"]);
  expect(rowsToShow(matrix, "projects", "all").map(({ code }) => code)).toEqual(["1"]);
});
