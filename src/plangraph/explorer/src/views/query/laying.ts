// Where the things of an answer stand: tied ones near each other, none on another.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Net } from "./drawing";

/** Half the width and half the height of a box. */
export type Size = readonly [wide: number, high: number];
export type Spot = readonly [x: number, y: number];

const TICKS = 300; // rounds
/** Room around a mark, in pixels. */
const [ROOM, STRETCH] = [13, 52];
const [MARK, BETWEEN, ROUNDS] = [8, 3, 100]; // half of a mark, between two things, and how often they are parted

/** The places of all things in a box of a width, and how high it is; those that are boxes themselves cover no other. */
export function laid(
  { knots, links }: Net,
  width: number,
  boxes: ReadonlyMap<string, Size> = new Map<string, Size>(),
): { spots: Map<string, Spot>; height: number } {
  const nodes = knots.map(({ iri }) => ({ iri, x: NaN, y: NaN }));
  const ends = links.map(([source, target]) => ({ source, target }));
  const wide = 1.6; // pulled less to the middle from the sides than from above
  forceSimulation(nodes)
    .force(
      "links",
      forceLink<(typeof nodes)[number], (typeof ends)[number]>(ends)
        .id(({ iri }) => iri)
        .distance(STRETCH),
    )
    .force("apart", forceManyBody().strength(-140).distanceMax(320))
    .force("room", forceCollide(ROOM))
    .force("x", forceX().strength(0.05 / wide))
    .force("y", forceY().strength(0.05 * wide))
    .stop()
    .tick(TICKS);
  const span = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = span(nodes.map(({ x }) => x));
  const margin = { x: 110, y: 24 };
  const scale = Math.min(1.6, (width - 2 * margin.x) / (right - left || 1));
  const side = (width - (right - left) * scale) / 2;
  const things = nodes.map(({ iri, x, y }) => {
    const [wide, high] = boxes.get(iri) ?? [MARK, MARK];
    return { iri, x: side + (x - left) * scale, y: y * scale, wide, high, isBox: boxes.has(iri) };
  });
  part(things, width);
  const [first, last] = span(things.flatMap(({ y, high }) => [y - high, y + high]));
  return {
    spots: new Map(things.map(({ iri, x, y }) => [iri, [x, margin.y - MARK + y - first]])),
    height: Math.max(0, last - first) + 2 * (margin.y - MARK),
  };
}

interface Thing {
  x: number;
  y: number;
  readonly wide: number;
  readonly high: number;
  readonly isBox: boolean;
}

/** Push what lies on each other apart, the shorter way, or the other where that is no help; marks give way to boxes. */
function part(things: readonly Thing[], width: number): void {
  let free = false;
  for (let round = 0; round < ROUNDS && !free; round++) {
    free = true;
    for (const [at, one] of things.entries())
      for (const other of things.slice(at + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const over = [one.wide + other.wide + BETWEEN - Math.abs(dx), one.high + other.high + BETWEEN - Math.abs(dy)];
        if (Math.min(...over) <= 0) continue;
        free = false;
        const share = one.isBox === other.isBox ? 0.5 : one.isBox ? 0 : 1; // of the way that the first goes
        const isWedged = round > ROUNDS / 2 && one.isBox !== other.isBox; // between two boxes
        const along = over[0]! < over[1]! !== isWedged ? "x" : "y";
        const way = along === "x" ? over[0]! * (dx < 0 ? -1 : 1) : over[1]! * (dy < 0 ? -1 : 1);
        one[along] -= way * share;
        other[along] += way * (1 - share);
      }
    for (const thing of things) thing.x = Math.max(thing.wide, Math.min(width - thing.wide, thing.x));
  }
}
