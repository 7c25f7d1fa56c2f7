import { expect, test } from "vitest";

import { means, type Point } from "../src/graph/columns/lasso";

const BOX = { left: 10, top: 10, right: 20, bottom: 14 };

test("what an outline goes around is meant, also where it is not closed", () => {
  const around: Point[] = [
    [0, 0],
    [40, 2],
    [38, 30],
    [2, 28],
  ];
  expect(means(around, BOX)).toBe(true);
  expect(means(around, { ...BOX, left: 60, right: 70 })).toBe(false);
});

test("what lies in a bay of the outline is not meant", () => {
  const bay: Point[] = [
    [0, 0],
    [40, 0],
    [40, 4],
    [5, 4],
    [5, 20],
    [40, 20],
    [40, 30],
    [0, 30],
  ];
  expect(means(bay, BOX)).toBe(false);
});

test("what a stroke passes through is meant, what it only comes near is not", () => {
  expect(
    means(
      [
        [0, 0],
        [30, 25],
      ],
      BOX,
    ),
  ).toBe(true);
  expect(
    means(
      [
        [0, 12],
        [30, 12],
      ],
      BOX,
    ),
  ).toBe(true);
  expect(
    means(
      [
        [0, 15],
        [30, 15],
      ],
      BOX,
    ),
  ).toBe(false);
  expect(
    means(
      [
        [0, 12],
        [9, 12],
      ],
      BOX,
    ),
  ).toBe(false);
});
