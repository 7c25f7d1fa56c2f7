// Where boxes stand: columns side by side, with gutters between them for the lines.

import { codedName } from "../../lib/codes";
import { breakLines, widestWord, type Lines } from "../../lib/phrases";
import { routesOf, type Route } from "./routes";
import type { Item, ShownColumn } from "./shown";
import type { Line } from "./sums";

/** What is written in a box. */
export interface Name {
  readonly code: string;
  readonly label: string;
}

export interface Box {
  readonly id: string;
  readonly column: number;
  readonly depth: number;
  readonly item: Item;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: Lines;
  /** How large the letters are, 1 as usual: smaller where a word would be torn. */
  readonly letters: number;
  /** Where the frame around its parts ends, if it is opened. */
  readonly frame: { readonly x: number; readonly width: number; readonly bottom: number } | undefined;
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly captions: readonly Caption[];
}

/** The name of a group above its first thing. */
export interface Caption {
  /** The IRI of what the group stands under. */
  readonly id: string;
  readonly x: number;
  /** Where its first line stands. */
  readonly y: number;
  readonly lines: readonly string[];
}

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly name: (id: string) => Name;
  /** What a thing stands under that is not itself in its column; the things of one are a group with its name above. */
  readonly group: (id: string) => string;
  readonly weight: (line: Line) => number;
  readonly measure: (text: string) => number;
  /** What is free above and below a name in its box, in pixels. */
  readonly padding: number;
  /** Whether a column that is shorter than others begins at the top, as where only a part of the height is in sight. */
  readonly fromTop: boolean;
  /** The most lines of a name. */
  readonly most: number;
  /** How small the letters of a long word may be, as a share of those of the picture. */
  readonly smallest: number;
  /** How wide the way between two columns is to be, in pixels, as far as there is room. */
  readonly gutter: number;
}

/** What decides how high a box is. */
type Text = Pick<Room, "name" | "group" | "measure" | "padding" | "most" | "smallest">;

/** Heights in pixels. */
export const HEADING = 30;
export const LINE = 16;
const GAP = 2;
const GROUP = 5;
export const CAPTION = 15;
const BOTTOM = 6;
const INSET = 12;
/** Widths in pixels: of boxes, of the way between columns, of what a box keeps free for its bar and its count. */
const WIDEST = { trunk: 540, other: 290 };
/** A column with short names is no narrower than this where there is room. */
const USUAL = 200;
const NARROWEST = 148;
const SLIM = 120;
const GUTTER = { least: 44, most: 420 };
export const BAR = 10; // pixels
export const COUNT = 34; // pixels
/** A column is spread over the height only so far. */
const SPREAD = 34;

/** Place everything in at least the given room; what needs more height gets it. */
export function placeAll(columns: readonly ShownColumn[], lines: readonly Line[], room: Room): Placed {
  const { strips, width } = stripsOf(columns, room);
  const stacks = stacksOf(columns, strips, room);
  const height = Math.max(room.height, ...stacks.map(({ height }) => HEADING + height + BOTTOM));
  const spreads = stacks.map((one) => spread(one, height - HEADING - BOTTOM, room.fromTop));
  const boxes = spreads.flatMap(({ boxes }) => boxes);
  const captions = spreads.flatMap(({ captions }) => captions).map((caption) => captionOf(caption, room));
  return { width, height, boxes, routes: routesOf(boxes, lines, room.weight), columns: strips, captions };
}

/** The height that columns need, and the most over which they are spread, in pixels. */
export function heightsOf(
  columns: readonly ShownColumn[],
  room: Omit<Room, "height">,
): { least: number; most: number } {
  const stacks = stacksOf(columns, stripsOf(columns, room).strips, room);
  const tallest = (of: (stack: Stack) => number) => HEADING + BOTTOM + Math.max(0, ...stacks.map(of));
  return {
    least: tallest(({ height }) => height),
    most: tallest(({ height, blocks }) => height + SPREAD * Math.max(0, blocks.length - 1)),
  };
}

/** Where the columns stand: as wide as their names want, as far as there is room; the policy system is the widest. */
function stripsOf(columns: readonly ShownColumn[], room: Pick<Room, "width" | "name" | "measure" | "gutter">) {
  const gutters = Math.max(0, columns.length - 1);
  const wanted = columns.map((column) => wantedOf(column, room));
  const sum = wanted.reduce((all, one) => all + one, 0);
  // On a phone two columns are in sight, whole, and the others beside them.
  const narrowest = Math.min(NARROWEST, Math.max(SLIM, (room.width - GUTTER.least) / 2));
  const width = Math.max(room.width, columns.length * narrowest + gutters * GUTTER.least);
  const share = Math.min(1, width / (sum + gutters * room.gutter));
  const widths = narrowed(
    wanted.map((one) => Math.max(narrowest, one * share)),
    width - gutters * GUTTER.least,
    narrowest,
  );
  const boxes = widths.reduce((all, one) => all + one, 0);
  const gutter = gutters ? Math.min(GUTTER.most, Math.max(GUTTER.least, (width - boxes) / gutters)) : 0;
  let x = Math.max(0, (width - boxes - gutters * gutter) / 2);
  const strips = widths.map((one) => {
    const strip = { x, width: one };
    x += one + gutter;
    return strip;
  });
  return { strips, width: Math.max(width, x - gutter) };
}

/** Widths that have room together: what is wider than the narrowest gives some of that. */
function narrowed(widths: readonly number[], room: number, narrowest: number): number[] {
  const sum = widths.reduce((all, one) => all + one, 0);
  const spare = sum - widths.length * narrowest;
  const kept = spare > 0 ? Math.min(1, Math.max(0, room - widths.length * narrowest) / spare) : 1;
  return widths.map((one) => narrowest + (one - narrowest) * kept);
}

/** The width in which every name of what stands in a column by itself has one line, as far as that is not too much. */
function wantedOf({ column, items }: ShownColumn, { name, measure }: Pick<Room, "name" | "measure">): number {
  const longest = Math.max(0, ...items.map(({ id }) => measure(codedName(name(id)))));
  const most = column.trunk ? WIDEST.trunk : WIDEST.other;
  return Math.min(most, Math.max(USUAL, Math.ceil(longest) + BAR + 8 + COUNT));
}

interface Stack {
  /** The boxes of each thing that stands in the column by itself, with the gap before them. */
  readonly blocks: readonly Block[];
  readonly height: number;
}

interface Block {
  readonly boxes: readonly Box[];
  /** What is free before it, the caption of its group included. */
  readonly gap: number;
  readonly height: number;
  /** The group that begins with it. */
  readonly begins: string;
}

function stacksOf(columns: readonly ShownColumn[], strips: Placed["columns"], room: Text): Stack[] {
  return columns.map(({ items }, at) => stack(items, { column: at, ...strips[at]!, depth: 0 }, room));
}

interface Strip {
  readonly column: number;
  readonly x: number;
  readonly width: number;
  readonly depth: number;
}

function stack(items: readonly Item[], strip: Strip, room: Text): Stack {
  let before = "";
  const blocks = items.map((item, at): Block => {
    const group = room.group(item.id);
    const begins = group === before ? "" : group;
    const gap = (at ? (group === before ? GAP : GROUP) : 0) + (begins ? captionHeight(begins, strip, room) : 0);
    before = group;
    const boxes = boxesOf(item, strip, room, 0);
    return { boxes, gap, begins, height: bottomOf(boxes[0]!) };
  });
  return { blocks, height: blocks.reduce((sum, { gap, height }) => sum + gap + height, 0) };
}

/** A thing's box and those of its parts, from a height on. */
function boxesOf(item: Item, strip: Strip, room: Text, y: number): Box[] {
  const { column, depth, x, width } = strip;
  const name = codedName(room.name(item.id));
  const free = width - BAR - 8 - (item.inside ? COUNT : 6);
  const letters = Math.min(1, Math.max(room.smallest, free / widestWord(name, room.measure)));
  const text = breakLines(name, free / letters, room.most, room.measure);
  const height = Math.max(1, text.lines.length) * LINE + 2 * room.padding;
  const inner = { column, depth: depth + 1, x: x + INSET, width: width - INSET - 5 };
  const parts: Box[] = [];
  let at = y + height + GAP;
  for (const part of item.parts) {
    const below = boxesOf(part, inner, room, at);
    parts.push(...below);
    at = bottomOf(below[0]!) + GAP;
  }
  const frame = item.opened ? { x, width, bottom: at + 2 } : undefined;
  return [{ id: item.id, column, depth, item, x, y, width, height, text, letters, frame }, ...parts];
}

function bottomOf({ y, height, frame }: Box): number {
  return frame ? frame.bottom : y + height;
}

/** Put the blocks of a column one below the other, spread over the height as far as they stay together. */
function spread({ blocks, height }: Stack, room: number, fromTop: boolean): { boxes: Box[]; captions: Box[] } {
  const more = blocks.length > 1 ? Math.min(SPREAD, (room - height) / (blocks.length - 1)) : 0;
  const extra = Math.max(0, more);
  const above = fromTop ? 0 : Math.max(0, (room - height - extra * (blocks.length - 1)) / 2);
  let y = HEADING + above;
  const placed: Box[] = [];
  const captions: Box[] = [];
  for (const { boxes, gap, begins, height: tall } of blocks) {
    y += gap + (placed.length ? extra : 0);
    if (begins) captions.push({ ...moved(boxes[0]!, y), id: begins });
    for (const box of boxes) placed.push(moved(box, y));
    y += tall;
  }
  return { boxes: placed, captions };
}

function captionOf({ id, x, y, width }: Box, room: Text): Caption {
  const lines = captionLines(id, width, room);
  return { id, x, y: y - 5 - (lines.length - 1) * CAPTION, lines };
}

/** Return where what is not to be cut lies: boxes, and the names of groups. */
export function wholeIn({
  boxes,
  captions,
  columns,
}: Placed): { x: number; y: number; width: number; height: number }[] {
  const named = captions.map(({ x, y, lines }) => ({
    x,
    y: y - CAPTION + 3,
    width: columns.find((column) => x >= column.x && x < column.x + column.width)?.width ?? 0,
    height: lines.length * CAPTION,
  }));
  return [...boxes, ...named];
}

function captionHeight(id: string, { width }: Strip, room: Text): number {
  return captionLines(id, width, room).length * CAPTION + 2;
}

/** A caption has one line; where names are to be whole, as many as it takes. */
function captionLines(id: string, width: number, { name, measure, most }: Text): readonly string[] {
  return breakLines(codedName(name(id)), width * BOLD, most > 3 ? most : 1, measure).lines;
}

/** Captions are bold: so much less of them goes into a width. */
const BOLD = 0.96;

function moved(box: Box, by: number): Box {
  return { ...box, y: box.y + by, frame: box.frame && { ...box.frame, bottom: box.frame.bottom + by } };
}
