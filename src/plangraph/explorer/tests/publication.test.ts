import { expect, test } from "vitest";

import { dataOf, shelved, unshelved } from "../src/lib/publication";

// A thing's path in the explorer, and the folder of its page in a published site (plangraph/publication/folders.py).
test.each([
  ["kawasaki/3/project/10101010", "kawasaki/3/project/10101010"],
  ["saitama/office/%E5%8C%BA%E5%BD%B9%E6%89%80%20%28A%29", "saitama/office/区役所 (A)"],
  ["sdg:11.5", "sdg~11.5"],
])("the page of %s is in %s", (path, folder) => {
  expect(shelved("thing", path)).toEqual({ folder: `thing/${folder}`, rest: "" });
  expect(unshelved([...folder.split("/"), "index.html"])).toEqual(path.split("/"));
});

test("what has no page stands in the query", () => {
  expect(shelved("thing", "https://example.org/x")).toEqual({ folder: "thing", rest: "https://example.org/x" });
  expect(shelved("query", "projects")).toEqual({ folder: "query", rest: "projects" });
});

test("the data of a thing are in the folder of its IRI", () => {
  expect(dataOf("saitama/office/%E5%8C%BA", "turtle")).toBe("/id/saitama/office/%E5%8C%BA/data.ttl");
  expect(dataOf("sdg:11.5", "jsonld")).toBe("/id/sdg~11.5/data.jsonld");
});
