// How a picture that is set for paper is shared out over pages of A4, so that its letters can be read.

import { HEADING } from "./placing";

/** What is free on a page beside the words above the picture and its legend, in pixels. */
export const UPRIGHT = { width: 725, height: 850 };
export const ACROSS = { width: 1054, height: 530 };

/** How wide a picture is set for paper, in pixels, which ever way round that is. */
export const SET = 960;
/** At this scale letters of 12 pixels are larger than 6 points. */
const LEAST = 0.68;
/** Few things are not blown up to a whole page: beyond this, letters would be larger than those of titles. */
const MOST = 1.5;
/** What stands on a page and on the next, in pixels: more than most boxes, so that each is whole on one. */
const TWICE = 70;

/** A place in a picture, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** What stands on top of each page, in pixels. */
  readonly heading?: number;
  readonly twice?: number;
  /** What is not to be cut: a box, or the words over a group. */
  readonly whole: readonly Place[];
}

/** What stands on a page below the headings of the columns. */
export interface Part {
  readonly top: number;
  readonly height: number;
}

/** Return the parts of a picture, one for a page, and the scale at which they are drawn. */
export function pagesOf(
  { width, height, heading = HEADING, twice = TWICE }: Omit<Sheet, "whole">,
  paper: { readonly width: number; readonly height: number },
): { readonly parts: readonly Part[]; readonly scale: number } {
  const room = paper.height / Math.min(LEAST, paper.width / width) - heading;
  const body = height - heading;
  const count = Math.max(1, Math.ceil((body - twice) / (room - twice)));
  const share = (body + (count - 1) * twice) / count;
  const parts = Array.from({ length: count }, (_, at) => ({ top: heading + at * (share - twice), height: share }));
  return { parts, scale: Math.min(MOST, paper.width / width, paper.height / (heading + share)) };
}

/** How far a line around a box reaches beyond it, in pixels. */
const AROUND = 2;

/** Return what of a part is not drawn: boxes that an edge of it cuts, for they stand whole on the page beside. */
export function cutIn({ top, height }: Part, { whole, twice = TWICE }: Sheet): Place[] {
  return whole.flatMap(({ x, y, width, height: tall }) => {
    const [from, to] = [Math.max(y - AROUND, top), Math.min(y + tall + AROUND, top + height)];
    const isCut = to - from > 0 && to - from < tall && tall <= twice;
    return isCut ? [{ x: x - AROUND, y: from, width: width + 2 * AROUND, height: to - from }] : [];
  });
}
