// Names that stand beside each other.

import type { Language } from "./address.svelte";

/** What stands between an owner and a name, such as that of a city and its plan. */
export const BETWEEN: Record<Language, string> = { ja: " ", en: ": " };
const BREAK = /[\s:：・]+/g;

/** A name without the words that all of some names begin with, behind their owner; whole if they share none. */
export function beside(name: string, names: readonly string[], owner: string, between: string): string {
  const breaks = [...name.matchAll(BREAK)].map(({ index, 0: sign }) => name.slice(0, index + sign.length));
  const shared = breaks.filter((start) => names.every((other) => other.startsWith(start) && other !== start)).at(-1);
  return names.length > 1 && shared ? `${owner}${between}${name.slice(shared.length)}` : name;
}

/** What follows the proper name of a city: みなと|市, Lake| County. */
const SORT = /[市区町村都道府県]$|\s.*$/;

/** The name of a part without that of the whole, where it begins with that as words of its own. */
export function within(name: string, whole: string): string {
  const rest = whole && name.startsWith(whole) ? name.slice(whole.length) : "";
  return /^[\s:：,]+\S/.test(rest) ? rest.replace(/^[\s:：,]+/, "") : name;
}

/** A name behind its owner, unless it says whose it is. */
export function owned(name: string, owner: string, between: string): string {
  const proper = owner.replace(SORT, "") || owner;
  return !proper || name.includes(proper) ? name : `${owner}${between}${name}`;
}
