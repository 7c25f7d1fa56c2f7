// How large the boxes of a network are: as their names need, in lines of the letters of the picture.

import { apart, inColumns, type Setting } from "../../../graph/boxes/setting";
import { LINE } from "../../../graph/columns/placing";
import { nameOf, type NodeRecord } from "../../../graph/records";
import type { Position } from "../../../graph/state";
import type { Language } from "../../../lib/address.svelte";
import { breakLines } from "../../../lib/phrases";
import { LARGEST, measured, SMALLEST } from "../../../lib/measured";
import type { Size } from "../drawn/room";

/** Lengths in pixels. */
export const MARK = 14;
export const PADDING = 8;
const BESIDE_NAME = MARK + 3 * PADDING;
const [NARROWEST, WIDEST] = [150, 240];
const GUTTER = 64;
/** On paper, where it cannot be moved sideways. */
const CLOSE = { narrowest: 128, gutter: 44 };
const MOST_LINES = 9; // of a name

/** Set things as boxes in columns that fit into a room (pixels), or where a layout has them. */
export function setIn(
  { width, height }: Size,
  nodes: readonly NodeRecord[],
  positions: ReadonlyMap<string, Position>,
  layered: boolean,
  lang: Language,
  onPaper = false,
): Setting {
  const { narrowest, gutter } = onPaper ? CLOSE : { narrowest: NARROWEST, gutter: GUTTER };
  const measure = measured(lang);
  const columns = new Set(nodes.map(({ id }) => positions.get(id)![0])).size;
  const room = (width / SMALLEST + gutter) / columns - gutter;
  const widest = layered ? Math.min(WIDEST, Math.max(narrowest, room)) : WIDEST;
  const sized = nodes.map((node) => {
    const lines = linesIn(widest, node, lang);
    return {
      id: node.id,
      width: Math.max(...lines.map(measure)) + BESIDE_NAME,
      height: lines.length * LINE + PADDING,
      at: positions.get(node.id)!,
    };
  });
  if (!layered) return apart(sized);
  const dense = inColumns(sized, gutter);
  return onPaper ? dense : inColumns(sized, gutter, height / scaleIn({ width, height }, dense));
}

/** How large a picture is drawn in a room: as large as it fits in, with letters that are read. */
export function scaleIn(room: Size, picture: Size): number {
  return Math.max(SMALLEST, Math.min(LARGEST, fitting(room, picture)));
}

/** How large all of a picture is in a room. */
export function fitting(room: Size, { width, height }: Size): number {
  return Math.min(LARGEST, room.width / width, room.height / height);
}

/** The name of a thing in lines for a box of a width (pixels). */
export function linesIn(width: number, node: NodeRecord, lang: Language): readonly string[] {
  return breakLines(nameOf(node, lang), width - BESIDE_NAME, MOST_LINES, measured(lang)).lines;
}
