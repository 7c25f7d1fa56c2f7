import { expect, test } from "vitest";
import { toOutline, type Element } from "../src/lib/outline";
import type { Row } from "../src/lib/terms";
import { icicle, type Room } from "../src/views/overview/layout";

const LINE = 20;
const room: Room = { measure: "count", from: 0, last: 2, line: LINE, height: 400, fits: false, without: new Set() };

function row(code: string, budget = 0): Row {
  const rank = code.split("-").length;
  const said = { element: code, code, label: code, tier: `t${rank}`, tier_label: `tier ${rank}`, tier_rank: `${rank}` };
  const more = { parent: code.slice(0, -2), ...(budget ? { budget: `${budget}` } : {}) };
  return Object.fromEntries(
    Object.entries({ ...said, ...more })
      .filter(([, value]) => value)
      .map(([name, value]) => [name, { type: "literal", value }]),
  );
}

/** Five fields of four measures of two projects, except for the first, which has nine. */
function city(): Element[] {
  const codes = ["a", "b", "c", "d", "e"].flatMap((field) => [
    field,
    ...["1", "2", "3", "4"].flatMap((measure) => [
      `${field}-${measure}`,
      ...Array.from({ length: field === "a" ? 9 : 4 }, (_, at) => `${field}-${measure}-${at}`),
    ]),
  ]);
  return toOutline(codes.map((code) => row(code))).roots;
}

test("down to the deepest tier whose names find room each element has a line, and the picture grows for them", () => {
  const { height, spans, named, nameless } = icicle(city(), undefined, room);
  expect(named.map(({ label }) => label)).toEqual(["tier 3"]); // 100 projects
  expect(Math.min(...spans.map((span) => span.height))).toBeGreaterThanOrEqual(LINE);
  expect(height).toBe(100 * LINE * 1.25);
  expect(nameless).toBe(false);
});

test("a picture that must fit has names on fewer tiers, and says that there are others", () => {
  const { height, spans, named, nameless } = icicle(city(), undefined, { ...room, fits: true });
  expect([height, nameless]).toEqual([400, true]);
  expect(named.map(({ label }) => label)).toEqual(["tier 1"]);
  const fields = spans.filter(({ element }) => element.depth === 0);
  expect(fields.reduce((sum, field) => sum + field.height, 0)).toBeCloseTo(400);
  expect(fields[0]!.height).toBeGreaterThan(fields[1]!.height);
});

test("what is inside an element shares its height, also where no budget is known", () => {
  const { spans } = icicle(city(), undefined, { ...room, measure: "budget", fits: true });
  for (const { element, top, height } of spans) {
    const inside = spans.filter((span) => span.element.parent === element);
    if (!inside.length) continue;
    expect(inside[0]!.top).toBeCloseTo(top);
    expect(inside.reduce((sum, span) => sum + span.height, 0)).toBeCloseTo(height);
  }
});

test("what one is in fills the height, and what has more money is taller", () => {
  const roots = toOutline([row("a"), row("a-1", 10), row("a-2", 30), row("a-3"), row("b", 5), row("b-1", 5)]).roots;
  const { height, spans } = icicle(roots, roots[0], { ...room, measure: "budget" });
  const tall = Object.fromEntries(spans.map((span) => [span.element.code, span.height]));
  expect(tall.a).toBe(height);
  expect(tall["a-3"]).toBe(LINE);
  expect((tall["a-2"]! - LINE) / (tall["a-1"]! - LINE)).toBeCloseTo(3);
  expect(tall.b).toBeUndefined();
});

test("an income has the line of its name, and no height besides", () => {
  const roots = toOutline([row("a", 900), row("b", -300), row("c", 100)]).roots;
  const { spans } = icicle(roots, undefined, { ...room, measure: "budget", last: 0 });
  const heights = Object.fromEntries(spans.map(({ element, height }) => [element.code, height]));
  expect(heights.b).toBe(LINE);
  expect(heights.a).toBeGreaterThan(heights.c!);
});
