import { address, type Language } from "../address.svelte";
import { ownWords } from "../own_words.svelte";
import { told } from "./quotes";

type Words = Record<string, unknown>;

/**
 * The words of one part of the explorer in both languages. What it returns is read like the Japanese dictionary
 * and answers in the language of the address, with the city's own words for projects and districts; TypeScript
 * holds the English one to the same keys.
 */
export function dictionary<T extends Words>(ja: T, en: { [K in keyof T]: Widen<T[K]> }): T {
  const both = { ja, en } as Record<Language, T>;
  return new Proxy(ja, { get: (_, key) => told(ownWords(both[address.lang][key as keyof T], address.lang)) });
}

/** Things with their number in English: 1 row, 5 rows. */
export function counted(n: string, one: string): string {
  return `${n} ${one}${n === "1" ? "" : "s"}`;
}

type Widen<V> = V extends string ? string : V;
