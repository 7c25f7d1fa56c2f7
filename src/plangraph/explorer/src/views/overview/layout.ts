// Where each element lies in the icicle, in shares of the picture's height.

import type { Element } from "../../lib/outline";

export type Measure = "budget" | "count";
export interface Span {
  element: Element;
  top: number;
  height: number;
}

/** The spans of all elements that are in sight when `focus` fills the height. */
export function spans(roots: Element[], focus: Element | undefined, measure: Measure): Span[] {
  const weight = (element: Element) => (measure === "budget" ? element.budget : element.leaves);
  const placed: Span[] = [];
  const place = (elements: Element[], top: number, height: number) => {
    const whole = elements.reduce((sum, element) => sum + weight(element), 0) || 1;
    for (const element of elements) {
      const part = (weight(element) / whole) * height;
      placed.push({ element, top, height: part });
      place(element.children, top, part);
      top += part;
    }
  };
  place(roots, 0, 1);
  if (!focus) return placed;
  const at = placed.find(({ element }) => element === focus)!;
  const scale = 1 / (at.height || 1);
  return placed
    .map(({ element, top, height }) => ({ element, top: (top - at.top) * scale, height: height * scale }))
    .map(clipped)
    .filter(({ element, height }) => height > 0 && (isWithin(element, focus) || isWithin(focus, element)));
}

/** Whether one element is the other or stands under it. */
export function isWithin(element: Element, other: Element): boolean {
  for (let at: Element | undefined = element; at; at = at.parent) if (at === other) return true;
  return false;
}

function clipped({ element, top, height }: Span): Span {
  const [from, to] = [Math.max(0, top), Math.min(1, top + height)];
  return { element, top: from, height: to - from };
}
