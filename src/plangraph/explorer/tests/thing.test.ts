// What stands above a thing, in order.

import { expect, test } from "vitest";
import type { Row } from "../src/lib/terms";
import { chain } from "../src/lib/thing";

const row = (thing: string, parent = ""): Row =>
  Object.fromEntries(
    Object.entries({ thing, label: thing, parent })
      .filter(([, value]) => value)
      .map(([key, value]) => [key, { type: "literal", value }]),
  );
const names = (rows: Row[]) => chain(rows).map(({ label }) => label);

test("the way up begins with the outermost, in whatever order it is told", () => {
  expect(names([row("programme", "measure"), row("policy"), row("measure", "policy")])).toEqual([
    "policy",
    "measure",
    "programme",
  ]);
});

test("what has no parent of its own stands above by itself", () => {
  expect(names([row("whole")])).toEqual(["whole"]);
});
