// Codes beside names, and the order of what has a place in its city's own order, and perhaps a code.

import words from "../generated/words.json";

const { compare } = new Intl.Collator("en", { numeric: true });

interface Placed {
  readonly code: string;
  readonly rank?: number | undefined;
}

/** Compare by the city's own order, and then by codes, whose numbers are counted: 1-2 stands before 1-10. */
export function byPlace(one: Placed, other: Placed): number {
  return (one.rank ?? 0) - (other.rank ?? 0) || compare(one.code, other.code);
}

/** What a code that is made of a name may have otherwise than the name. */
const SIGNS = new RegExp(words.signs, "g");

/** What has a name, and perhaps a code. */
interface Coded {
  readonly code: string;
  readonly label: string;
}

/** The code by which something is known beside its label; "" where it says the same. */
export function ownCode({ code, label }: Coded): string {
  const letters = (spelling: string) => spelling.normalize("NFKC").toLowerCase().replace(SIGNS, "");
  return letters(code) === letters(label) ? "" : code;
}

/** Something by its code and label, once where both say the same. */
export function codedName(thing: Coded): string {
  return [ownCode(thing), thing.label].filter(Boolean).join(" ");
}
