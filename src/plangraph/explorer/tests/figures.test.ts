import { expect, test } from "vitest";
import { PREFIXES, type Row } from "../src/lib/terms";
import { kindsOf, overTheYears, reachedOf, yearlySums } from "../src/views/thing/figures";

const literal = (value: string) => ({ type: "literal" as const, value });

function figure(kind: string, year: string, note = ""): Row {
  const row: Row = { kind: literal(kind), kind_label: literal(kind), value: literal("1") };
  return { ...row, year: year ? literal(year) : undefined, note: note ? literal(note) : undefined };
}

test("kinds known of several years are rows of years, and what has no year stands by itself", () => {
  const figures = [
    figure("budget", "2023"),
    figure("budget", "2022", "first"),
    figure("cost", "2022"),
    figure("x", ""),
  ];
  const { years, kinds, noted, others } = overTheYears(figures);

  expect(years).toEqual([2022, 2023]);
  expect(kinds.map(({ kind, of }) => [kind, of.size])).toEqual([
    ["budget", 2],
    ["cost", 1],
  ]);
  expect(noted).toEqual([figures[1]]);
  expect(others).toEqual([figures[3]]);
});

test("figures of one year each are told one by one", () => {
  const { kinds, others } = overTheYears([figure("measures", "2024"), figure("strategies", "2022")]);

  expect(kinds).toEqual([]);
  expect(others).toHaveLength(2);
});

test("the way of an indicator goes from its baseline to its last target", () => {
  const of = (kind: string, year: string, value: string): Row => ({
    ...figure(`${PREFIXES.pg}${kind}`, year),
    value: literal(value),
  });
  const aims = [of("BaselineValue", "2024", "50"), of("TargetValue", "2026", "60"), of("TargetValue", "2030", "90")];

  expect(reachedOf([...aims, of("ActualValue", "2025", "60")])).toBe(0.25);
  expect(reachedOf(aims)).toBeUndefined();
});

test("one baseline and the targets of later years are told one by one", () => {
  const aims = [figure("baseline", "2024"), figure("target", "2026"), figure("target", "2027")];

  expect(overTheYears(aims).others).toEqual(aims);
});

test("kinds of figures stand in the order that they are given, those without a place first", () => {
  const places = new Map(["baseline", "actual", "target"].map((kind, place) => [kind, place + 1]));
  const figures = ["target", "other", "actual", "baseline"].map((kind) => figure(kind, "2024"));

  const kinds = kindsOf(figures, (kind) => places.get(kind));
  expect(kinds.map(([kind]) => kind)).toEqual(["other", "baseline", "actual", "target"]);
});

test("kinds of the city's own that count as a budget are its budget, and several are summed", () => {
  const pg = (name: string) => ({ type: "uri" as const, value: PREFIXES.pg + name });
  const figure = (kind: string, year: string, value: string) => ({
    kind: { type: "uri" as const, value: kind },
    kind_label: { type: "literal" as const, value: kind },
    counts_as: pg("Budget"),
    year: { type: "literal" as const, value: year },
    value: { type: "literal" as const, value },
  });
  const figures = [figure("revenue", "2024", "5"), figure("revenue", "2025", "1.5"), figure("capital", "2025", "12")];

  const [one, two] = yearlySums(figures, "Budget");
  expect(one).toBe(figures[0]);
  expect([two?.value?.value, two?.kind_label]).toEqual(["13.5", undefined]);
  expect(yearlySums(figures, "Settlement")).toEqual([]);
});
