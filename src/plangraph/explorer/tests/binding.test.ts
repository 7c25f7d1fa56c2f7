import { expect, test } from "vitest";

import { bound } from "../src/lib/published/binding";
import type { Cut, CutParameter } from "../src/lib/published/files";

const NOBODY = (name: string) => Promise.reject<string>(new Error(`nothing is called ${name}`));

/** A question that shows what is bound to its one parameter. */
function asking(parameter: Partial<CutParameter>, pieces: Cut["pieces"] = []): Cut {
  const usual = { name: "x", variable: "x", type: "string", default: null, choices: [], derived: false };
  return {
    form: "SELECT",
    graphs: [],
    parameters: [{ ...usual, optional: false, fold: false, ...parameter }],
    pieces: [{ kind: "parameter", text: "x" }, ...pieces],
  };
}

test.each([
  ["string", 'say "no" \\ }\n# SELECT', '"say \\"no\\" \\\\ }\\n# SELECT"'],
  ["ja", "防災", '"防災"@ja'],
  ["integer", "+2024", '"2024"^^<http://www.w3.org/2001/XMLSchema#integer>'],
  ["integer", "9007199254740993", '"9007199254740993"^^<http://www.w3.org/2001/XMLSchema#integer>'],
  ["decimal", "0.50", '"0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>'],
  ["decimal", "3.0", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'],
  ["iri", "sdg:11", "<http://metadata.un.org/sdg/11>"],
  ["iri", "ｓｄｇ：11", "<http://metadata.un.org/sdg/11>"],
  ["iri", "https://example.org/防災", "<https://example.org/防災>"],
])("as %s, %j is %s", async (type, value, wanted) => {
  expect(await bound(asking({ type }), { x: value }, NOBODY)).toBe(wanted);
});

test.each([
  ["2024", 2024],
  [" ２０２４ ", 2024],
  ["FY2024", 2024],
  ["FY24", 2024],
  ["令和6年度", 2024],
  ["令和６年度末", 2024],
  ["令和元年", 2019],
  ["平成三十年度", 2018],
  ["R6", 2024],
  ["r.6", 2024],
  ["2024/25", 2024],
])("the year %j is %d", async (value, year) => {
  const asked = asking({ name: "year", type: "integer" });
  expect(await bound(asked, { year: value }, NOBODY)).toBe(`"${year}"^^<http://www.w3.org/2001/XMLSchema#integer>`);
});

test.each(["R", "来年度", "2024-04-01", "R4～R7", ""])("%j is no year", async (value) => {
  const asked = asking({ name: "year", type: "integer" });
  await expect(bound(asked, { year: value }, NOBODY)).rejects.toMatchObject({ status: 400 });
});

test.each([
  ["integer", "2024 }"],
  ["decimal", "1e9"],
  ["decimal", ""],
  ["iri", "https://example.org/> ?s ?p <x"],
  ["iri", 'https://example.org/"'],
])("as %s, %j is refused", async (type, value) => {
  await expect(bound(asking({ type }), { x: value }, NOBODY)).rejects.toMatchObject({ status: 400 });
});

test("a name is asked for, and what it stands for is no part of the query either", async () => {
  const cut = asking({ type: "iri" });
  expect(await bound(cut, { x: "1-1" }, (name) => Promise.resolve(`https://example.org/${name}`))).toBe(
    "<https://example.org/1-1>",
  );
  await expect(bound(cut, { x: "1-1" }, () => Promise.resolve("x> <y"))).rejects.toMatchObject({ status: 400 });
});

test("a choice is one of those that there are", async () => {
  const cut = asking({ choices: ["code", "grade"] });
  expect(await bound(cut, { x: "grade" }, NOBODY)).toBe('"grade"');
  await expect(bound(cut, { x: "yen" }, NOBODY)).rejects.toMatchObject({ status: 400 });
});

test("what is folded in the data is folded here", async () => {
  expect(await bound(asking({ fold: true }), { x: "ＩＣＴとｹｱ" }, NOBODY)).toBe('"ictとけあ"');
});

test("what is not given is the default, falls away, is left open, or is asked for", async () => {
  const filter = [{ kind: "text" as const, text: " FILTER(?x)", needs: ["x"] }];
  expect(await bound(asking({ default: "5" }, filter), {}, NOBODY)).toBe('"5" FILTER(?x)');
  expect(await bound(asking({ optional: true }, filter), {}, NOBODY)).toBe("?x");
  expect(await bound(asking({ derived: true }), {}, NOBODY)).toBe("?x");
  await expect(bound(asking({}), {}, NOBODY)).rejects.toMatchObject({ status: 400 });
});

test("graphs stand where the question leaves room for them", async () => {
  const cut = asking({ optional: true }, [{ kind: "graphs", text: "" }]);
  expect(await bound(cut, {}, NOBODY, ["https://example.org/a", "https://example.org/b"])).toBe(
    "?xFROM <https://example.org/a>\nFROM <https://example.org/b>\n",
  );
  await expect(bound(cut, {}, NOBODY, ["x>"])).rejects.toMatchObject({ status: 400 });
});
