// Where lines stand: in the gutters between columns, from sorted ports.

import type { Line } from "./sums";

/** Where a box stands, in which column. */
interface Place {
  readonly id: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Route {
  readonly line: Line;
  readonly width: number;
  /** SVG path data. */
  readonly path: string;
  readonly start: readonly [x: number, y: number];
  readonly end: readonly [x: number, y: number];
}

const THICKEST = 9; // pixels

/** Lead lines from box to box of the next column, the thicker the more they weigh. */
export function routesOf(boxes: readonly Place[], lines: readonly Line[], weight: (line: Line) => number): Route[] {
  const found = new Map(boxes.map((box) => [`${box.column} ${box.id}`, box]));
  const ends = lines.flatMap((line) => {
    const from = found.get(`${line.column} ${line.from}`);
    const to = found.get(`${line.column + 1} ${line.to}`);
    return from && to ? [{ line, from, to }] : [];
  });
  const largest = Math.max(...ends.map(({ line }) => weight(line)), 0);
  const thick = (line: Line) => (largest ? 1 + (THICKEST - 1) * Math.sqrt(weight(line) / largest) : 1);
  const starts = ports(
    ends.map(({ line, from, to }) => ({ line, box: from, towards: to })),
    thick,
  );
  const stops = ports(
    ends.map(({ line, from, to }) => ({ line, box: to, towards: from })),
    thick,
  );
  return ends.map(({ line, from, to }) => {
    const start = [from.x + from.width, starts.get(line)!.y] as const;
    const end = [to.x, stops.get(line)!.y] as const;
    const width = Math.min(starts.get(line)!.width, stops.get(line)!.width);
    return { line, width, path: curve(start, end), start, end };
  });
}

interface End {
  readonly line: Line;
  readonly box: Place;
  readonly towards: Place;
}

/** Where each line meets its box: in the order of what it leads to, so that lines of a box do not cross at it. */
function ports(ends: readonly End[], thick: (line: Line) => number): Map<Line, { y: number; width: number }> {
  const byBox = new Map<Place, End[]>();
  for (const end of ends) byBox.set(end.box, [...(byBox.get(end.box) ?? []), end]);
  const found = new Map<Line, { y: number; width: number }>();
  for (const [box, group] of byBox) {
    group.sort((one, other) => middle(one.towards) - middle(other.towards));
    const widths = group.map(({ line }) => thick(line));
    const room = box.height - 4;
    const sum = widths.reduce((all, width) => all + width, 0);
    const scale = Math.min(1, room / sum);
    const gap = (room - sum * scale) / group.length;
    let y = box.y + 2 + gap / 2;
    group.forEach(({ line }, at) => {
      const width = widths[at]! * scale;
      found.set(line, { y: y + width / 2, width: Math.max(0.6, width) });
      y += width + gap;
    });
  }
  return found;
}

function middle({ y, height }: Place): number {
  return y + height / 2;
}

function curve([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const bend = (x2 - x1) / 2;
  const at = (value: number) => Math.round(value * 10) / 10;
  return `M${at(x1)} ${at(y1)}C${at(x1 + bend)} ${at(y1)} ${at(x2 - bend)} ${at(y2)} ${at(x2)} ${at(y2)}`;
}
