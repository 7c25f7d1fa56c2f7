import { beforeAll, expect, test } from "vitest";

import { along } from "../src/graph/columns/along";
import { neighbour } from "../src/graph/columns/moving";
import { HEADING, placeAll, type Box, type Room } from "../src/graph/columns/placing";
import { everything, show } from "../src/graph/columns/shown";
import { linesOf } from "../src/graph/columns/sums";
import { allPaths } from "../src/graph/paths";
import { ASSUMED, learnTown, pick, town } from "./town";

beforeAll(learnTown);

const room: Room = {
  width: 1000,
  height: 500,
  padding: 2,
  most: 2,
  gutter: 140,
  smallest: 12 / 13,
  fromTop: false,
  name: (id) => ({ code: id, label: `${id} is called so` }),
  group: () => "",
  weight: ({ links }) => links.length,
  measure: (text) => text.length * 7,
};

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

test("no box lies on another, none outside, and every line stays between its columns", () => {
  const network = town();
  const keys = ["pg:Strategy", "1", "sdgo:Goal"];
  const shown = show(network, pick(network, ...keys), ["1", "11"]);
  for (const width of [360, 800, 1400]) {
    const placed = placeAll(shown.columns, linesOf(network, shown.columns), { ...room, width });
    placed.boxes.forEach((one, at) => {
      for (const other of placed.boxes.slice(at + 1)) expect(overlaps(one, other)).toBe(false);
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(placed.width + 0.01);
      expect(one.y).toBeGreaterThanOrEqual(HEADING);
    });
    for (const { line, start, end } of placed.routes) {
      const [left, right] = [placed.columns[line.column]!, placed.columns[line.column + 1]!];
      expect(start[0]).toBeLessThanOrEqual(left.x + left.width + 0.01);
      expect(start[0]).toBeGreaterThan(left.x + left.width - 40);
      expect(end[0]).toBeGreaterThanOrEqual(right.x - 0.01);
      expect(end[0]).toBeLessThan(right.x + 40);
    }
  }
});

test("on a phone two of several columns are in sight, whole", () => {
  const network = town();
  const { columns } = show(network, pick(network, "pg:Strategy", "1", "sdgo:Goal"), []);
  const name = (id: string) => ({ code: id, label: "a name that is much longer than a phone is wide" });
  for (const width of [312, 342]) {
    const placed = placeAll(columns, [], { ...room, width, name });
    const second = placed.columns[1]!;
    expect(second.x + second.width).toBeLessThanOrEqual(width + 0.01);
    expect(placed.width).toBeGreaterThan(width);
  }
});

test("the lines of a box leave it in the order of what they lead to", () => {
  const network = town();
  const shown = show(network, pick(network, "1", "sdgo:Goal"), []);
  const { routes, boxes } = placeAll(shown.columns, linesOf(network, shown.columns), room);
  const of = routes.filter(({ line }) => line.from === "1").sort((one, other) => one.start[1] - other.start[1]);
  const heights = of.map(({ line }) => boxes.find(({ id }) => id === line.to)!.y);
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
});

test("a path runs through the boxes that hold its things and the lines that stand for its steps", () => {
  const network = town();
  const { forest, ties } = network;
  const columns = show(network, pick(network, "1", "sdgo:Goal"), ["1"]).columns;
  const lines = linesOf(network, columns);
  const boxes = new Set(columns.flatMap(({ items }) => [...everything(items)]).map(({ id }) => id));
  const stated = [...ties.filter(({ basis }) => basis === ASSUMED), ...forest.edges];
  const taken = along("1", allPaths(stated, "1", "13")[0]!, { forest, boxes, lines });
  expect([...taken.boxes]).toEqual(["1", "1-2", "13"]);
  expect(lines.filter(({ key }) => taken.lines.has(key)).map(({ from, to }) => `${from} ${to}`)).toEqual(["1-2 13"]);
  expect(taken.undrawn).toBe(0);
});

test("a step of a path is not drawn where the column of one of its ends is not shown", () => {
  const network = town();
  const { forest, ties } = network;
  const columns = show(network, pick(network, "1"), ["1"]).columns;
  const boxes = new Set(columns.flatMap(({ items }) => [...everything(items)]).map(({ id }) => id));
  const stated = [...ties.filter(({ basis }) => basis === ASSUMED), ...forest.edges];
  const path = allPaths(stated, "1", "13")[0]!;
  expect(along("1", path, { forest, boxes, lines: linesOf(network, columns) }).undrawn).toBe(2);
});

test("a part that stands in two columns keeps its line, and a key leads on from either of its boxes", () => {
  const network = town();
  const columns = show(network, pick(network, "1", "2", "org:Organization"), ["1"]).columns;
  const lines = linesOf(network, columns);
  expect(lines.filter(({ column }) => column === 0).map(({ from, to }) => `${from} ${to}`)).toContain("1 1-1");
  const placed = placeAll(columns, lines, room);
  const [left, right] = placed.boxes.filter(({ id }) => id === "1-1");
  expect([left!.column, right!.column]).toEqual([0, 1]);
  expect(neighbour(placed, left!, "ArrowRight")).toBeUndefined();
  expect(neighbour(placed, right!, "ArrowRight")?.id).toBe("north");
  expect(neighbour(placed, right!, "ArrowLeft")?.id).toBe("1");
});

test("a word that is wider than its box is set smaller, not torn", () => {
  const network = town();
  const shown = show(network, pick(network, "1", "sdgo:Goal"), []);
  const name = () => ({ code: "", label: "strengthening strengthening" });
  const { boxes } = placeAll(shown.columns, [], { ...room, width: 320, name });
  for (const { text, letters } of boxes) {
    expect(letters).toBeLessThanOrEqual(1);
    expect(text.lines).toEqual(["strengthening", "strengthening"]);
  }
});
