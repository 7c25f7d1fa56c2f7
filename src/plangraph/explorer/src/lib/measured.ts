// How wide a text is in the letters of the picture.

import type { Language } from "./address.svelte";

/** The size of letters in boxes, in pixels. */
const LETTERS = 13;

let context: CanvasRenderingContext2D | undefined;
const widths = new Map<string, number>();

/** The width of a text in pixels. */
export function measured(lang: Language): (text: string) => number {
  context ??= document.createElement("canvas").getContext("2d")!;
  const font = `${LETTERS}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => {
    const key = `${lang} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context!.font = font;
      width = context!.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}
