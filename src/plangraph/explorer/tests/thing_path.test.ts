import { expect, test } from "vitest";

import { readThingPath, writtenThingPath } from "../src/lib/thing_path";

const NAMED = "saitama/office/%E5%8C%BA%28A%29";

test.each([
  ["as its IRI has it", NAMED],
  ["as a browser sends what was typed", "saitama/office/%E5%8C%BA(A)"],
  ["encoded twice, as older addresses are", "saitama/office/%25E5%258C%25BA%2528A%2529"],
])("a Japanese name in an address is read %s", (_how, path) => {
  expect(readThingPath(path.split("/"))).toBe(NAMED);
});

test.each([
  NAMED,
  "kawasaki/3/link/1/contributes-to-target/sdg%3A10.2/assumed",
  "sdg:11.5",
  "x/50%25",
  "https://a.jp/%E5",
])("the path of %s comes back from the address", (path) => {
  expect(readThingPath(writtenThingPath(path).split("/"))).toBe(path);
});
