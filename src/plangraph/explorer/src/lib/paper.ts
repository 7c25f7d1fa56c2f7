// How a table finds room on paper.

import { phrases, widestWord } from "./phrases";
import { WIDE, widthOf } from "./wide";

/** How wide A4 is within its margins, upright and across, in letters of a table. */
const ROOM = 76;
const ROOM_ACROSS = 112;
/** What stands on both sides of a column, in letters. */
const GAP = 0.7;
/** How narrow a column of texts may become, in letters, where there is no room for its phrases. */
const KEPT = 3;
/** How long the longest word or phrase is that finds room whole, in letters; an address, which is longer, is broken. */
const WORD = 8;
/** The share of the cells of a column that are to find room; the few that are longer make their rows higher. */
const MOST = 0.9;
/** Up to how many rows are read at a glance. */
const FEW = 2;
/** In which share of the rows a text may stand below them. */
const FEW_OF = 0.15;
/** How long a text is that may stand over or below its rows, in letters, and how many lines it takes over them. */
const LONG = 14;
const OVER = 1.5;
/** How many rows are tried, and how much room is moved at a time, in letters. */
const SAMPLE = 800;
const STEPS = [6, 3, 1.5, 0.75];
/** How many rows stand under one head, and how many lines a row may become higher before its phrases are torn. */
const PAGE = 40;
const TORN = 0.6;
/** Two letters, none of them Japanese, between which no line ends. */
const INSIDE_WORD = new RegExp(`^[^-\\s${WIDE}][^\\s${WIDE}]$`);
const NARROW = new RegExp(`[^\\s${WIDE}]+`, "g");

/** How wide upright A4 is within its margins, and how high letters must be that can be read on it, in pixels. */
const UPRIGHT = 718;
const READABLE = 8;

/** How many times as high as on the screen letters are to be set in a picture of a width, both in pixels, on paper. */
export function enlarged(letters: number, width: number): number {
  return Math.max(1, (READABLE * width) / (UPRIGHT * letters));
}

/** The texts of a column. */
export interface Texts {
  readonly head: string;
  readonly cells: readonly string[];
  /** Whether no text may be broken. */
  readonly whole: boolean;
}

/** Return which columns say the same in each of several rows: on paper they are told once and take no room. */
export function alike(columns: readonly (readonly string[])[]): boolean[] {
  const same = columns.map((cells) => cells.length > FEW && cells.every((cell) => cell === cells[0]));
  return same.every(Boolean) ? same.map(() => false) : same;
}

/** Return which columns hold a long text in few rows: on paper it stands below the row, and takes no column. */
export function rare(columns: readonly (readonly string[])[]): boolean[] {
  return columns.map((cells) => {
    const told = cells.filter(Boolean);
    return told.length > 0 && told.length <= FEW_OF * cells.length && sum(told.map(letters)) >= LONG * told.length;
  });
}

/** How a table stands on paper. */
export interface Laid {
  /** The place of the column whose texts stand over the rows that follow each other and share them, or -1. */
  readonly over: number;
  /** The shares of the other columns, in per cent, on upright paper and across. */
  readonly upright: readonly number[];
  readonly across: readonly number[];
}

/** Return how columns stand on paper, so that all rows together are as low as may be. */
export function laid(columns: readonly Texts[]): Laid {
  const [over, heads] = shared(columns);
  const others = columns.filter((_, at) => at !== over);
  const [inRows, apart] = [lowest(columns, ROOM), lowest(others, ROOM)];
  const isOver = over >= 0 && apart.height + OVER * heads < inRows.height;
  return {
    over: isOver ? over : -1,
    upright: (isOver ? apart : inRows).shares,
    across: lowest(isOver ? others : columns, ROOM_ACROSS).shares,
  };
}

/** The place of the column with most letters in cells that are like the one above, or -1, and its other cells. */
function shared(columns: readonly Texts[]): readonly [at: number, heads: number] {
  let [best, most, heads] = [-1, 0, 0];
  for (const [at, { cells }] of columns.entries()) {
    const first = cells.filter((cell, row) => row === 0 || cell !== cells[row - 1]);
    const length = sum(first.map(letters));
    const saved = sum(cells.map(letters)) - length;
    if (first.length > 1 && length >= LONG * first.filter(Boolean).length && saved > most)
      [best, most, heads] = [at, saved, first.length];
  }
  return [best, heads];
}

/** The shares of the width of columns, in per cent, where rows are lowest, and how high all rows are, in lines. */
function lowest(columns: readonly Texts[], width: number): { shares: number[]; height: number } {
  const needs = columns.map(needOf);
  const room = width - GAP * columns.length;
  let first = needs.map(({ floor }) => floor);
  for (let lines = 1; sum(first) < room && lines < 40; lines += 0.25) {
    const tried = needs.map(({ floor, length }) => Math.max(floor, length / lines));
    if (sum(tried) > room) continue;
    first = tried;
    break;
  }
  const spare = Math.max(0, room - sum(first)) / columns.length;
  const found = lowered(
    columns,
    first.map((one) => one + spare),
    needs,
  );
  const all = sum(found.widths) + GAP * columns.length;
  return { shares: found.widths.map((one) => (100 * (one + GAP)) / all), height: found.height };
}

/** Move room between columns as long as that makes the rows lower in sum. */
function lowered(columns: readonly Texts[], first: readonly number[], needs: readonly Need[]) {
  const every = Math.ceil((columns[0]?.cells.length ?? 0) / SAMPLE) || 1;
  const heights = columns.map((column) => linesIn(column, every));
  const rows = Math.ceil((columns[0]?.cells.length ?? 0) / every);
  const height = (widths: readonly number[]) => {
    const lines = widths.map((width, at) => heights[at]!(width));
    let all = rows * TORN * sum(needs.map(({ phrase }, at) => Math.max(0, 1 - widths[at]! / phrase)));
    for (let row = 0; row < rows; row += 1) all += lines.reduce((most, column) => Math.max(most, column[row]!), 1);
    return all + Math.ceil(rows / PAGE) * Math.max(0, ...lines.map((column) => column[rows]!));
  };
  let best = { widths: [...first], height: height(first) };
  for (const step of STEPS)
    for (let before = Infinity; best.height < before;) {
      before = best.height;
      for (const [from, { floor }] of needs.entries())
        for (const to of needs.keys()) {
          if (from === to || best.widths[from]! - step < floor) continue;
          const moved = best.widths.map((width, at) => width + (at === to ? step : at === from ? -step : 0));
          const now = height(moved);
          if (now < best.height) best = { widths: moved, height: now };
        }
    }
  return { widths: best.widths, height: best.height * every };
}

/** How many lines some of the cells of a column have in a width, and after them its head. */
function linesIn({ head, cells }: Texts, every: number): (width: number) => readonly number[] {
  const texts = [...cells.filter((_, row) => row % every === 0), head];
  const lengths = new Map([...new Set(texts)].map((text) => [text, unbroken(text).map(letters)]));
  const known = new Map<number, number[]>();
  return (width) => {
    let found = known.get(width);
    if (!found) {
      const high = new Map([...lengths].map(([text, parts]) => [text, linesOf(parts, width)]));
      known.set(width, (found = texts.map((text) => high.get(text)!)));
    }
    return found;
  };
}

/** The parts of a text between which a line may end: of an address, after a hyphen alone. */
function unbroken(text: string): string[] {
  const parts: string[] = [];
  for (const phrase of phrases(text)) {
    const goesOn = INSIDE_WORD.test((parts.at(-1)?.slice(-1) ?? "") + phrase.slice(0, 1));
    parts.push(goesOn ? parts.pop()! + phrase : phrase);
  }
  return parts;
}

/** How many lines of a width phrases fill; those that are longer than a line go on in the next. */
function linesOf(lengths: readonly number[], width: number): number {
  let [lines, filled] = [1, 0];
  for (const length of lengths) {
    if (filled && filled + length > width) [lines, filled] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil((filled + length) / width) - 1);
    filled = (filled + length) % width;
  }
  return lines;
}

/** How many letters a text is wide: Latin ones count for about a half. */
export function letters(text: string): number {
  return widthOf(text, 1, 0.58);
}

/** How many letters a column must be wide, how many its phrases are, and how many most of its cells have. */
interface Need {
  readonly floor: number;
  readonly phrase: number;
  readonly length: number;
}

function needOf({ head, cells, whole }: Texts): Need {
  const lengths = cells.map(letters);
  const longest = lengths.reduce((most, one) => Math.max(most, one), 0);
  const words = [head, ...cells].flatMap((text) => text.match(NARROW) ?? []).map(letters);
  const word = words.reduce((most, one) => Math.max(most, Math.min(one, WORD)), 1);
  const floor = Math.max(word, whole ? longest : Math.min(longest, KEPT));
  const widest = [...new Set(cells)].map((cell) => widestWord(cell, letters));
  const phrase = Math.min(WORD, Math.max(widestWord(head, letters), mostOf(widest)));
  return { floor, phrase: Math.max(floor, phrase), length: mostOf(lengths) };
}

/** What most of some lengths do not exceed. */
function mostOf(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((one, other) => one - other);
  return sorted[Math.floor(MOST * (sorted.length - 1))] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
