// Lines between boxes: through the gutters between columns and the gaps between boxes, never over a name.

import { GAP, SWING, type SetBox, type Setting } from "./setting";

type Point = readonly [x: number, y: number];

export interface End {
  readonly key: string;
  readonly source: string;
  readonly target: string;
}

/** A line as it is drawn. */
export interface Way {
  readonly key: string;
  /** SVG path data, from the source to the target. */
  readonly path: string;
  /** Where its name stands. */
  readonly middle: Point;
}

/** The lines between boxes that are set; those whose ends are not are left out. */
export function route(setting: Setting, ends: readonly End[]): Way[] {
  const boxes = new Map(setting.boxes.map((box) => [box.id, box]));
  const free = setting.columns.map((_, at) => gapsOf(setting.boxes.filter(({ column }) => column === at)));
  const known = ends.flatMap((end) => {
    const [source, target] = [boxes.get(end.source), boxes.get(end.target)];
    return source && target && source !== target ? [{ key: end.key, source, target }] : [];
  });
  if (!setting.columns.length) return known.map(({ key, source, target }) => straight(key, source, target));
  const ports = portsOf(known);
  return known.map((one) => {
    const { key, source, target } = one;
    const [from, to] = [ports.get(`${key} ${source.id}`)!, ports.get(`${key} ${target.id}`)!];
    if (source.column === target.column) return around(key, source, from, to);
    const forward = source.column < target.column;
    const [left, right] = forward ? [source, target] : [target, source];
    const [y1, y2] = forward ? [from, to] : [to, from];
    const points = through(setting, free, left, right, y1, y2);
    return { key, path: drawn(forward ? points : points.reverse()), middle: middleOf(points) };
  });
}

interface Joined {
  readonly key: string;
  readonly source: SetBox;
  readonly target: SetBox;
}

/** The height at which each line meets each of its boxes: in the order of what it leads to. */
function portsOf(ends: readonly Joined[]): Map<string, number> {
  const sides = new Map<string, { readonly box: SetBox; readonly lines: { key: string; towards: number }[] }>();
  for (const { key, source, target } of ends)
    for (const [box, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const side = `${box.id} ${other.column >= box.column}`;
      const found = sides.get(side) ?? { box, lines: [] };
      found.lines.push({ key, towards: other.y + other.height / 2 });
      sides.set(side, found);
    }
  const ports = new Map<string, number>();
  for (const { box, lines } of sides.values()) {
    lines.sort((one, other) => one.towards - other.towards);
    const step = (box.height - 6) / lines.length;
    lines.forEach(({ key }, at) => ports.set(`${key} ${box.id}`, box.y + 3 + (at + 0.5) * step));
  }
  return ports;
}

/** The points of a line from left to right: between the columns it bends, through those in between it goes level. */
function through(
  { columns }: Setting,
  free: readonly (readonly Gap[])[],
  left: SetBox,
  right: SetBox,
  from: number,
  to: number,
): Point[] {
  const points: Point[] = [[left.x + left.width, from]];
  for (let at = left.column + 1; at < right.column; at++) {
    const share = (at - left.column) / (right.column - left.column);
    const wish = from + (to - from) * share;
    const y = nearest(free[at]!, wish);
    points.push([columns[at]!.x, y], [columns[at]!.x + columns[at]!.width, y]);
  }
  points.push([right.x, to]);
  return points;
}

/** A range of heights at which a line passes all boxes of a column. */
type Gap = readonly [from: number, to: number];

/** What is free in a column, from above. */
function gapsOf(boxes: readonly SetBox[]): Gap[] {
  const gaps: Gap[] = [];
  let from = -Infinity;
  for (const { y, height } of [...boxes].sort((one, other) => one.y - other.y)) {
    if (y - AWAY >= from - ROUNDING) gaps.push([from, y - AWAY]);
    from = Math.max(from, y + height + AWAY);
  }
  return [...gaps, [from, Infinity]];
}

/** The free height nearest to the one wished for; of two as near, the upper one. */
function nearest(gaps: readonly Gap[], wish: number): number {
  let [low, high] = [0, gaps.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (gaps[middle]![1] < wish) low = middle + 1;
    else high = middle;
  }
  const below = gaps[low]![0];
  if (below <= wish || !low) return Math.max(below, wish);
  const above = gaps[low - 1]![1];
  return wish - above <= below - wish ? above : below;
}

/** How far lines stay away from boxes that they pass. */
const AWAY = GAP / 2;

const ROUNDING = 1e-6; // pixels

/** Bends and level parts by turns. */
function drawn(points: readonly Point[]): string {
  let path = `M${rounded(points[0]!)}`;
  points.slice(1).forEach((point, at) => {
    const before = points[at]!;
    if (point[1] === before[1]) path += `L${rounded(point)}`;
    else {
      const bend = (before[0] + point[0]) / 2;
      path += `C${rounded([bend, before[1]])} ${rounded([bend, point[1]])} ${rounded(point)}`;
    }
  });
  return path;
}

function around(key: string, { x, width }: SetBox, from: number, to: number): Way {
  const [side, out] = [x + width, x + width + SWING];
  return {
    key,
    path: `M${rounded([side, from])}C${rounded([out, from])} ${rounded([out, to])} ${rounded([side, to])}`,
    middle: [side + SWING / 2, (from + to) / 2],
  };
}

/** From the edge of one box to that of the other, along the line between their middles. */
function straight(key: string, source: SetBox, target: SetBox): Way {
  const [from, to] = [rim(source, target), rim(target, source)];
  return {
    key,
    path: `M${rounded(from)}L${rounded(to)}`,
    middle: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
  };
}

function rim(box: SetBox, other: SetBox): Point {
  const [x, y] = centre(box);
  const [dx, dy] = [centre(other)[0] - x, centre(other)[1] - y];
  const share = Math.min(box.width / 2 / Math.abs(dx), box.height / 2 / Math.abs(dy), 1);
  return [x + dx * share, y + dy * share];
}

function centre({ x, y, width, height }: SetBox): Point {
  return [x + width / 2, y + height / 2];
}

function middleOf(points: readonly Point[]): Point {
  const [one, other] = [points.at(-2)!, points.at(-1)!];
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}

function rounded([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
