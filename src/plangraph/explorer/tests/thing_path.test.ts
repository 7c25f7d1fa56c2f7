import { expect, test } from "vitest";

import { iriOf, pathOf } from "../src/lib/terms";
import { asTyped, encoded, readable, readThingPath, writtenThingPath } from "../src/lib/thing_path";

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

test.each([
  [NAMED, "saitama/office/区(A)"],
  ["x/50%25", "x/50%25"],
  ["x/a%2Fb%7Ec%3A", "x/a%2Fb%7Ec%3A"],
  ["x/%E5", "x/%E5"],
])("%s is read as %s in the query of an address, and comes back", (path, read) => {
  expect(readable(path)).toBe(read);
  expect(encoded(read)).toBe(path);
});

test("an address of before, with the bytes of a name, means the same thing", () => {
  const iri = `https://w3id.org/plangraph/id/${NAMED}`;
  expect(pathOf(iri)).toBe("saitama/office/区(A)");
  expect([pathOf(iri), NAMED].map(iriOf)).toEqual([iri, iri]);
});

test.each([
  ["http://a.jp/ja/graph?at=kawasaki%2F3%2F1-1~sdg%3A11.5", "http://a.jp/ja/graph?at=kawasaki/3/1-1~sdg:11.5"],
  ["http://a.jp/ja/thing/saitama/office/%E5%8C%BA%28A%29", "http://a.jp/ja/thing/saitama/office/区(A)"],
  ["http://a.jp/ja/thing/x/a%2Fb%3Fc", "http://a.jp/ja/thing/x/a%2Fb%3Fc"],
  ["http://a.jp/ja/search?q=%E9%98%B2%E7%81%BD+50%25%26%3D%2B", "http://a.jp/ja/search?q=防災+50%25%26%3D%2B"],
  ["http://a.jp/?q=a%E3%80%80b%E2%80%8Bc%E5", "http://a.jp/?q=a%E3%80%80b%E2%80%8Bc%E5"],
])("%s is printed as %s, and leads to the same place", (url, typed) => {
  expect(asTyped(url)).toBe(typed);
  const [there, here] = [new URL(typed), new URL(url)];
  expect([...there.searchParams]).toEqual([...here.searchParams]);
  expect(there.pathname.split("/").map(decodeURIComponent)).toEqual(here.pathname.split("/").map(decodeURIComponent));
});
