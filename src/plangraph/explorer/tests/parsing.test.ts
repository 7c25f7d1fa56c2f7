import { expect, test } from "vitest";

import { alone, thingsIn, valuesOf } from "../src/lib/answers";
import { toRows, type Question } from "../src/lib/api";
import { toCsv, toJson } from "../src/lib/download";
import { toTriples } from "../src/lib/ntriples";
import { compact, iriOf, number, pathOf } from "../src/lib/terms";

test("N-Triples give their terms, and comments none", () => {
  const document = [
    "# a comment",
    '<http://a/s> <http://a/p> "\\u9632\\u707D \\"x\\"\\n"@ja .',
    "_:b <http://a/p> <http://a/o> .",
    '<http://a/s> <http://a/n> "5"^^<http://www.w3.org/2001/XMLSchema#integer> .',
  ].join("\n");
  const [first, second, third] = toTriples(document);
  expect(first!.object).toEqual({ type: "literal", value: '防災 "x"\n', "xml:lang": "ja" });
  expect(second).toEqual({ subject: "_:b", predicate: "http://a/p", object: { type: "uri", value: "http://a/o" } });
  expect(number(third!.object)).toBe(5);
});

test("what is no number is unknown, never zero", () => {
  expect(number(undefined)).toBeUndefined();
  expect(number({ type: "literal", value: "" })).toBeUndefined();
  expect(number({ type: "literal", value: "－" })).toBeUndefined();
  expect(number({ type: "literal", value: "0" })).toBe(0);
});

test.each([
  "https://w3id.org/plangraph/id/minato/2/project/%E3%81%82-1",
  "http://metadata.un.org/sdg/11.5",
  "https://w3id.org/plangraph/ontology#Policy",
  "http://elsewhere.example/a/b?c=d",
])("a path in the address stands for %s", (iri) => {
  expect(iriOf(pathOf(iri))).toBe(iri);
});

test("a short form is used only where it can be read back", () => {
  expect(compact("http://metadata.un.org/sdg/11.5")).toBe("sdg:11.5");
  expect(compact("http://metadata.un.org/sdg/a/b")).toBe("http://metadata.un.org/sdg/a/b");
});

test("a query that stands alone declares the prefixes that it uses, once", () => {
  expect(alone("#+ summary: x\nSELECT * { ?s a pg:Policy }")).toMatch(/^PREFIX pg: <.*>\nSELECT/);
  expect(alone("PREFIX pg: <http://a/>\nSELECT * { ?s a pg:Policy }").match(/PREFIX/g)).toHaveLength(1);
});

test("parameters are the page's, else the address's, else the usual ones", () => {
  const parameters = ["a", "b", "c"].map((name) => ({
    name,
    type: "string" as const,
    default: "usual",
    choices: [],
    required: false,
  }));
  const question = { parameters } as unknown as Question;
  expect(valuesOf(question, { a: "address", b: "address" }, { b: "page" })).toEqual({
    a: "address",
    b: "page",
    c: "usual",
  });
});

test("a question that names no plan takes what stands for it from the one that is looked at", () => {
  const question = (names: string[]) =>
    ({ parameters: names.map((name) => ({ name, default: null, derived: name !== "plan" })) }) as unknown as Question;
  const taken = { from: "seen", year: "2025" };
  expect(valuesOf(question(["to", "from", "year"]), {}, {}, taken)).toEqual({ from: "seen" });
  expect(valuesOf(question(["from"]), { from: "given" }, {}, taken)).toEqual({ from: "given" });
  expect(valuesOf(question(["relation", "year"]), {}, {}, taken)).toEqual({ year: "2025" });
  expect(valuesOf(question(["plan", "year"]), {}, { plan: "mine" }, taken)).toEqual({ plan: "mine" });
});

test("the things of an answer are found once each", () => {
  const thing = { type: "uri" as const, value: "https://w3id.org/plangraph/id/minato" };
  const rows = toRows({ head: { vars: ["a"] }, results: { bindings: [{ a: thing }, { a: thing }, {}] } });
  expect(thingsIn(rows)).toEqual([thing.value]);
});

test("a CSV file has no cell that a spreadsheet would run or take for a date, and JSON an unknown as null", () => {
  const table = {
    title: "t",
    columns: [{ label: 'a "b"', value: ({ a }: { a?: string }) => a }],
    rows: [{ a: "=1+1" }, { a: "x,y" }, {}],
  };
  expect(toCsv(table)).toBe(`"a ""b"""\r\n'=1+1\r\n"x,y"\r\n\r\n`);
  const codes = { ...table, rows: ["1-1", "01", "1-1-a", "2025-07-21"].map((a) => ({ a })) };
  expect(toCsv(codes)).toBe('"a ""b"""\r\n"=""1-1"""\r\n"=""01"""\r\n1-1-a\r\n2025-07-21\r\n');
  expect((JSON.parse(toJson(table)) as unknown[])[2]).toEqual({ 'a "b"': null });
});
