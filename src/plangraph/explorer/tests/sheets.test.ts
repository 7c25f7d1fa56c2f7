import { expect, test } from "vitest";

import type { Element } from "../src/lib/outline";
import type { Span } from "../src/views/overview/layout";
import { sheets, WAYS } from "../src/views/overview/sheets";

const LINE = 20; // pixels

/** A plan whose only element has groups of things, each as tall as given. */
function plan(groups: number, things: number, tall: number): { spans: Span[]; height: number } {
  const element = (depth: number, parent?: Element) => ({ depth, parent, iri: "" }) as Element;
  const root = element(0);
  const spans: Span[] = [{ element: root, top: 0, height: groups * things * tall }];
  for (let group = 0; group < groups; group += 1) {
    const above = element(1, root);
    spans.push({ element: above, top: group * things * tall, height: things * tall });
    for (let at = 0; at < things; at += 1)
      spans.push({ element: element(2, above), top: (group * things + at) * tall, height: tall });
  }
  return { spans, height: groups * things * tall };
}

test.each(WAYS)("a plan for paper put %s is parted between the names, and all of it is there", (way) => {
  const { spans, height } = plan(5, 17, 23);
  const parts = sheets(spans, height, LINE, way);
  const named = spans.filter(({ element }) => element.depth === 2);
  const drawn = parts.flatMap((part) => part.spans.filter(({ element }) => element.depth === 2));
  expect(parts.length).toBeGreaterThan(1);
  expect(drawn.map(({ element }) => element)).toEqual(named.map(({ element }) => element));
  for (const span of drawn) expect(span.height).toBeCloseTo(23);
  expect(parts.reduce((sum, part) => sum + part.height, 0)).toBeCloseTo(height);
  for (const part of parts) expect(part.spans[0]).toMatchObject({ top: 0, height: part.height });
});

test("a page ends above a group where little of it is left blank", () => {
  const { spans, height } = plan(3, 20, 21); // 420 pixels a group
  expect(sheets(spans, height, LINE, "upright").map((part) => part.height)).toEqual([840, 420]);
});

test("a plan that finds room on one page is not parted", () => {
  const { spans, height } = plan(2, 10, 25);
  expect(sheets(spans, height, LINE, "upright").map((part) => part.height)).toEqual([500]);
});
