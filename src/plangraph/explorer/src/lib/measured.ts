// How wide a text is in the letters of the picture.

import type { Language } from "./address.svelte";

/** The size of letters in boxes, in pixels. */
const LETTERS = 13;
/** By themselves letters are not made smaller than 12 pixels, nor larger than 16: as shares of their size. */
export const SMALLEST = 12 / LETTERS;
/** In a picture that would have to be scrolled otherwise, they are not made smaller than 11. */
export const LEAST = 11 / LETTERS;
export const LARGEST = 16 / LETTERS;

type Measure = (text: string) => number;

/** One for each language, as long as the page stands: asking for its letters would lay out what just changed. */
const measures = new Map<Language, Measure>();

/** The width of a text in pixels. */
export function measured(lang: Language): Measure {
  let found = measures.get(lang);
  if (!found) measures.set(lang, (found = measureOf(getComputedStyle(document.body).fontFamily)));
  return found;
}

function measureOf(family: string): Measure {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = `${LETTERS}px ${family}`;
  const widths = new Map<string, number>();
  return (text) => {
    let width = widths.get(text);
    if (width === undefined) {
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
}
