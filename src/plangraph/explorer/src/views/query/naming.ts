// Which names of a picture of links have room: those of the most tied first, each beside its mark.

import { crossings } from "../../lib/lines";
import type { Net } from "./drawing";
import type { Spot } from "./laying";

export interface Name {
  readonly iri: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Whether it ends at its mark rather than begin there. */
  readonly end: boolean;
  /** How wide the box is that holds it in the place of its mark, from which many lines go; 0 if it stands beside it. */
  readonly box: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const [LINE, GAP, LONGEST, MANY] = [16, 13, 14, 3]; // units of the picture, letters, and lines
/** Where a name may stand by its mark: whether it ends there, and how far it is from the middle. */
const SIDES = [0, -1, 1].flatMap((up) =>
  [false, true].map((end) => [end, (end ? -1 : 1) * (up ? GAP / 2 : GAP), up * (GAP + 2)] as const),
);

/** The names that lie on no mark, on no line and on no other name, cut where they are long. */
export function namesWithRoom(
  { knots, links }: Net,
  spots: ReadonlyMap<string, Spot>,
  degrees: ReadonlyMap<string, number>,
  box: { width: number; height: number },
): Name[] {
  const marks = new Map([...spots].map(([iri, [x, y]]): [string, Box] => [iri, [x - 8, y - 8, x + 8, y + 8]]));
  const taken: Box[] = [...marks.values()];
  const linesOf = (which: (ends: readonly string[]) => boolean) =>
    links.filter(which).map((ends) => ends.map((end) => spots.get(end)!).sort(([one], [other]) => one - other));
  const lines = linesOf(() => true);
  const names: Name[] = [];
  const order = [...knots].sort((one, other) => (degrees.get(other.iri) ?? 0) - (degrees.get(one.iri) ?? 0));
  for (const { iri, name: whole } of order) {
    const at = spots.get(iri);
    if (!at) continue;
    const name = cut(whole);
    const wide = widthOf(name);
    const isFree = ([left, top, right, bottom]: Box, from = "") =>
      Math.min(left, top) >= 0 &&
      right <= box.width &&
      bottom <= box.height &&
      !taken.some((other) => other !== marks.get(from) && overlap([left, top, right, bottom], other)) &&
      !crossings({ left, top, right, bottom }, from ? linesOf((ends) => !ends.includes(from)) : lines);
    const [half, high] = [wide / 2 + 6, LINE / 2 + 2];
    const held: Box = [at[0] - half, at[1] - high, at[0] + half, at[1] + high];
    if ((degrees.get(iri) ?? 0) >= MANY && isFree(held, iri)) {
      taken.push(held);
      names.push({ iri, name, x: at[0], y: at[1] + 5, end: false, box: 2 * half });
      continue;
    }
    for (const [end, dx, dy] of SIDES) {
      const [x, y] = [at[0] + dx, at[1] + dy];
      const own: Box = [end ? x - wide : x, y - LINE / 2, end ? x : x + wide, y + LINE / 2];
      if (!isFree(own)) continue;
      taken.push(own);
      names.push({ iri, name, x, y: y + 5, end, box: 0 });
      break;
    }
  }
  return names;
}

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function cut(name: string): string {
  const letters = [...name];
  let wide = 0;
  const end = letters.findIndex((letter) => (wide += isWide(letter) ? 1 : 0.55) > LONGEST);
  return end < 0 ? name : `${letters.slice(0, end).join("")}…`;
}

function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (isWide(letter) ? 13 : 7.5), 0);
}

function isWide(letter: string): boolean {
  return letter > "\u2e7f";
}
