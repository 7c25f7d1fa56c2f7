// Names that stand beside each other.

const BREAK = /[\s:：・]+/g;

/** A name without the words that all of some names begin with, behind their owner; whole if they share none. */
export function beside(name: string, names: readonly string[], owner: string, between: string): string {
  const breaks = [...name.matchAll(BREAK)].map(({ index, 0: sign }) => name.slice(0, index + sign.length));
  const shared = breaks.filter((start) => names.every((other) => other.startsWith(start) && other !== start)).at(-1);
  return names.length > 1 && shared ? `${owner}${between}${name.slice(shared.length)}` : name;
}

/** What follows the proper name of a city: みなと|市, Kawasaki| City. */
const SORT = /[市区町村都道府県]$|\s.*$/;

/** A name behind its owner, unless it says whose it is. */
export function owned(name: string, owner: string, between: string): string {
  const proper = owner.replace(SORT, "") || owner;
  return !proper || name.includes(proper) ? name : `${owner}${between}${name}`;
}
