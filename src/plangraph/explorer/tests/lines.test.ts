import { expect, test } from "vitest";
import cases from "../../../../tests/figures_over_years.json";
import type { Row } from "../src/lib/terms";
import { apart, chartsOf, crossings } from "../src/lib/lines";

function figure(kind: string, unit: string, year: string, value: string): Row {
  const literal = (text: string) => ({ type: "literal" as const, value: text });
  const row: Row = { kind: literal(kind), kind_label: literal(kind), unit: literal(unit), unit_label: literal(unit) };
  return { ...row, year: year ? literal(year) : undefined, value: literal(value) };
}

test("figures of one unit and several years are a chart with a line for each kind", () => {
  const charts = chartsOf([
    figure("actual", "people", "2024", "12"),
    figure("actual", "people", "2022", "10"),
    figure("target", "people", "2025", "20"),
    figure("budget", "yen", "2022", "500"),
    figure("population", "persons", "", "9"),
  ]);

  expect(charts).toHaveLength(1);
  expect(charts[0]!.years).toEqual([2022, 2025]);
  expect(charts[0]!.lines.map(({ kind, points }) => [kind, points.map(({ year }) => year)])).toEqual([
    ["actual", [2022, 2024]],
    ["target", [2025]],
  ]);
});

test("figures are drawn as in briefs", () => {
  const charts = chartsOf(cases.results.bindings as Row[]).map(({ lines }) =>
    lines.map(({ label, points }) => ({ label, points: points.map(({ year, value }) => [year, value]) })),
  );
  expect(charts).toEqual(cases.charts);
});

test("what an indicator comes from and is to come to is one line", () => {
  const kind = (name: string) => `https://w3id.org/plangraph/ontology#${name}`;
  const [chart] = chartsOf([
    figure(kind("BaselineValue"), "percent", "2020", "40"),
    figure(kind("ActualValue"), "percent", "2022", "45"),
    figure(kind("TargetValue"), "percent", "2025", "60"),
  ]);

  expect(chart!.lines.map(({ points }) => points.map(({ value }) => value))).toEqual([[40, 60], [45]]);
  expect(chart!.lines[0]!.label).toBe(`${kind("BaselineValue")} → ${kind("TargetValue")}`);
});

test("single figures of unlike kinds are no chart", () => {
  expect(chartsOf([figure("measures", "count", "2024", "74"), figure("strategies", "count", "2022", "7")])).toEqual([]);
});

test("an amount is told what runs through it", () => {
  const falling = [
    [0, 0],
    [100, 100],
  ] as const;

  expect(crossings({ left: 40, right: 60, top: 30, bottom: 45 }, [falling])).toBe(1);
  expect(crossings({ left: 40, right: 60, top: 65, bottom: 80 }, [falling])).toBe(0);
  expect(crossings({ left: 90, right: 110, top: 90, bottom: 110 }, [falling])).toBe(2);
  expect(crossings({ left: 40, right: 60, top: 62, bottom: 76 }, [falling])).toBe(1); // the edge of its mark
});

test("of amounts that touch each other the first and the last are written", () => {
  const amount = (left: number, top = 0) => ({ left, right: left + 80, top, bottom: top + 14 });

  expect(apart([0, 60, 120, 180].map((left) => amount(left)))).toEqual([true, false, false, true]);
  expect(apart([0, 100, 200].map((left) => amount(left)))).toEqual([true, true, true]);
  expect(apart([amount(0, 40), amount(60, 20), amount(120)])).toEqual([true, true, true]);
});
