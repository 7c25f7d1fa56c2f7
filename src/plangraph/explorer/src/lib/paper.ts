// How a table finds room on paper.

/** How wide upright A4 is within its margins, in letters of a table. */
const ROOM = 76;
/** What stands on both sides of a column, in letters. */
const GAP = 0.7;
/** How narrow a column of long texts may become, in letters. */
const KEPT = 5;
/** How long the longest word is that finds room whole, in letters; what is longer, such as an address, is broken. */
const WORD = 8;
/** The share of the cells of a column that are to find room; the few that are longer make their rows higher. */
const MOST = 0.9;
/** Up to how many rows are read at a glance. */
const FEW = 2;
/** How many rows are tried, how full a line of words becomes, and how much room is moved at a time, in letters. */
const SAMPLE = 200;
const FILLED = 0.92;
const STEPS = [6, 3, 1.5, 0.75];

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

/** Return the share of the width, in per cent, of each column, so that rows are as low as may be. */
export function shares(columns: readonly Texts[]): number[] {
  const needs = columns.map(needOf);
  const room = ROOM - GAP * columns.length;
  const sum = (widths: readonly number[]) => widths.reduce((all, one) => all + one, 0);
  const least = sum(needs.map(({ floor }) => floor));
  let widths = needs.map(({ floor }) => floor);
  for (let lines = 1; least < room && lines < 40; lines += 0.25) {
    widths = needs.map(({ floor, length }) => Math.max(floor, length / lines));
    if (sum(widths) <= room) break;
  }
  widths = lowered(columns, widths, needs);
  const all = sum(widths) + GAP * columns.length;
  return widths.map((width) => (100 * (width + GAP)) / all);
}

/** Move room between columns as long as that makes the rows lower in sum. */
function lowered(columns: readonly Texts[], first: readonly number[], needs: readonly { floor: number }[]): number[] {
  const every = Math.ceil((columns[0]?.cells.length ?? 0) / SAMPLE) || 1;
  const lengths = columns.map(({ cells }) => cells.filter((_, row) => row % every === 0).map(letters));
  const height = (widths: readonly number[]) => {
    let sum = 0;
    for (let row = 0; row < (lengths[0]?.length ?? 0); row += 1)
      sum += Math.max(1, ...lengths.map((column, at) => Math.ceil(column[row]! / (widths[at]! * FILLED))));
    return sum;
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
  return best.widths;
}

/** How many letters a text is wide: Latin ones count for about a half. */
export function letters(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter > "\u2e7f" ? 1 : 0.58;
  return sum;
}

/** How many letters a column must be wide, and how many most of its cells have. */
function needOf({ head, cells, whole }: Texts): { floor: number; length: number } {
  const lengths = cells.map(letters).sort((one, other) => one - other);
  const longest = lengths.at(-1) ?? 0;
  const words = [head, ...cells].flatMap((text) => text.match(/[^\s\u2e80-\uffff]+/g) ?? []).map(letters);
  const word = words.reduce((most, one) => Math.max(most, Math.min(one, WORD)), Math.min(letters(head), KEPT));
  const floor = Math.max(word, whole ? longest : Math.min(longest, KEPT));
  return { floor, length: lengths[Math.floor(MOST * (lengths.length - 1))] ?? 0 };
}
