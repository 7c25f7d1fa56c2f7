// Which names of a picture of links have room: those of the most tied first, each beside its mark.

import type { Knot } from "./drawing";
import type { Spot } from "./laying";

export interface Name {
  readonly iri: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Whether it ends at its mark rather than begin there. */
  readonly end: boolean;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const [LINE, GAP, LONGEST] = [16, 13, 14]; // units of the picture, and letters

/** The names that lie on no mark and on no other name, cut where they are long. */
export function namesWithRoom(
  knots: readonly Knot[],
  spots: ReadonlyMap<string, Spot>,
  degrees: ReadonlyMap<string, number>,
  box: { width: number; height: number },
): Name[] {
  const taken: Box[] = [...spots.values()].map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]);
  const names: Name[] = [];
  const order = [...knots].sort((one, other) => (degrees.get(other.iri) ?? 0) - (degrees.get(one.iri) ?? 0));
  for (const { iri, name: whole } of order) {
    const at = spots.get(iri);
    if (!at) continue;
    const name = cut(whole);
    for (const end of [false, true]) {
      const x = at[0] + (end ? -GAP : GAP);
      const wide = widthOf(name);
      const own: Box = [end ? x - wide : x, at[1] - LINE / 2, end ? x : x + wide, at[1] + LINE / 2];
      const inside = own[0] >= 0 && own[2] <= box.width && own[1] >= 0 && own[3] <= box.height;
      if (!inside || taken.some((other) => overlap(own, other))) continue;
      taken.push(own);
      names.push({ iri, name, x, y: at[1] + 5, end });
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
