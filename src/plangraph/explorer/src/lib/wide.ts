// How much room letters take where they are not measured: Japanese ones are as wide as they are high, others narrower.

/** The letters that are wide, as they stand within the brackets of a pattern. */
export const WIDE = "\\u2e80-\\uffff";
const LAST_NARROW = "\u2e7f";

/** Whether a letter is as wide as it is high. */
export function isWide(letter: string): boolean {
  return letter > LAST_NARROW;
}

/** How wide a text is, by what a wide letter takes and what another. */
export function widthOf(text: string, wide: number, narrow: number): number {
  let sum = 0;
  for (const letter of text) sum += isWide(letter) ? wide : narrow;
  return sum;
}
