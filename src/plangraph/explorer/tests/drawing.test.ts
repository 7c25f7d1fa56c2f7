import { expect, test } from "vitest";
import type { Heading } from "../src/lib/api";
import { holding, ordered, sortingOf } from "../src/lib/ordering";
import { onPaper } from "../src/lib/paper_table";
import { THINGS, type Row, type Rows, type Term } from "../src/lib/terms";
import type { Column } from "../src/lib/view";
import { chartOver, formsOf, netOf, rowsOf, treeOf } from "../src/views/query/drawing";
import { columnsOf } from "../src/views/query/columns";
import { laid } from "../src/views/query/laying";
import { hubsOf, namesWithRoom } from "../src/views/query/naming";
import { matching } from "../src/views/query/terms";

const thing = (name: string): Term => ({ type: "uri", value: THINGS + name });
const words = (value: string): Term => ({ type: "literal", value });
const figure = (value: number): Term => ({ type: "literal", value: String(value), datatype: "decimal" });
const heading = (name: string, holds: Heading["holds"]) =>
  [name, { name, holds, label: { ja: name, en: name } }] as const;
const HEADINGS = new Map([heading("year", "year"), heading("budget", "money"), heading("label", "label")]);

const OFFICES: Rows = {
  variables: ["office", "label", "parent", "parent_label"],
  rows: [
    { office: thing("b"), label: words("Bureau"), parent: thing("city"), parent_label: words("City") },
    { office: thing("s"), label: words("Section"), parent: thing("b"), parent_label: words("Bureau") },
  ],
};

test("an answer is offered as what its columns allow", () => {
  const money: Rows = {
    variables: ["year", "budget", "label"],
    rows: [2022, 2023].map((year) => ({ year: figure(year), budget: figure(5), label: words("1-1") })),
  };
  expect(formsOf(money, HEADINGS, new Set())).toEqual(["table", "bars", "lines"]);
  expect(formsOf(OFFICES, HEADINGS, new Set())).toEqual(["table", "tree", "network"]);
  expect(formsOf(OFFICES, HEADINGS, new Set([`${THINGS}s`]))).toContain("map");
});

test("a name stands for the thing that its code is of, though the rows are of plans", () => {
  const rows: Rows = {
    variables: ["plan", "plan_label", "year", "element", "code", "label"],
    rows: [{ plan: thing("p"), element: thing("1"), code: words("1"), label: words("Care") }],
  };
  expect(columnsOf(rows, new Map()).map(({ key }) => key)).not.toContain("element");
});

test("a goal is called by its code where it has no name, and paper leaves out the address of a row", () => {
  const link = { ...heading("link", "thing")[1], label: { ja: "関連", en: "Link" } };
  const rows = {
    variables: ["link", "element", "code", "label", "goal", "goal_code"],
    rows: [
      { link: thing("l"), element: thing("1"), code: words("1"), label: words("Care") },
      { link: thing("m"), element: thing("2"), goal: thing("g"), goal_code: words("3") },
    ],
  };
  const columns = columnsOf(rows, new Map([["link", link]]));
  expect(columns.map(({ key }) => key)).toEqual(["link", "code", "label", "goal_code"]);
  expect(onPaper(columns, rows.rows, () => false).columns.map(({ key }) => key)).not.toContain("link");
  const own = columnsOf(rows, new Map([heading("link", "thing")]));
  expect(onPaper(own, rows.rows, () => false).columns.map(({ key }) => key)).toContain("link");
});

test("rows are sorted by names and codes in the city's order, where it has one for each thing of the column", () => {
  const order = (iri: string) => ({ [`${THINGS}good`]: 1, [`${THINGS}bad`]: 2 })[iri];
  const rows = {
    variables: ["element", "label", "grade", "grade_code", "grade_label"],
    rows: ["bad", "good"].map((name) => ({
      element: thing(`about-${name}`),
      label: words(name),
      grade: thing(name),
      grade_code: words(name === "good" ? "Z" : "A"),
      grade_label: words(name),
    })),
  };
  const columns = columnsOf(rows, new Map(), order);
  const sortedBy = (key: string) => {
    const table = { title: "", columns, rows: rows.rows };
    return ordered(table, sortingOf(columns, key), "en").map(({ grade_label }) => grade_label.value);
  };
  expect(sortedBy("grade_code")).toEqual(["good", "bad"]);
  expect(sortedBy("grade_label")).toEqual(["good", "bad"]);
  expect(sortedBy("label")).toEqual(["bad", "good"]);
});

test("a value that is a word of the question is told in the reader's language", () => {
  const total = { ja: "計", en: "Total" };
  const headings = new Map<string, Heading>([
    ["code", { name: "code", holds: "code", label: { ja: "コード", en: "Code" }, values: { total } }],
  ]);
  const rows = { variables: ["code"], rows: [{ code: words("total") }, { code: words("1-1") }] };
  const [code] = columnsOf(rows, headings);
  expect(rows.rows.map(code!.value)).toEqual([total.ja, "1-1"]);
});

test("years make a line for each name, and none where no words tell rows of a year apart", () => {
  const row = (year: number, budget: number, label: string): Row => ({
    year: figure(year),
    budget: figure(budget),
    label: words(label),
  });
  const rows = {
    variables: ["year", "budget", "label"],
    rows: [row(2023, 2, "a"), row(2022, 1, "a"), row(2022, -4, "b")],
  };
  const chart = chartOver(rows, HEADINGS, "budget")!;
  expect(chart.lines.map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual([
    ["a", [1, 2]],
    ["b", [-4]],
  ]);
  expect([chart.least, chart.most]).toEqual([-4, 2]);
  expect(chartOver({ ...rows, rows: [...rows.rows, row(2022, 9, "a")] }, HEADINGS, "budget")).toBeUndefined();
});

test("a value that has a year of its own stands in that year", () => {
  const headings = new Map(
    ["label", "baseline", "baseline_year", "target", "target_year", "projects"].map((name) =>
      heading(name, name.endsWith("_year") ? "year" : name === "label" ? "label" : "number"),
    ),
  );
  const row = (target: number, year: number, baseline?: number): Row => ({
    label: words("households"),
    ...(baseline && { baseline: figure(baseline), baseline_year: figure(2023) }),
    target: figure(target),
    target_year: figure(year),
    projects: figure(3),
  });
  const rows = { variables: [...headings.keys()], rows: [row(34, 2024, 31), row(40, 2027)] };
  expect(chartOver(rows, headings, "target")!.lines[0]!.points).toEqual([
    { year: 2024, value: 34 },
    { year: 2027, value: 40 },
  ]);
  for (const column of ["baseline", "projects"]) expect(chartOver(rows, headings, column)).toBeUndefined();
});

test("rows become a tree with what stands above them, and a circle is cut", () => {
  const [city] = treeOf(OFFICES, HEADINGS);
  expect([city!.name, city!.children[0]!.name, city!.children[0]!.children[0]!.name]).toEqual([
    "City",
    "Bureau",
    "Section",
  ]);
  const unnamed = [{ office: thing("1-1"), code: words("1-1"), label: words("1-1"), parent: words("") }];
  expect(treeOf({ variables: ["office", "code", "label", "parent"], rows: unnamed }, HEADINGS)[0]!.name).toBe("1-1");
  const circle = ["a", "b"].map((name, at) => ({ office: thing(name), label: words(name), parent: thing("ba"[at]!) }));
  expect(treeOf({ variables: ["office", "label", "parent"], rows: circle }, HEADINGS)).toHaveLength(2);
});

test("the names in a picture of links lie on no other name, on no mark and on no line", () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({
    office: thing(`${at}`),
    label: words(`Section number ${at}`),
    parent: thing(`b${at % 3}`),
    parent_label: words(`Bureau ${at % 3}`),
  }));
  const net = netOf({ variables: OFFICES.variables, rows }, HEADINGS, "parent", 100);
  expect([net.knots.length, net.links.length]).toEqual([43, 40]);
  const { spots, height } = laid(net, 1000);
  const names = namesWithRoom(net, spots, new Map(), { width: 1000, height });
  expect(names.length).toBeGreaterThan(20);
  const near = (one: (typeof names)[number], other: typeof one) =>
    one !== other && Math.abs(one.y - other.y) < 16 && Math.abs(one.x - other.x) < 20;
  expect(names.filter((one) => names.some((other) => near(one, other)))).toEqual([]);
  const ends = net.links.map(([from, to]) => [spots.get(from)!, spots.get(to)!] as const);
  const between = (at: number, x: number, [one, other]: (typeof ends)[number]) =>
    Math.abs(one[1] + ((other[1] - one[1]) * (x - one[0])) / (other[0] - one[0]) - at) < 6 &&
    (x - one[0]) * (x - other[0]) < 0;
  const middle = ({ x, end }: (typeof names)[number]) => x + (end ? -30 : 30); // units of the picture
  expect(names.filter((one) => ends.some((line) => between(one.y - 5, middle(one), line)))).toEqual([]);
});

test.each(["Bureau of Health, Welfare and Community Care", "健康福祉局"])(
  "each hub of a picture of links is named without a pointer, and what is named in its place lies on no mark: %s",
  (bureau) => {
    const rows = Array.from({ length: 110 }, (_, at) => ({
      office: thing(at < 10 ? `b${at}` : `${at}`),
      label: words(at < 10 ? `${bureau} ${at}` : `Section number ${at}`),
      parent: thing(at < 10 ? "city" : `b${at % 10}`),
      parent_label: words(at < 10 ? "City" : `${bureau} ${at % 10}`),
    }));
    const net = netOf({ variables: OFFICES.variables, rows }, HEADINGS, "parent", 150);
    const degrees = new Map<string, number>();
    for (const end of net.links.flat()) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    const boxes = new Map([...hubsOf(net, degrees)].map(([iri, { size }]) => [iri, size]));
    const { spots, height } = laid(net, 1000, boxes);
    const names = namesWithRoom(net, spots, degrees, { width: 1000, height });
    const hubs = net.knots.filter(({ iri }) => degrees.get(iri)! > 9).map(({ iri }) => iri);
    expect(hubs).toHaveLength(11);
    expect(hubs.filter((iri) => !names.some((name) => name.iri === iri))).toEqual([]);
    const covered = names.flatMap(({ iri, x, y, box }) =>
      [...spots].filter(
        ([other, at]) => box && other !== iri && Math.abs(at[0] - x) < box[0] + 7 && Math.abs(at[1] - y) < box[1] + 7,
      ),
    );
    expect(covered).toEqual([]);
  },
);

test("triples become rows with the names that they tell", () => {
  const label = "<http://www.w3.org/2000/01/rdf-schema#label>";
  const { rows } = rowsOf(`<${THINGS}a> <https://x/y> <${THINGS}b> .\n<${THINGS}b> ${label} "B"@en .`);
  expect(rows[0]!.subject_label?.value).toBe("a");
  expect(rows[0]!.object_label?.value).toBe("B");
});

test("rows are sorted by what the address says and held to all words in any spelling", () => {
  const columns: Column<{ name: string; size?: number }>[] = [
    { label: "Name", value: ({ name }) => name },
    { key: "size", label: "Size", value: ({ size }) => size },
  ];
  const table = { title: "", columns, rows: [{ name: "ＡＢ" }, { name: "b", size: 2 }, { name: "c", size: 10 }] };
  const names = (by: string) => ordered(table, sortingOf(columns, by), "ja").map(({ name }) => name);
  expect(names("-size")).toEqual(["c", "b", "ＡＢ"]);
  expect(names("unknown")).toEqual(["ＡＢ", "b", "c"]);
  expect(holding(table, "ab")).toEqual([{ name: "ＡＢ" }]);
});

test("what a city orders is sorted in its order, and what has nothing comes last", () => {
  const scale = ["S", "A", "10"];
  const columns: Column<string>[] = [
    { label: "Grade", value: (grade) => grade, place: (grade) => scale.indexOf(grade) },
  ];
  const table = { title: "", columns, rows: ["10", "", "A", "S"] };
  expect(ordered(table, sortingOf(columns, "0"), "ja")).toEqual(["S", "A", "10", ""]);
  expect(ordered(table, sortingOf(columns, "-0"), "ja")).toEqual(["10", "A", "S", ""]);
});

test("keywords, prefixes, variables and terms complete what is typed", () => {
  const terms = [
    { name: "pg:BasicPolicy", labels: { ja: "基本政策", en: "basic policy" } },
    { name: "pg:Policy", labels: { ja: "政策", en: "policy" } },
  ];
  const names = (typed: string, query = "") => matching(terms, typed, query).map(({ name }) => name);
  expect(names("opt")).toEqual(["OPTIONAL"]);
  expect(names("sko")).toEqual(["skos:"]);
  expect(names("政策")).toEqual(["pg:Policy", "pg:BasicPolicy"]);
  expect(names("?po", "SELECT ?policy ?x")).toEqual(["?policy"]);
  expect(names("pg:Policy")).toEqual([]);
});

test("links that have no names of their own are no network", () => {
  const links: Rows = {
    variables: ["link", "direction", "other", "other_label"],
    rows: ["a", "b", "c"].map((name) => ({
      link: thing(`link/${name}`),
      direction: words("out"),
      other: thing(name),
      other_label: words(name),
    })),
  };
  const headings = new Map([...HEADINGS, heading("direction", "label")]);
  expect(formsOf(links, headings, new Set())).not.toContain("network");
});
