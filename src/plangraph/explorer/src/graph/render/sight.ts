// Where a view of a larger picture is to move, so that what matters comes into sight.

import type { Position } from "../state";

/** A part of a picture, or of a view of it, in the same measure. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a view is to begin so that areas are in it: as many as have room together, the first before the others.
 *
 * @returns nothing where the view need not move.
 */
export function toSee(areas: readonly Area[], view: Area): { x: number; y: number } | undefined {
  const [first, ...others] = areas;
  if (!first) return undefined;
  const { x, y, width, height } = others.reduce((all, area) => {
    const both = around(all, area);
    return both.width <= view.width && both.height <= view.height ? both : all;
  }, first);
  const inSight = x >= view.x && x + width <= view.x + view.width && y >= view.y && y + height <= view.y + view.height;
  return inSight ? undefined : { x: x - (view.width - width) / 2, y: y - Math.max(0, view.height - height) / 2 };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a camera is to look so that all spots are in its view, and how many times smaller it then draws, 1 as now.
 *
 * @returns nothing where it need not move.
 */
export function toShow(spots: readonly Spot[], view: Area): { centre: Spot; smaller: number } | undefined {
  if (!spots.length) return undefined;
  const all = spots.map(({ x, y }) => ({ x, y, width: 0, height: 0 })).reduce(around);
  const smaller = Math.max(1, all.width / view.width, all.height / view.height);
  if (smaller === 1 && !toSee([all], view)) return undefined;
  return { centre: { x: all.x + all.width / 2, y: all.y + all.height / 2 }, smaller };
}

/** The smallest area that holds all places of a layout, with y downwards as on a screen. */
export function extentOf(places: Iterable<Position>): Area | undefined {
  const areas = [...places].map(([x, y]) => ({ x, y: -y, width: 0, height: 0 }));
  return areas.length ? areas.reduce(around) : undefined;
}

/** The smallest area that holds two. */
function around(one: Area, other: Area): Area {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** What a path leads through, in the order in which it is to be seen: what lies between its ends tells it apart. */
export function betweenFirst(things: readonly string[]): string[] {
  return [...things.slice(1, -1), ...things.slice(0, 1), ...things.slice(1).slice(-1)];
}
