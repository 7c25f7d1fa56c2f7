import { expect, test } from "vitest";
import { readingOf } from "../src/lib/published/reading";

test.each([
  ["# what comes from a graph\nSELECT * { ?s ?p ?o }", "SELECT", false, false],
  ['SELECT * { ?s ?p "from", """a\n"graph" """ }', "SELECT", false, false],
  ["SELECT ?graph { ?graph <http://example.org/from#graph> 'graph' }", "SELECT", false, false],
  ["ASK { GRAPH ?g { ?s ?p ?o } }", "ASK", true, false],
  [
    "PREFIX a: <http://example.org/#ask> construct { ?s ?p ?o } from <http://example.org/> { ?s ?p ?o }",
    "CONSTRUCT",
    true,
    true,
  ],
])("%s", (sparql, form, names, from) => {
  expect(readingOf(sparql)).toEqual({ form, names, from });
});
