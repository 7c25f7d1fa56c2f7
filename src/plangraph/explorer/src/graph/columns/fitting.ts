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
  /** Whether every name is to be whole, however much height that takes. */
  readonly whole?: boolean;
}

/** Set columns and the lines between them into a space. */
export function fit(
  columns: readonly ShownColumn[],
  lines: readonly Line[],
  text: Omit<Room, "width" | "height" | "most" | "fromTop">,
  { width, height, zoom, whole: uncut = false }: Space,
): Fitted {
  const inside = (most: number, scale: number) => {
    const room = { ...text, most, fromTop: false, width: width / scale };
    return { room, scale, free: height / scale, ...heightsOf(columns, room) };
  };
  const full = (most: number) => inside(most, zoom);
  const smaller = (most: number) => inside(most, Math.max(SMALLEST, height / full(most).least / zoom) * zoom);
  const [whole, , last] = TRIED;
  const before = TRIED.slice(0, -1);
  let found: ReturnType<typeof inside> | undefined = uncut ? full(whole) : undefined;
  for (const [most, set] of [
    ...before.map((most) => [most, full] as const),
    ...before.map((most) => [most, smaller] as const),
    [last, full] as const,
    [last, smaller] as const,
  ]) {
    if (found) break;
    const tried = set(most);
    if (tried.scale > zoom || tried.least > tried.free + 1) continue;
    found = tried;
  }
  const { room, scale, free, most } = found ?? full(whole);
  return {
    placed: placeAll(columns, lines, { ...room, fromTop: !found, height: Math.min(free, most) }),
    scale,
  };
}
