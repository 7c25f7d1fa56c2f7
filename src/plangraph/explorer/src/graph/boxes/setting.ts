// Boxes with names inside, set where a layout wants them so that none lies over another.

import type { Position } from "../state";

/** A thing that is to be set: how much room it takes, and where the layout has it (y grows upwards). */
export interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly at: Position;
}

/** A box on the sheet, its corner in pixels from the upper left. */
export interface SetBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The column in which it stands, counted from the left; 0 where there are none. */
  readonly column: number;
}

export interface Strip {
  readonly x: number;
  readonly width: number;
}

export interface Setting {
  readonly boxes: readonly SetBox[];
  /** The columns from left to right; empty where there are none. */
  readonly columns: readonly Strip[];
  readonly width: number;
  readonly height: number;
}

/** So many things at most can be read as boxes. */
export const MOST_BOXES = 300;
export const GAP = 10; // pixels
/** How far a line between boxes of one column swings out, in pixels. */
export const SWING = 26;
/** What stays free above columns for their headings, and for two lines that say how they are tied to what is chosen. */
export const HEAD = 58;
const EDGE = 4; // pixels
const SPREAD = 34; // pixels
const NOTHING: Setting = { boxes: [], columns: [], width: 1, height: 1 };
const SAME = 1e-3; // units of the layout

/**
 * Set things in columns, one for each place from left to right; `gutter` is what stays free between two for lines.
 * Over a height that is free they are spread as far as they stay together.
 */
export function inColumns(things: readonly Sized[], gutter: number, free = 0): Setting {
  if (!things.length) return NOTHING;
  const groups = columnsOf(things);
  const needs = groups.map((group) => group.reduce((sum, { height }) => sum + height + GAP, -GAP));
  const most = Math.max(...groups.map((group, at) => needs[at]! + (group.length - 1) * SPREAD));
  const tall = Math.max(...needs, Math.min(free - HEAD - EDGE, most));
  const heights = things.map(({ at }) => at[1]);
  const [top, bottom] = [Math.max(...heights), Math.min(...heights)];
  const wish = ({ at, height }: Sized) =>
    top > bottom ? ((top - at[1]) / (top - bottom)) * (tall - height) : (tall - height) / 2;
  let x = EDGE;
  const columns: Strip[] = [];
  const boxes: SetBox[] = [];
  groups.forEach((group, column) => {
    const width = Math.max(...group.map((thing) => thing.width));
    const ys = settled(group, wish, tall);
    group.forEach(({ id, height }, at) => boxes.push({ id, x, y: HEAD + ys[at]!, width, height, column }));
    columns.push({ x, width });
    x += width + gutter;
  });
  return { boxes, columns, width: x - gutter + SWING, height: HEAD + tall + EDGE };
}

/** Set things where they stand, drawn apart until none lies over another. */
export function apart(things: readonly Sized[]): Setting {
  if (!things.length) return NOTHING;
  const centres = things.map(({ at: [x, y] }) => [x, -y] as [number, number]);
  const scale = scaleOf(things, centres);
  for (const centre of centres) [centre[0], centre[1]] = [centre[0] * scale, centre[1] * scale];
  for (let round = 0; round < ROUNDS && push(things, centres); round++);
  const left = Math.min(...things.map(({ width }, at) => centres[at]![0] - width / 2)) - EDGE;
  const top = Math.min(...things.map(({ height }, at) => centres[at]![1] - height / 2)) - EDGE;
  const boxes = things.map(({ id, width, height }, at): SetBox => {
    const [x, y] = centres[at]!;
    return { id, x: x - width / 2 - left, y: y - height / 2 - top, width, height, column: 0 };
  });
  return {
    boxes,
    columns: [],
    width: Math.max(...boxes.map(({ x, width }) => x + width)) + EDGE,
    height: Math.max(...boxes.map(({ y, height }) => y + height)) + EDGE,
  };
}

const ROUNDS = 200; // of drawing apart

function columnsOf(things: readonly Sized[]): Sized[][] {
  const groups: Sized[][] = [];
  let last = -Infinity;
  for (const thing of [...things].sort((one, other) => one.at[0] - other.at[0] || other.at[1] - one.at[1])) {
    if (thing.at[0] - last > SAME) groups.push([]);
    groups.at(-1)!.push(thing);
    last = thing.at[0];
  }
  return groups.map((group) => group.sort((one, other) => other.at[1] - one.at[1]));
}

/** The heights nearest to those that things of a column wish for, with none over another. */
function settled(group: readonly Sized[], wish: (thing: Sized) => number, tall: number): number[] {
  const ys = group.map(wish);
  let least = 0;
  for (const [at, { height }] of group.entries()) {
    ys[at] = Math.max(ys[at]!, least);
    least = ys[at]! + height + GAP;
  }
  let most = tall;
  for (let at = group.length - 1; at >= 0; at--) {
    ys[at] = Math.min(ys[at]!, most - group[at]!.height);
    most = ys[at]! - GAP;
  }
  return ys;
}

/** How far places are spread so that half of the neighbours stand free of each other. */
function scaleOf(things: readonly Sized[], centres: readonly (readonly [number, number])[]): number {
  const needed = things.map((one, at) => {
    let least = 0;
    let near = Infinity;
    for (const [beside, other] of things.entries()) {
      if (beside === at) continue;
      const [dx, dy] = [0, 1].map((axis) => Math.abs(centres[at]![axis]! - centres[beside]![axis]!)) as [
        number,
        number,
      ];
      const away = Math.hypot(dx, dy);
      if (away >= near) continue;
      near = away;
      least = Math.min(free(one.width, other.width) / dx, free(one.height, other.height) / dy);
    }
    return least;
  });
  const known = needed.filter((scale) => scale > 0 && Number.isFinite(scale)).sort((one, other) => one - other);
  return known[Math.floor(known.length / 2)] ?? 1;
}

function free(one: number, other: number): number {
  return (one + other) / 2 + GAP;
}

/** Push what overlaps apart, the shorter way; says whether anything did. */
function push(things: readonly Sized[], centres: [number, number][]): boolean {
  let moved = false;
  const left = (at: number) => centres[at]![0] - things[at]!.width / 2;
  const order = things.map((_, at) => at).sort((one, other) => left(one) - left(other));
  for (const [rank, at] of order.entries()) {
    const [one, a] = [things[at]!, centres[at]!];
    for (let next = rank + 1; next < order.length; next++) {
      const [other, b] = [things[order[next]!]!, centres[order[next]!]!];
      if (left(order[next]!) > a[0] + one.width / 2 + GAP) break;
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const across = free(one.width, other.width) - Math.abs(dx);
      const down = free(one.height, other.height) - Math.abs(dy);
      if (across <= SAME || down <= SAME) continue;
      moved = true;
      const axis = across < down ? 0 : 1;
      const by = ((axis ? down : across) / 2) * ((axis ? dy : dx) < 0 ? -1 : 1);
      a[axis] -= by;
      b[axis] += by;
    }
  }
  return moved;
}
