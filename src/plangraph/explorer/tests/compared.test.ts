import { describe, expect, it } from "vitest";
import type { Project } from "../src/lib/projects";
import type { ServedPlan } from "../src/lib/scope.svelte";
import { linesOf, moneyOf, scalesOf, unlikeCurrencies, type Side } from "../src/views/compare/compared";

const project = (goals: string[], grade = ""): Project => ({
  ...{ iri: "", code: "", label: "", path: "", offices: [], budget: undefined, settlement: undefined, rate: undefined },
  ...{ direction: "", wards: [], goals, grade },
});
const SCALE = new Map(["A", "B", "C", "D", "E", "F"].map((grade, at) => [grade, at]));
const side = (projects: Project[], budget?: number, currency = "JPY", caution = "", city = ""): Side => ({
  choice: { iri: "", label: "", group: "", plan: { currency, city: { iri: city } } as ServedPlan },
  projects,
  scale: SCALE,
  inside: new Map(),
  year: 2024,
  offices: undefined,
  indicators: undefined,
  money: new Map([
    [2024, { budget, settlement: caution ? budget : undefined, budgeted: 1, settled: caution ? 1 : 0, caution }],
  ]),
  uses: [],
});

describe("two things side by side", () => {
  it("counts offices apart that have one name", () => {
    const of = (offices: number) => ({ ...side([project([])]), offices });
    expect(linesOf([of(170), of(3)]).map(({ values }) => values)).toContainEqual([170, 3]);
  });

  it("counts the indicators of each, where any is known", () => {
    const of = (indicators?: number) => ({ ...side([project([])]), indicators });
    const told = (one: Side, other: Side) => linesOf([one, other]).map(({ label, values }) => [label, ...values]);
    expect(told(of(5), of())).toContainEqual(["指標の数", 5, undefined]);
    expect(told(of(), of()).map(([label]) => label)).not.toContain("指標の数");
  });

  it("counts what stands on the tiers between, each city by its own words", () => {
    const of = (inside: [string, number][], city: string) => ({
      ...side([project([])], undefined, "JPY", "", city),
      inside: new Map(inside),
    });
    const told = (one: Side, other: Side) => linesOf([one, other]).map(({ label, values }) => [label, ...values]);
    expect(told(of([["施策", 3]], "here"), of([["取組", 2]], "there")).slice(0, 2)).toEqual([
      ["施策の数", 3, undefined],
      ["取組の数", undefined, 2],
    ]);
    expect(told(of([["施策", 3]], "here"), of([], "here"))).toContainEqual(["施策の数", 3, 0]);
  });

  it("counts 0 where the like is known, and knows nothing where it is not", () => {
    const lines = linesOf([side([project(["1"]), project(["3"])]), side([project(["3"])])]);
    expect(lines.find(({ goal }) => goal === "1")?.values).toEqual([1, 0]);
    const unknown = linesOf([side([project(["1"])], 5), side([project([])])]);
    expect(unknown.find(({ goal }) => goal === "1")?.values).toEqual([1, undefined]);
    expect(unknown.find(({ values }) => values[0] === 5)?.values).toEqual([5, undefined]);
  });

  it("leaves out what neither knows, and measures both sides by one scale", () => {
    const lines = linesOf([side([project([])], 5), side([project([])], 20)]);
    expect(lines).toHaveLength(2);
    expect([...scalesOf(lines).values()]).toEqual([
      [1, 1],
      [20, 20],
    ]);
  });

  it("counts no project of a grade that is on the scale of another city", () => {
    const one = side([project([], "A")], 5, "JPY", "", "here");
    const grades = (city: string) => linesOf([one, side([project([], "B")], 5, "JPY", "", city)]).slice(2);
    expect(grades("there").map(({ values }) => values)).toEqual([
      [1, undefined],
      [undefined, 1],
    ]);
    expect(grades("there").map(({ absent }) => absent![1])).toContain("— この市の目盛りにはない");
    expect(grades("here").map(({ values }) => values)).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it("says of how many projects a sum is only where sums of the side are of unlike numbers", () => {
    const year = (budgeted: number, settled = 0) => ({
      budget: 5,
      settlement: undefined,
      budgeted,
      settled,
      caution: "",
    });
    const told = (...numbers: number[]) => {
      const money = new Map(numbers.map((budgeted, at) => [2024 + at, year(budgeted)]));
      const one = { ...side(Array.from({ length: 12 }, () => project([]))), money };
      return linesOf([one, one]).flatMap(({ cautions }) => (cautions?.[0] ? [cautions[0]] : []));
    };
    expect(told(6, 6)).toEqual([]);
    expect(told(6, 9)).toEqual(["金額の分かる 6 事業の計", "金額の分かる 9 事業の計"]);
    expect(told(12, 9)).toEqual(["金額の分かる 9 事業の計"]);
  });

  it.each([
    [["B", "E", "F"], ["D"]],
    [["F"], ["E", "B", "D"]],
  ])("keeps the grades %s and %s in the city's order, whichever side has them", (...grades) => {
    const [one, other] = grades.map((own) => side(own.map((grade) => project([], grade))));
    expect(
      linesOf([one!, other!])
        .slice(1)
        .map(({ label }) => label),
    ).toEqual(["B", "D", "E", "F"]);
  });

  it("gives unlike currencies no scale in common, and writes each amount in its own", () => {
    const sides = [side([project([])], 500), side([project([])], 800, "USD")] as const;
    const lines = linesOf(sides);
    const money = lines.find(({ currencies }) => currencies)!;
    expect(unlikeCurrencies(sides)).toEqual(["JPY", "USD"]);
    expect(scalesOf(lines).get(money.part)).toEqual([500, 800]);
    expect(scalesOf(lines).get(lines[0]!.part)).toEqual([1, 1]);
    expect(money.values.map((value, at) => money.written(value!, at))).toEqual(["500円", "$800"]);
  });

  it("writes an amount in the currency of its side, whichever plan is looked at", () => {
    const both = [side([], 5, "USD"), side([], 7, "USD")] as const;
    expect(unlikeCurrencies(both)).toBeUndefined();
    expect(moneyOf(both[0], 5)).toBe("$5");
  });

  it("says of a settlement, and of its side only, what is to be known before it is read as a fact", () => {
    const lines = linesOf([side([], 5, "JPY", "an outlier"), side([], 7)]);
    expect(lines.map(({ cautions }) => cautions)).toEqual([
      ["", ""],
      ["an outlier", ""],
    ]);
  });
});
