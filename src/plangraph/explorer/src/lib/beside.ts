// Names that stand beside each other.

const BREAK = /[\s:：・]+/g;

/** A name without the words that all of some names begin with, behind their owner; whole if they share none. */
export function beside(name: string, names: readonly string[], owner: string, between: string): string {
  const breaks = [...name.matchAll(BREAK)].map(({ index, 0: sign }) => name.slice(0, index + sign.length));
  const shared = breaks.filter((start) => names.every((other) => other.startsWith(start) && other !== start)).at(-1);
  return names.length > 1 && shared ? `${owner}${between}${name.slice(shared.length)}` : name;
}
