// What stands above a thing, in order.

import { expect, test } from "vitest";
import type { Row } from "../src/lib/terms";
import { chain, notesIn, type Description } from "../src/lib/thing";

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

test("notes are those in the reader's language, and those in no other", () => {
  const note = (value: string, lang: string) => ({
    property: "http://www.w3.org/2004/02/skos/core#note",
    label: "note",
    value,
    lang,
  });
  const said = (...facts: ReturnType<typeof note>[]) => ({ facts }) as unknown as Description;
  expect(notesIn(said(note("目標値: 増加", "ja")), "en")).toEqual(["目標値: 増加"]);
  expect(notesIn(said(note("速報", "ja"), note("preliminary", "en")), "en")).toEqual(["preliminary"]);
  expect(notesIn(undefined, "ja")).toEqual([]);
});
