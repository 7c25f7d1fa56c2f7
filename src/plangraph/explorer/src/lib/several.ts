// English names of several things, whatever a city calls them. Python puts them together by itself
// (plangraph/english.py); both are held to tests/words.json.

import english from "../generated/english.json";

/** What follows the word of which there are several: Goals of the villages, Measures (大施策). */
const BEHIND = new RegExp(english.behind);
/** What such a word is before that, and the words in it of which there are several. */
const [ENGLISH, EACH] = [new RegExp(english.english), new RegExp(english.each, "g")];
/** How a word ends that is several already, that takes "es", and whose "y" becomes "ies". */
const [SEVERAL, SIBILANT, AFTER_CONSONANT] = [english.several, english.sibilant, english.after_consonant].map(
  (form) => new RegExp(form),
) as [RegExp, RegExp, RegExp];

/** A word, folded, that is told from those beside it. */
const LATIN = new RegExp(english.latin);

let own: ReadonlyMap<string, string> = new Map();

/** Set what several things are called whose name is of another language, by the name of one. */
export function setPlurals(plurals: ReadonlyMap<string, string>): void {
  own = plurals;
}

/** Whether a name is said as it is written: also within a sentence, and with any number. */
export function isOwn(name: string): boolean {
  return own.has(name);
}

/** A name of more than one: policies, wards or cities; one that says that it is several stays as it is. */
export function several(name: string): string {
  const said = own.get(name);
  if (said !== undefined) return said;
  const [head = "", ...rest] = name.split(BEHIND);
  if (!ENGLISH.test(head)) return name;
  return [head.replace(EACH, ofMany), ...rest].join("");
}

function ofMany(word: string): string {
  return SEVERAL.test(word) ? word : `${word.replace(AFTER_CONSONANT, "ie").replace(SIBILANT, "$1e")}s`;
}

/**
 * How a word stands in a text, both folded: 0 by itself, 1 as several of it, 2 as the beginning of one, 3 otherwise.
 * Words that are not of Latin letters, between which no word begins, all stand alike.
 */
export function standing(text: string, word: string): number {
  if (!LATIN.test(word)) return 0;
  const forms = [`${word}(?![a-z])`, `${ofMany(word)}(?![a-z])`, word];
  const found = forms.findIndex((form) => new RegExp(`(?<![a-z])${form}`).test(text));
  return found < 0 ? forms.length : found;
}
