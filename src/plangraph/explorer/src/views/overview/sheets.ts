// The icicle on paper: parted between its boxes, so that each part finds room on a page.

import type { Span } from "./layout";

/** How tall a page of A4 is within its margins, and what of the first is kept for what stands above, in pixels. */
const PAGES = { upright: 1020, across: 690 } as const;
const ABOVE = 150;
/** How much of a page is left blank rather than parting an element of a higher tier. */
const SPARED = 0.1;
/** How many lines the part of an element has at least in which its name stands. */
const NAME = 4;

export type Way = keyof typeof PAGES;
export const WAYS = Object.keys(PAGES) as Way[];

export interface Sheet {
  readonly height: number;
  readonly spans: readonly Span[];
}

/** Return the parts of an icicle that is so tall, for paper that is put so: no box whose name is told is cut. */
export function sheets(spans: readonly Span[], height: number, line: number, way: Way): Sheet[] {
  const parts: Sheet[] = [];
  for (let top = 0; top < height - 0.5;) {
    const room = PAGES[way] - (top ? 0 : ABOVE);
    const end = top + room >= height ? height : edge(spans, top, Math.min(top + room, height - line), line);
    parts.push({ height: end - top, spans: spans.flatMap((span) => between(span, top, end)) });
    top = end;
  }
  return parts;
}

/** Where a page ends at the latest: above the highest tier for which little is left blank, and through no name. */
function edge(spans: readonly Span[], top: number, latest: number, line: number): number {
  const named = spans.filter((span) => span.height > line - 0.5);
  for (const least of [top + (latest - top) * (1 - SPARED), top + line]) {
    const ends = named.filter((span) => span.top >= least && span.top <= latest + 0.5 && isFree(span.top, named, line));
    const highest = Math.min(...ends.map(({ element }) => element.depth));
    const found = ends.filter(({ element }) => element.depth === highest).map((span) => span.top);
    if (found.length) return Math.max(...found);
  }
  return latest;
}

/** Whether only boxes are cut at a place that hold named ones, and their own names find room above and below. */
function isFree(place: number, named: readonly Span[], line: number): boolean {
  const cut = named.filter((span) => span.top < place - 0.5 && span.top + span.height > place + 0.5);
  return cut.every(
    ({ element, top, height }) =>
      named.some((span) => span.element.parent === element) &&
      Math.min(place - top, top + height - place) >= NAME * line,
  );
}

/** What of a span lies between two edges, from the upper one on. */
function between(span: Span, from: number, to: number): Span[] {
  const [top, bottom] = [Math.max(span.top, from), Math.min(span.top + span.height, to)];
  return bottom - top > 0.01 ? [{ ...span, top: top - from, height: bottom - top }] : [];
}
