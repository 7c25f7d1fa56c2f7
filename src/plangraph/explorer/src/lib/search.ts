// Search while typing, by the question `search`.

import type { Language } from "./address.svelte";
import { ask, info } from "./api";
import { kindOf } from "./kinds";
import { number, text } from "./terms";

export interface Hit {
  iri: string;
  code: string;
  label: string;
  /** The class (IRI). */
  kind: string;
  /** The name of what it stands under. */
  place: string;
  rank: number;
}

const SHOWN = 12;
const FIRST = [
  "Goal",
  "Vision",
  "BasicPolicy",
  "Policy",
  "Measure",
  "Programme",
  "Project",
  "Strategy",
  "Ward",
  "Plan",
  "Target",
];

/** What is found: hits with all of the words, or, where there are none, some with each of them. */
export interface Found {
  hits: Hit[];
  all: boolean;
}

/** The best hits for some words: a code, or parts of a name in either language. */
export async function search(words: string, lang: Language): Promise<Found> {
  const wanted = parts(words);
  const [longest = ""] = [...wanted].sort((a, b) => b.length - a.length);
  const found = await look(longest, lang);
  const hits = found.filter((hit) => wanted.every((part) => part === longest || isIn(hit, part)));
  if (hits.length || wanted.length < 2) return { hits: hits.slice(0, SHOWN), all: true };
  const each = await Promise.all(wanted.map((part) => (part === longest ? Promise.resolve(found) : look(part, lang))));
  const share = Math.ceil(SHOWN / each.filter((some) => some.length).length);
  return { hits: distinct(each.flatMap((some) => some.slice(0, share))), all: false };
}

function isIn({ code, label, place }: Hit, part: string): boolean {
  return code.toLowerCase().startsWith(part) || `${label} ${place}`.toLowerCase().includes(part);
}

/** The hits for one word, the best first. */
async function look(word: string, lang: Language): Promise<Hit[]> {
  const [{ rows }, { plan }] = await Promise.all([ask("search", { text: word, lang }), info()]);
  return rows
    .map((row) => ({
      iri: text(row.thing),
      code: text(row.code),
      label: text(row.label),
      kind: text(row.class),
      place: text(row.place),
      rank: number(row.rank) ?? 9,
    }))
    .map((hit, at) => ({ hit, key: [hit.rank, elsewhere(hit.iri, plan), order(hit.kind), at] }))
    .sort((a, b) => a.key.map((value, at) => value - b.key[at]!).find((difference) => difference) ?? 0)
    .map(({ hit }) => hit);
}

function distinct(hits: Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [hit.iri, hit])).values()];
}

/** Words as they are looked up: of one width and case; "SDG 11" is looked up by its number. */
function parts(words: string): string[] {
  const plain = words
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/(?<!\S)(sdgs?|goal|ゴール|目標)[\s:]*(?=\d)/g, "");
  return [...new Set(plain.split(/\s+/))];
}

function order(kind: string): number {
  const at = FIRST.indexOf(kindOf(kind));
  return at < 0 ? FIRST.length : at;
}

/** Whether a thing belongs to another implementation plan than the one that is shown. */
function elsewhere(iri: string, plan: string): number {
  return /\/\d+\/[a-z-]+\/[^/]+$/.test(iri) && !iri.startsWith(`${plan}/`) ? 1 : 0;
}
