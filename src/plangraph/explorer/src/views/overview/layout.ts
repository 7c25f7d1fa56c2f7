// Where each element lies in the icicle, in pixels.

import type { Element, Tier } from "../../lib/outline";

export type Measure = "budget" | "count";
export interface Span {
  element: Element;
  top: number;
  height: number;
}
export interface Icicle {
  /** How tall the picture is. */
  height: number;
  spans: Span[];
  /** The tiers whose elements all have a line for their name. */
  named: Tier[];
  /** Whether some element below these has none. */
  nameless: boolean;
}
export interface Room {
  measure: Measure;
  /** The depths of the columns that are drawn. */
  from: number;
  last: number;
  /** How tall a line of a name is. */
  line: number;
  /** How tall the picture is at least. */
  height: number;
  /** Whether it must not be taller. */
  fits: boolean;
  /** The numbers of the top-level elements that are left out. */
  without: ReadonlySet<string>;
}

/** How many names may stand below each other: some five screens. */
const MOST_NAMES = 100;
/** How much of the height is shared out by measure at least, beside that of the names. */
const SLACK = 0.25;

/**
 * The icicle of a plan, or of what is inside `focus`. Down to the deepest tier whose names find room, each element is
 * as tall as a line and its share of what is left; below, what stands in one element shares its height.
 */
export function icicle(roots: Element[], focus: Element | undefined, room: Room): Icicle {
  const tops = focus ? [focus] : roots;
  const most = room.fits ? Math.floor(room.height / room.line / (1 + SLACK)) : MOST_NAMES;
  const depths = Array.from({ length: room.last + 1 }, (_, depth) => depth).filter((depth) => depth >= room.from);
  const depth = depths.findLast((one) => ends(tops, one, room).length <= most) ?? room.from;
  const named = ends(tops, depth, room);
  const height = room.fits ? room.height : Math.max(room.height, named.length * room.line * (1 + SLACK));
  const heights = new Map(share(named, height, room).map((part, at) => [named[at]!, part]));
  const placed: Span[] = [];
  for (let above = focus?.parent; above; above = above.parent) placed.unshift({ element: above, top: 0, height });
  place(tops, 0, heights, room, placed);
  const spans = placed.filter(({ element }) => element.depth >= room.from && element.depth <= room.last);
  const tiers = new Map(named.map(({ tier }) => [tier.key, tier]));
  return {
    height,
    spans,
    named: [...tiers.values()],
    nameless: spans.some((span) => span.element.depth > depth && !isNamed(span, room.line)),
  };
}

/** Whether the name of an element finds room. */
export function isNamed({ height }: Span, line: number): boolean {
  return height > line - 0.5;
}

/** Whether one element is the other or stands under it. */
export function isWithin(element: Element, other: Element): boolean {
  for (let at: Element | undefined = element; at; at = at.parent) if (at === other) return true;
  return false;
}

/** What is in sight at a depth, and what ends before it. */
function ends(elements: Element[], depth: number, room: Room): Element[] {
  return inSight(elements, room).flatMap((element) =>
    element.depth < depth && element.children.length ? ends(element.children, depth, room) : [element],
  );
}

function inSight(elements: Element[], { without }: Room): Element[] {
  return elements.filter(({ top }) => !top || !without.has(String(top.number)));
}

/** Place elements and what is inside them, from a top edge on; the heights of some are known. Return the bottom. */
function place(elements: Element[], top: number, heights: Map<Element, number>, room: Room, placed: Span[]): number {
  for (const element of inSight(elements, room)) {
    const span = { element, top, height: heights.get(element) ?? 0 };
    placed.push(span);
    const inside = inSight(element.children, room);
    if (heights.has(element)) share(inside, span.height, room).forEach((part, at) => heights.set(inside[at]!, part));
    const bottom = place(inside, top, heights, room, placed);
    span.height ||= bottom - top;
    top += span.height;
  }
  return top;
}

/** A height split among elements: each has a line, if all lines find room, and its share of the rest. */
function share(elements: Element[], height: number, { measure, line }: Room): number[] {
  const floor = elements.length * line <= height ? line : 0;
  const known = elements.map((element) => weight(element, measure));
  const weights = known.some(Boolean) ? known : known.map(() => 1);
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => floor + (one / whole) * (height - floor * elements.length));
}

function weight(element: Element, measure: Measure): number {
  return measure === "budget" ? Math.max(0, element.budget ?? 0) : element.leaves;
}
