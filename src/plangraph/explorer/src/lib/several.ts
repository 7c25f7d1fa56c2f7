// English names of several things, whatever a city calls them.

/** What follows the word of which there are several: Goals of the villages, Measures (大施策). */
const BEHIND = /(?= (?:of|for|in|on|to|with) | \()/;

/** A name of more than one: policies, wards or cities; one that says that it is several stays as it is. */
export function several(name: string): string {
  const [head = "", ...rest] = name.split(BEHIND);
  if (!/[a-z]$/i.test(head)) return name;
  return [head.replace(/\S+?(?=$| or )/g, ofMany), ...rest].join("");
}

function ofMany(word: string): string {
  if (/[^sui]s$/.test(word)) return word;
  if (/(?:s|x|z|ch|sh)$/i.test(word)) return `${word}es`;
  return /[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
