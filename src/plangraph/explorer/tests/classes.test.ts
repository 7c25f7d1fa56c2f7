import { expect, test } from "vitest";

import { classOfChange, classOfMoney, factsOf, sharesOf, UNKNOWN } from "../src/graph/columns/classes";

test("what is not known is a class of its own, and never nothing", () => {
  expect([classOfMoney(undefined), classOfMoney(0), classOfMoney(9_999_999), classOfMoney(10_000_000)]).toEqual([
    UNKNOWN,
    "0",
    "7",
    "8",
  ]);
  expect([undefined, -0.5, -0.1, 0, 0.1, 0.5].map(classOfChange)).toEqual([UNKNOWN, "0", "1", "2", "3", "4"]);
});

test("the change of a budget is told only where the year before is known and was not nothing", () => {
  const elements = ["a", "b", "c"].map((iri) => ({ iri, grade: undefined, budget: 120 }));
  const before = [
    { iri: "a", year: 2023, budget: 100 },
    { iri: "b", year: 2023, budget: 0 },
    { iri: "c", year: 2022, budget: 100 },
  ];
  const facts = factsOf(elements, 2024, before);
  expect(facts.get("a")!.change).toBeCloseTo(0.2);
  expect([facts.get("b")!.change, facts.get("c")!.change]).toEqual([undefined, undefined]);
});

test("shares follow the order of the classes and sum up to all", () => {
  const shares = sharesOf(["x1", "x2", "y1", "x3"], (id) => id[0]!, ["y", "x", "z"]);
  expect(shares).toEqual([
    { key: "y", share: 0.25 },
    { key: "x", share: 0.75 },
  ]);
});
