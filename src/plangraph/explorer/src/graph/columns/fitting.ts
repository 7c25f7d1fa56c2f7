// How columns are set into the room that there is: names whole where all of it is then in sight, else in fewer lines,
// else somewhat smaller. What still needs more is scrolled, and then its names are whole.

import { heightsOf, placeAll, type Placed, type Room } from "./placing";
import type { ShownColumn } from "./shown";
import type { Line } from "./sums";

/** As many lines as any name takes. */
const WHOLE = 9;
/** In how many lines a name may be, the best first; the last of them only where nothing else helps. */
const TRIED = [WHOLE, 3, 2] as const;
/** Letters are not made smaller than this share of their size. */
const SMALLEST = 0.82;

export interface Fitted {
  readonly placed: Placed;
  /** The size of the picture on the screen, 1 as it is. */
  readonly scale: number;
}

/** What is free for the picture, in pixels of the screen, and how large the reader wants it. */
export interface Space {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** Set columns and the lines between them into a space. */
export function fit(
  columns: readonly ShownColumn[],
  lines: readonly Line[],
  text: Omit<Room, "width" | "height" | "most" | "fromTop">,
  { width, height, zoom }: Space,
): Fitted {
  const inside = (most: number, scale: number) => {
    const room = { ...text, most, fromTop: false, width: width / scale };
    return { room, scale, free: height / scale, ...heightsOf(columns, room) };
  };
  const full = TRIED.map((most) => inside(most, zoom));
  const smaller = full.map(({ room, least }) => inside(room.most, Math.max(SMALLEST, height / least / zoom) * zoom));
  const found = [...full.slice(0, -1), ...smaller.slice(0, -1), full.at(-1)!, smaller.at(-1)!].find(
    ({ least, free, scale }) => scale <= zoom && least <= free + 1,
  );
  const { room, scale, free, most } = found ?? full[0]!;
  return {
    placed: placeAll(columns, lines, { ...room, fromTop: !found, height: Math.min(free, most) }),
    scale,
  };
}
