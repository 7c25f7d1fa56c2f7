import { expect, test } from "vitest";

import { ACROSS, cutIn, pagesOf, SET, UPRIGHT } from "../src/graph/columns/paging";
import { HEADING } from "../src/graph/columns/placing";

const LETTERS = 12; // pixels
const POINT = 4 / 3; // pixels

test.each([
  [UPRIGHT, 700, 1],
  [UPRIGHT, 1240, 1],
  [UPRIGHT, 2400, 2],
  [ACROSS, 700, 1],
  [ACROSS, 1000, 2],
  [ACROSS, 5000, 8],
])("a picture for %o that is %i high is shared out over %i pages on which it can be read", (paper, height, count) => {
  const { parts, scale } = pagesOf({ width: SET, height }, paper);
  expect(parts.length).toBe(count);
  expect((LETTERS * scale) / POINT).toBeGreaterThanOrEqual(6);
  expect(parts[0]!.top).toBe(HEADING);
  expect(parts.at(-1)!.top + parts.at(-1)!.height).toBeCloseTo(height);
  for (const [at, part] of parts.slice(1).entries()) expect(parts[at]!.top + parts[at]!.height - part.top).toBe(70);
  for (const part of parts) expect((HEADING + part.height) * scale).toBeLessThanOrEqual(paper.height + 1);
});

test("a picture as wide as a page can hold is shared out by the size at which it is then drawn", () => {
  const { parts, scale } = pagesOf({ width: 2 * SET, height: 2000, heading: 0, twice: 160 }, UPRIGHT);
  expect(scale).toBeCloseTo(UPRIGHT.width / (2 * SET));
  expect(parts).toEqual([{ top: 0, height: 2000 }]);
});

test("a picture of one thing is not blown up to the page", () => {
  expect(pagesOf({ width: 90, height: 30, heading: 0, twice: 0 }, ACROSS).scale).toBeLessThan(2);
});

test("a box that is cut at the foot of a page stands whole on the next, and is drawn there alone", () => {
  const boxes = Array.from({ length: 50 }, (_, at) => ({ x: 10, y: HEADING + at * 24, width: 100, height: 20 }));
  const sheet = { width: SET, height: HEADING + 50 * 24, whole: boxes };
  const { parts } = pagesOf(sheet, ACROSS);
  const cuts = parts.map((part) => cutIn(part, sheet));
  expect(parts.length).toBe(2);
  for (const [at, part] of parts.entries())
    for (const { y, height } of boxes) {
      const isIn = y >= part.top && y + height <= part.top + part.height;
      const isOut = y + height <= part.top || y >= part.top + part.height;
      const covered = cuts[at]!.some(
        (cut) => cut.y <= Math.max(y, part.top) && cut.y + cut.height >= Math.min(y + height, part.top + part.height),
      );
      expect(isIn || isOut || covered).toBe(true);
      expect(isIn && covered).toBe(false);
    }
});
