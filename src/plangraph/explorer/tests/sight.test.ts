import { expect, test } from "vitest";

import { betweenFirst, toSee, toShow } from "../src/graph/render/sight";

const VIEW = { x: 0, y: 100, width: 400, height: 300 };
const box = (x: number, y: number) => ({ x, y, width: 100, height: 20 });

test("a view stays where all of it is in sight", () => {
  expect(toSee([box(0, 100), box(300, 380)], VIEW)).toBeUndefined();
  expect(toSee([], VIEW)).toBeUndefined();
});

test("a view moves to the middle of what it has room for", () => {
  expect(toSee([box(0, 390), box(100, 470)], VIEW)).toEqual({ x: -100, y: 290 });
});

test("what comes first is seen before what has no room beside it", () => {
  expect(toSee([box(0, 900), box(0, 100), box(50, 940)], VIEW)).toEqual({ x: -125, y: 780 });
});

test("what lies between the ends of a path is seen first", () => {
  expect(betweenFirst(["a", "b", "c", "d"])).toEqual(["b", "c", "a", "d"]);
  expect(betweenFirst(["a", "b"])).toEqual(["a", "b"]);
  expect(betweenFirst(["a"])).toEqual(["a"]);
});

test("a camera stays where all steps of a path are in sight, and goes where they are not", () => {
  expect(toShow([], VIEW)).toBeUndefined();
  expect(
    toShow(
      [
        { x: 10, y: 110 },
        { x: 390, y: 390 },
      ],
      VIEW,
    ),
  ).toBeUndefined();
  expect(
    toShow(
      [
        { x: 500, y: 110 },
        { x: 700, y: 210 },
      ],
      VIEW,
    ),
  ).toEqual({ centre: { x: 600, y: 160 }, smaller: 1 });
});

test("a path that is longer than the view is drawn smaller until all its steps are in it", () => {
  const steps = [
    { x: -900, y: 0 },
    { x: 300, y: 100 },
    { x: 1100, y: 700 },
  ];
  const { centre, smaller } = toShow(steps, VIEW)!;
  for (const { x, y } of steps) {
    expect(Math.abs(x - centre.x) / smaller).toBeLessThanOrEqual(VIEW.width / 2);
    expect(Math.abs(y - centre.y) / smaller).toBeLessThanOrEqual(VIEW.height / 2);
  }
});
