import { expect, test } from "vitest";

import { fromFile, notesOf, notesText, toFile } from "../src/graph/columns/keeping";

test("notes come back from the address as they were written, whatever signs they hold", () => {
  const notes = new Map([
    ["kawasaki/3/project/1", "50% ~ done! why?"],
    ["sdg:11", "見直す"],
  ]);
  expect(notesOf(notesText(notes))).toEqual(notes);
  expect(notesText(new Map([["sdg:11", " "]]))).toBe("");
});

test("a view comes back from its file, and what is no view is refused", () => {
  const query = { columns: "4~sdgo:Goal", name: "みんなの図" };
  expect(fromFile(toFile(query))).toEqual(query);
  for (const other of ["", "[]", "null", '{"plangraph-view":2,"query":{}}', '{"plangraph-view":1,"query":{"at":1}}'])
    expect(fromFile(other)).toBeUndefined();
});
