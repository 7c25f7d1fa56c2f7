// What a text may have meant, held to the same cases as the server.

import { expect, test } from "vitest";
import cases from "../../../../tests/known_spellings.json";
import { counted, folded } from "../src/lib/folding";
import { Spellings } from "../src/lib/known_spellings";

const known = new Spellings(
  cases.names.map((name) => ({ name, plain: folded(name) })),
  cases.readings,
);
const meant = (text: string) => [...known.meant(text)].map((words) => words.join(" "))[0] ?? "";

test.each(cases.meant)("%s may mean %s", (text, other) => {
  expect(meant(text)).toBe(other);
});

test.each(cases.nothing_else)("%s means nothing else", (text) => {
  expect(meant(text)).toBe("");
});

test.each([
  ["第三期", "第3期"],
  ["第十二条", "第12条"],
  ["三十", "30"],
  ["三鷹", "三鷹"],
])("%s is counted as %s", (text, other) => {
  expect(counted(text)).toBe(other);
});
