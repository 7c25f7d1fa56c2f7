import { expect, test } from "vitest";
import type { Row } from "../src/lib/terms";
import { overTheYears } from "../src/views/thing/figures";

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
