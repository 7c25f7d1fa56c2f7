// How columns are set into the room that there is: names whole where all of it is then in sight, else in fewer lines,
// else somewhat smaller. What still needs more is scrolled, and then its names are whole.

import { LEAST, SMALLEST } from "../../lib/measured";
import { heightsOf, placeAll, type Placed, type Room } from "./placing";
import type { ShownColumn } from "./shown";
import type { Line } from "./sums";

/** As many lines as any name takes. */
const WHOLE = 9;
/** In how many lines a name is only where nothing else helps. */
const FEWEST = 2;
/** How wide the ways between columns are, in pixels: less where names then have fewer lines and nothing is scrolled. */
const GUTTERS = [140, 90] as const;

export interface Fitted {
  readonly placed: Placed;
  /** The size of the picture on the screen, 1 as it is. */
  readonly scale: number;
}

/** What is free for the picture, in pixels of the screen, and how large the reader wants it. */
export interface Space {
  readonly width: number;
  /** The width that is free where the picture is scrolled. */
  readonly beside?: number;
  readonly height: number;
  readonly zoom: number;
  /** Whether every name is to be whole, however much height that takes. */
  readonly whole?: boolean;
}

/** Set columns and the lines between them into a space. */
export function fit(
  columns: readonly ShownColumn[],
  lines: readonly Line[],
  text: Omit<Room, "width" | "height" | "most" | "gutter" | "smallest" | "fromTop">,
  { width, beside = width, height, zoom, whole: uncut = false }: Space,
): Fitted {
  const inside = (most: number, gutter: number, scale: number, free = width) => {
    const smallest = Math.min(1, Math.max(SMALLEST, (LEAST * zoom) / scale));
    const room = { ...text, most, gutter, smallest, fromTop: false, width: free / scale };
    return { room, scale, free: height / scale, ...heightsOf(columns, room) };
  };
  type Tried = ReturnType<typeof inside>;
  const fits = ({ scale, least, free }: Tried) => scale <= zoom && least <= free + 1;
  const first = (tries: readonly (() => Tried)[]) => {
    for (const next of tries) {
      const tried = next();
      if (fits(tried)) return tried;
    }
    return undefined;
  };
  const found = (gutter: number, share: number): Tried | undefined => {
    const full = (most: number) => inside(most, gutter, zoom);
    const smaller = (most: number) => inside(most, gutter, Math.max(share, height / full(most).least / zoom) * zoom);
    const best = full(WHOLE);
    if (uncut || fits(best)) return best;
    const least = smaller(FEWEST);
    // What has no room then has none with more lines or larger letters.
    if (least.scale === share * zoom && !fits(least)) return undefined;
    return first([() => full(3), () => smaller(WHOLE), () => smaller(3), () => full(FEWEST), () => least]);
  };
  const [wide, narrow] = GUTTERS;
  const set = found(wide, SMALLEST) ?? found(narrow, SMALLEST) ?? found(wide, LEAST) ?? found(narrow, LEAST);
  const { room, scale, free, most } = set ?? inside(WHOLE, GUTTERS[0], zoom, beside);
  return {
    placed: placeAll(columns, lines, { ...room, fromTop: !set, height: Math.min(free, most) }),
    scale,
  };
}
