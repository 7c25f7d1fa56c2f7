// Where each element lies in the icicle, in shares of the picture's height.

import type { Element } from "../../lib/outline";

export type Measure = "budget" | "count";
export interface Span {
  element: Element;
  top: number;
  height: number;
}
export interface Scale {
  measure: Measure;
  /** The share that a name needs: where there is room, no element gets less. */
  least: number;
  /** The numbers of the top-level elements that are left out. */
  without: ReadonlySet<string>;
}

/** The spans of all elements that are in sight when `focus` fills the height. */
export function spans(roots: Element[], focus: Element | undefined, scale: Scale): Span[] {
  const placed: Span[] = [];
  const place = (elements: Element[], top: number, height: number) => {
    const shown = elements.filter(({ top }) => !top || !scale.without.has(String(top.number)));
    const parts = share(
      shown.map((element) => weight(element, scale.measure)),
      height,
      scale.least,
    );
    shown.forEach((element, at) => {
      const part = parts[at]!;
      placed.push({ element, top, height: part });
      place(element.children, top, part);
      top += part;
    });
  };
  for (let above = focus?.parent; above; above = above.parent) placed.unshift({ element: above, top: 0, height: 1 });
  place(focus ? [focus] : roots, 0, 1);
  return placed;
}

/** Whether one element is the other or stands under it. */
export function isWithin(element: Element, other: Element): boolean {
  for (let at: Element | undefined = element; at; at = at.parent) if (at === other) return true;
  return false;
}

function weight(element: Element, measure: Measure): number {
  return measure === "budget" ? (element.budget ?? 0) : element.leaves;
}

/** A height split by weights. If the least parts fill no more than half of it, no part is smaller than that. */
function share(weights: number[], height: number, least: number): number[] {
  const floor = weights.length * least <= height / 2 ? least : 0;
  const whole = weights.reduce((sum, one) => sum + one, 0) || 1;
  const raised = weights.map((one) => (one / whole) * height < floor);
  const left = height - raised.filter(Boolean).length * floor;
  const others = weights.reduce((sum, one, at) => sum + (raised[at] ? 0 : one), 0) || 1;
  return weights.map((one, at) => (raised[at] ? floor : (one / others) * left));
}
