import { expect, test } from "vitest";
import { steps, type Measure } from "../src/views/wards/wards";

const projects: Measure = { key: "projects", label: "", of: () => undefined, written: String };
const money: Measure = { ...projects, key: "money" };

test("no step of the colours of a map is told twice, however small the figures are", () => {
  expect(steps(1, projects)).toEqual([0, 1]);
  expect(steps(40, projects)).toEqual([10, 20, 30, 40]);
  expect(steps(2, money)).toEqual([0.5, 1, 1.5, 2]);
  expect(steps(0, projects)).toEqual([]);
});
