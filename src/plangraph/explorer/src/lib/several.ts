// English names of several things, whatever a city calls them.

/** What follows the word of which there are several: Goals of the villages, Measures (大施策). */
const BEHIND = /(?= (?:of|for|in|on|to|with) | \()/;

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
  if (!/[a-z]$/i.test(head)) return name;
  return [head.replace(/\S+?(?=$| or )/g, ofMany), ...rest].join("");
}

function ofMany(word: string): string {
  if (/[^sui]s$/.test(word)) return word;
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return /[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
