import { beforeAll, expect, test } from "vitest";

import { fit } from "../src/graph/columns/fitting";
import { show } from "../src/graph/columns/shown";
import { linesOf } from "../src/graph/columns/sums";
import { learnTown, pick, town } from "./town";

const LETTERS = 13; // pixels

beforeAll(learnTown);

const text = {
  padding: 2,
  name: (id: string) => ({ code: id, label: `${id} is called so` }),
  group: () => "",
  weight: () => 1,
  measure: (text: string) => text.length * 7,
};

test("only a picture that is scrolled leaves the room for its map free", () => {
  const network = town();
  const { columns } = show(network, pick(network, "pg:Strategy", "1", "sdgo:Goal"), ["1", "11"]);
  const inRoom = (height: number) =>
    fit(columns, linesOf(network, columns), text, { width: 1000, beside: 936, height, zoom: 1 });
  const [whole, scrolled] = [inRoom(900), inRoom(60)];
  expect(whole.placed.height).toBeLessThanOrEqual(900);
  expect(whole.placed.width).toBeCloseTo(1000);
  expect(scrolled.placed.height).toBeGreaterThan(60);
  expect(scrolled.placed.width).toBeCloseTo(936);
});

test("letters are made smaller before a picture is scrolled, and names keep their lines while there is room", () => {
  const network = town();
  const { columns } = show(network, pick(network, "pg:Strategy", "1", "sdgo:Goal"), ["1", "11"]);
  const lines = linesOf(network, columns);
  const needed = fit(columns, lines, text, { width: 400, height: 1, zoom: 1 }).placed.height;
  const { scale, placed } = fit(columns, lines, text, { width: 400, height: needed * 0.95, zoom: 1 });
  expect(scale).toBeLessThanOrEqual(1);
  expect(scale * LETTERS).toBeGreaterThanOrEqual(12);
  expect(placed.height * scale).toBeLessThanOrEqual(needed * 0.95 + 1);
});

test("letters become as small as 11 pixels where the picture then need not be scrolled, and no smaller", () => {
  const network = town();
  const { columns } = show(network, pick(network, "pg:Strategy", "1", "sdgo:Goal"), ["1", "11"]);
  const lines = linesOf(network, columns);
  const inRoom = (height: number) => fit(columns, lines, text, { width: 1000, height, zoom: 1 });
  const needed = inRoom(1).placed.height;
  const [smaller, scrolled] = [inRoom(needed * 0.88), inRoom(needed * 0.8)];
  expect(smaller.scale * LETTERS).toBeLessThan(12);
  expect(smaller.placed.height * smaller.scale).toBeLessThanOrEqual(needed * 0.88 + 1);
  const least = Math.min(...smaller.placed.boxes.map(({ letters }) => letters));
  expect(least * smaller.scale * LETTERS).toBeGreaterThanOrEqual(10.99);
  expect(scrolled.scale).toBe(1);
});
