// Spellings of the same words made equal, as the store does it (plangraph/store/folding.py).

import folding from "../generated/folding.json";

const DASHES = new RegExp(folding.dashes, "gu");
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
