import { expect, test } from "vitest";

import { route } from "../src/graph/boxes/routing";
import { saidOf } from "../src/graph/boxes/said";
import { apart, GAP, inColumns, type SetBox, type Sized } from "../src/graph/boxes/setting";

function thing(id: string, x: number, y: number, height = 20): Sized {
  return { id, width: 100, height, at: [x, y] };
}

function overlaps(boxes: readonly SetBox[]): number {
  const meet = (a: SetBox, b: SetBox) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return boxes.filter((one, at) => boxes.slice(at + 1).some((other) => meet(one, other))).length;
}

const CROWD = Array.from({ length: 40 }, (_, at) => thing(String(at), at % 3, -Math.floor(at / 3) / 9, 20 + (at % 4)));

test("in columns things stand one below the other in the order of the layout, and none over another", () => {
  const { boxes, columns, height } = inColumns(CROWD, 60);
  expect(columns).toHaveLength(3);
  expect(overlaps(boxes)).toBe(0);
  const first = boxes.filter(({ column }) => column === 0);
  expect(first.map(({ id }) => Number(id))).toEqual([...first.map(({ id }) => Number(id))].sort((a, b) => a - b));
  expect(Math.max(...boxes.map((box) => box.y + box.height))).toBeLessThanOrEqual(height);
});

test("without columns things are drawn apart until none lies over another", () => {
  const { boxes, width, height } = apart(CROWD);
  expect(overlaps(boxes)).toBe(0);
  for (const box of boxes) {
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
});

test("columns are spread over the height that is free, as far as they stay together", () => {
  const [dense, spread, most] = [0, 900, 9000].map((free) => inColumns(CROWD, 60, free));
  expect(spread!.height).toBeGreaterThan(dense!.height);
  expect(spread!.height).toBeLessThanOrEqual(900);
  expect(most!.height).toBeLessThan(2000);
  expect(overlaps(spread!.boxes)).toBe(0);
});

test("over each column stands what the lines of a thing to it say, and nothing of other lines", () => {
  const edge = (source: string, relation: string, target: string) => ({ source, relation, target });
  const edges = [edge("a", "serves", "b"), edge("c", "is in", "a"), edge("d", "is in", "a"), edge("d", "serves", "a")];
  const column = (id: string) => ({ b: 2, c: 0, d: 0 })[id];
  const called = (relation: string, forward: boolean) => (forward ? relation : `← ${relation}`);
  const said = saidOf("a", [...edges, edge("b", "knows", "c"), edge("a", "serves", "gone")], column, called);
  expect(said).toEqual(
    new Map([
      [2, ["serves"]],
      [0, ["← is in", "← serves"]],
    ]),
  );
});

test("nothing to set is no picture", () => {
  expect(inColumns([], 60).boxes).toEqual([]);
  expect(apart([]).boxes).toEqual([]);
});

test("a line to a column further on passes through a gap of the one between, not through a box", () => {
  const setting = inColumns([thing("a", 0, 0), thing("b", 1, 0), thing("c", 1, -1), thing("d", 2, 0)], 60);
  const [way] = route(setting, [{ key: "a-d", source: "a", target: "d" }]);
  const level = /L[\d.]+ ([\d.]+)/.exec(way!.path);
  const [b, c] = ["b", "c"].map((id) => setting.boxes.find((box) => box.id === id)!);
  const y = Number(level![1]);
  expect([b, c].every((box) => y < box!.y || y > box!.y + box!.height)).toBe(true);
});

test("lines leave a box in the order of what they lead to", () => {
  const setting = inColumns([thing("a", 0, 0, 40), thing("b", 1, 1), thing("c", 1, 0), thing("d", 1, -1)], 60);
  const ways = route(
    setting,
    ["d", "b", "c"].map((target) => ({ key: target, source: "a", target })),
  );
  const start = Object.fromEntries(ways.map(({ key, path }) => [key, Number(/^M[\d.]+ ([\d.]+)/.exec(path)![1])]));
  expect(start.b!).toBeLessThan(start.c!);
  expect(start.c!).toBeLessThan(start.d!);
});

test("a line between things of one column swings out beside it, one to nowhere is left out", () => {
  const setting = inColumns([thing("a", 0, 1), thing("b", 0, 0)], 60);
  const ways = route(setting, [
    { key: "a-b", source: "a", target: "b" },
    { key: "a-z", source: "a", target: "z" },
  ]);
  expect(ways.map(({ key }) => key)).toEqual(["a-b"]);
  expect(ways[0]!.middle[0]).toBeGreaterThan(100 + GAP);
});
