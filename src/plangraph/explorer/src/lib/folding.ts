// Spellings of the same words made equal, as the store does it (plangraph/store/folding.py).

import folding from "../generated/folding.json";

const DASHES = new RegExp(folding.dashes, "gu");
const NUMERAL = new RegExp(folding.numeral, "gu");
const numerals = new Map(Object.entries(folding.numerals));
const BETWEEN = new RegExp(folding.between, "gu");
const letters = new Map(Object.entries(folding.letters));
const large = new Map(Object.entries(folding.large));

/** The words in the one spelling in which names and searches are compared. */
export function folded(words: string): string {
  const plain = words.replace(DASHES, "-").normalize("NFKC").replace(DASHES, "-");
  return [...plain]
    .map((letter) => letters.get(letter) ?? letter)
    .map((letter) => large.get(letter) ?? letter)
    .join("")
    .toLowerCase();
}

/** The words of a text, without the particles and marks between them. */
export function apart(words: string): string[] {
  return words.split(BETWEEN).filter(Boolean);
}

/** Words with figures for the numerals behind 第 or at their end (第3期 for 第三期). */
export function counted(words: string): string {
  return words.replace(NUMERAL, (found) => {
    const [ones = "", tens] = found.split("十").reverse();
    return String((tens === undefined ? 0 : 10 * (numerals.get(tens) ?? 1)) + (numerals.get(ones) ?? 0));
  });
}
