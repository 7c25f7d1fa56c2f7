// Where the things of an answer stand: tied ones near each other, none on another.

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Net } from "./drawing";

export type Spot = readonly [x: number, y: number];

const TICKS = 300; // rounds
/** Room around a mark, in pixels. */
const [ROOM, STRETCH] = [13, 52];

/** The places of all things in a box of a width, and how high the box is. */
export function laid({ knots, links }: Net, width: number): { spots: Map<string, Spot>; height: number } {
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
  const [top, bottom] = span(nodes.map(({ y }) => y));
  const margin = { x: 110, y: 24 };
  const scale = Math.min(1.6, (width - 2 * margin.x) / (right - left || 1));
  const side = (width - (right - left) * scale) / 2;
  return {
    spots: new Map(nodes.map(({ iri, x, y }) => [iri, [side + (x - left) * scale, margin.y + (y - top) * scale]])),
    height: (bottom - top) * scale + 2 * margin.y || 2 * margin.y,
  };
}
