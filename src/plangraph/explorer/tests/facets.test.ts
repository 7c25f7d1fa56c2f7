import { expect, test } from "vitest";
import { choiceOf, chosenRows, counted, toggled, UNKNOWN, type Facet } from "../src/lib/facets";

interface Project {
  office: string;
  goals: string[];
}
const value = (key: string) => ({ key, label: key });
const rows: Project[] = [
  { office: "a", goals: ["3", "11"] },
  { office: "a", goals: ["11"] },
  { office: "b", goals: ["3", "3"] },
];
const office: Facet<Project> = { key: "office", label: "Office", values: (row) => [value(row.office)] };
const goal: Facet<Project> = { key: "goal", label: "Goal", values: (row) => row.goals.map(value), inOrder: true };
const facets = [office, goal];
const compare = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true });

test("a facet counts what it would leave under the choices in the others, each row once", () => {
  const choice = choiceOf(facets, { office: "a" });
  const counts = (facet: Facet<Project>) =>
    counted(rows, facets, choice, facet, compare).map(({ key, count }) => [key, count]);

  expect(counts(goal)).toEqual([
    ["3", 1],
    ["11", 2],
  ]);
  expect(counts(office)).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});

test("values with places of their own stand in these, whatever their keys", () => {
  const places = ["b", "a"];
  const placed: Facet<Project> = {
    ...office,
    values: (row) => [{ ...value(row.office), place: places.indexOf(row.office) }],
    inOrder: true,
  };
  expect(counted(rows, [placed], choiceOf([placed], {}), placed, compare).map(({ key }) => key)).toEqual(places);
});

test("what is not known comes last, in whatever order the others stand", () => {
  const partly: Facet<Project> = { ...office, values: (row) => [value(row.office === "a" ? UNKNOWN : row.office)] };
  for (const facet of [partly, { ...partly, inOrder: true }])
    expect(counted(rows, [facet], choiceOf([facet], {}), facet, compare).map(({ key }) => key)).toEqual(["b", UNKNOWN]);
});

test("values of one facet are alternatives, facets narrow each other", () => {
  expect(chosenRows(rows, facets, choiceOf(facets, { office: "a~b", goal: "3" }))).toHaveLength(2);
});

test("what is chosen goes into the address and out of it", () => {
  const choice = choiceOf(facets, { goal: "3" });
  expect(toggled(choice, "goal", "11")).toBe("11~3");
  expect(toggled(choice, "goal", "3")).toBe("");
});
