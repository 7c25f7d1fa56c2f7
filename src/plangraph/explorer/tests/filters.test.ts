// The facets by which the leaves of a plan are filtered.

import { expect, test } from "vitest";
import { counted } from "../src/lib/facets";
import { filters } from "../src/views/graph/columns/filters";

test("grades stand in the city's order, and what has none last", () => {
  const graded = [undefined, ["A", 2], ["10", 3], ["S", 1]].map((grade, number) => {
    const [code, rank] = (grade ?? []) as [string, number];
    const found = grade && { iri: code, code, label: code, standing: "", rank };
    return { id: String(number), fact: { grade: found, budget: undefined, change: undefined } };
  });
  const [grade, ...others] = filters(graded);

  const shown = counted(graded, [grade!], new Map(), grade!, (one, other) => one.localeCompare(other));
  expect(shown.map(({ key }) => key)).toEqual(["S", "A", "10", "unknown"]);
  expect(others).toEqual([]);
});
