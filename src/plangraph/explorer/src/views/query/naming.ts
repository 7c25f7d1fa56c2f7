// Which names of a picture of links have room: those of the most tied first, each beside its mark.

import { crossings } from "../../lib/lines";
import { breakLines } from "../../lib/phrases";
import { isWide, widthOf } from "../../lib/wide";
import type { Knot, Net } from "./drawing";
import type { Size, Spot } from "./laying";

export interface Name {
  readonly iri: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Whether it ends at its mark rather than begin there. */
  readonly end: boolean;
  /** Half of the box that holds it in the place of its mark; undefined if it stands beside it. */
  readonly box: Size | undefined;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** How high a line of a name is, in units of the picture. */
export const LINE = 16;
const MARK: Size = [8, 8];
const [GAP, LONGEST, MANY] = [13, 14, 3]; // units of the picture, letters, and lines
const HUBS = 16; // the most tied things, of which one is to read the names first
const WIDEST = 136; // units of the picture: a longer name of a hub stands in two lines
/** Where a name may stand by its mark: whether it ends there, and how far it is from the middle. */
const SIDES = [0, -1, 1].flatMap((up) =>
  [false, true].map((end) => [end, (end ? -1 : 1) * (up ? GAP / 2 : GAP), up * (GAP + 2)] as const),
);

interface Hub {
  readonly lines: readonly string[];
  readonly size: Size;
}

/** The things from the most tied to the least. */
function byTies({ knots }: Net, degrees: ReadonlyMap<string, number>): Knot[] {
  const of = ({ iri }: Knot) => degrees.get(iri) ?? 0;
  return [...knots].sort((one, other) => of(other) - of(one));
}

/** What the hubs of a picture are called, from the most tied one, with the boxes for these names. */
export function hubsOf(net: Net, degrees: ReadonlyMap<string, number>): Map<string, Hub> {
  const hubs = byTies(net, degrees).slice(0, HUBS);
  return new Map(
    hubs
      .filter(({ iri }) => (degrees.get(iri) ?? 0) >= MANY)
      .map(({ iri, name }) => {
        const lines = [...breakLines(name, WIDEST, 2, breadth).lines];
        return [iri, { lines, size: [Math.max(...lines.map(breadth)) / 2 + 6, (lines.length * LINE) / 2 + 2] }];
      }),
  );
}

/**
 * The names that lie on no mark, on no line and on no other name, cut where they are long. A hub always has its name,
 * though it crosses lines where it finds no such room.
 */
export function namesWithRoom(
  net: Net,
  spots: ReadonlyMap<string, Spot>,
  degrees: ReadonlyMap<string, number>,
  box: { width: number; height: number },
): Name[] {
  const { links } = net;
  const hubs = hubsOf(net, degrees);
  // What stands in each place: a mark, or the box that a hub may have.
  const standing = new Map([...spots].map(([iri, at]) => [iri, around(at, hubs.get(iri)?.size ?? MARK)]));
  const taken = new Set(standing.values());
  const linesOf = (which: (ends: readonly string[]) => boolean) =>
    links.filter(which).map((ends) => ends.map((end) => spots.get(end)!).sort(([one], [other]) => one - other));
  const lines = linesOf(() => true);
  const isClear = ([left, top, right, bottom]: Box, from = "") =>
    Math.min(left, top) >= 0 &&
    right <= box.width &&
    bottom <= box.height &&
    ![...taken].some((other) => other !== standing.get(from) && overlap([left, top, right, bottom], other));
  const crossed = ([left, top, right, bottom]: Box, from = "") =>
    crossings({ left, top, right, bottom }, from ? linesOf((ends) => !ends.includes(from)) : lines);
  const names: Name[] = [];
  const boxed = (iri: string, at: Spot, { lines, size }: Hub) => {
    names.push({ iri, lines, x: at[0], y: at[1], end: false, box: size });
  };
  for (const { iri, name: whole } of byTies(net, degrees)) {
    const at = spots.get(iri);
    if (!at) continue;
    const hub = hubs.get(iri);
    if (hub && isClear(around(at, hub.size), iri) && !crossed(around(at, hub.size), iri)) {
      boxed(iri, at, hub);
      continue;
    }
    const name = cut(whole);
    const wide = breadth(name);
    const places = SIDES.map(([end, dx, dy]) => {
      const [x, y] = [at[0] + dx, at[1] + dy];
      return { own: [end ? x - wide : x, y - LINE / 2, end ? x : x + wide, y + LINE / 2] as const, x, y, end };
    }).filter(({ own }) => isClear(own, iri));
    const least = () => places.toSorted((one, other) => crossed(one.own) - crossed(other.own))[0];
    const place = places.find(({ own }) => !crossed(own)) ?? (hub && least());
    if (!place && hub) boxed(iri, at, hub);
    if (!place) continue;
    if (hub) taken.delete(standing.get(iri)!);
    taken.add(around(at, MARK)).add(place.own);
    names.push({ iri, lines: [name], x: place.x, y: place.y, end: place.end, box: undefined });
  }
  return names;
}

function around([x, y]: Spot, [wide, high]: Size): Box {
  return [x - wide, y - high, x + wide, y + high];
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

function breadth(name: string): number {
  return widthOf(name, 13, 7.5);
}
