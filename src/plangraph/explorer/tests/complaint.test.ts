import { expect, test } from "vitest";

import { complaintOf } from "../src/lib/published/complaint";

test("a complaint of the engine is parted into its place and what is wrong", () => {
  expect(complaintOf("error at 2:24: expected one of '{',\n'}'", "PREFIX a: <a:> ")).toEqual({
    error: "expected one of '{',\n'}'",
    place: { line: 2, column: 24 },
  });
  expect(complaintOf("The store has an error at 2:24: none", "")).toEqual({
    error: "The store has an error at 2:24: none",
  });
});

test("the column of a fault is that of the query, not of the prefixes before it", () => {
  expect(complaintOf("error at 1:40: expected '}'", "PREFIX a: <a:> ").place).toEqual({ line: 1, column: 25 });
});
