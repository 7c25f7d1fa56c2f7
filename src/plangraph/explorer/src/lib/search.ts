// Search while typing, by the question `search`.

import type { Language } from "./address.svelte";
import { ask } from "./api";
import { folded } from "./folding";
import { familyOf, KIND } from "./notation";
import { romanised } from "./romanisation";
import { allPlans, here } from "./scope.svelte";
import { number, text, type Row } from "./terms";

export interface Hit {
  iri: string;
  code: string;
  label: string;
  /** The class (IRI). */
  kind: string;
  /** What it is, in the words of its city where these are known. */
  kindLabel: string;
  /** The name of what it stands under. */
  place: string;
  /** The plan that lays it down, and what that is called; "" if none does. */
  plan: string;
  planLabel: string;
  /** Its city, and what that is called; "" if it is of none. */
  city: string;
  cityLabel: string;
  rank: number;
}

/** A hit with what the page of results sorts it by; each "" if there is none. */
export interface FullHit extends Hit {
  tier: string;
  tierLabel: string;
  office: string;
  officeLabel: string;
}

const SHOWN = 12; // hits

/** What is found: hits with all of the words, or, where there are none, some with each of them. */
export interface Found {
  hits: Hit[];
  all: boolean;
}

/** The best hits for some words: a code, or parts of a name in either language; else for their reading. */
export function search(words: string, lang: Language): Promise<Found> {
  return orByReading(words, (some) => called(some, lang));
}

/** What words find, or where that is nothing, what is romanised as they are read. */
async function orByReading<F extends { hits: readonly Hit[] }>(
  words: string,
  find: (words: string) => Promise<F>,
): Promise<F> {
  const found = await find(words);
  const read = found.hits.length ? "" : romanised(words);
  return read ? find(read) : found;
}

async function called(words: string, lang: Language): Promise<Found> {
  const wanted = parts(words);
  const [longest = ""] = [...wanted].sort((a, b) => b.length - a.length);
  const found = await look(longest, lang);
  const hits = found.filter((hit) => wanted.every((part) => part === longest || isIn(hit, part)));
  if (hits.length || wanted.length < 2) return { hits: hits.slice(0, SHOWN), all: true };
  const each = await Promise.all(wanted.map((part) => (part === longest ? Promise.resolve(found) : look(part, lang))));
  const share = Math.ceil(SHOWN / each.filter((some) => some.length).length);
  return { hits: distinct(each.flatMap((some) => some.slice(0, share))), all: false };
}

/** What a search finds in the end: all hits with all of its words, or all with any of them. */
interface Everything {
  hits: FullHit[];
  all: boolean;
}

/**
 * All hits with all of some words, those of other cities last, elements of plans and goals first; where there are
 * none, all with any of them, or those with their reading.
 */
export function everything(words: string, lang: Language): Promise<Everything> {
  return orByReading(words, (some) => allCalled(some, lang));
}

async function allCalled(words: string, lang: Language): Promise<Everything> {
  const wanted = parts(words);
  if (!wanted.join("")) return { hits: [], all: true };
  const each = await Promise.all(wanted.map((part) => ask("search-hits", { text: part, lang })));
  const found = each.map(({ rows }) => distinct(rows.map(toFullHit)));
  const held = new Map<string, number>();
  for (const { iri } of found.flat()) held.set(iri, (held.get(iri) ?? 0) + 1);
  const many = ({ iri }: Hit) => held.get(iri) ?? 0;
  const known = distinct(found.flat());
  const whole = known.filter((hit) => many(hit) === wanted.length);
  const all = whole.length > 0 || !known.length;
  const hits = sorted(all ? whole : known, (hit) => [
    -many(hit),
    hit.rank ? 1 : 0,
    distance(hit) === ELSEWHERE ? 1 : 0,
    isElement(hit) ? 0 : 1,
    hit.rank,
    distance(hit),
    order(hit.kind),
  ]);
  return { hits, all };
}

function toFullHit(row: Row): FullHit {
  return {
    ...toHit(row),
    tier: text(row.tier),
    tierLabel: text(row.tier_label),
    office: text(row.office),
    officeLabel: text(row.office_label),
  };
}

function isElement({ kind }: Hit): boolean {
  return familyOf(kind).trunk || kind === KIND.goal || kind === KIND.target || kind === KIND.ward;
}

function isIn({ code, label, place }: Hit, part: string): boolean {
  return folded(code).startsWith(part) || folded(`${label} ${place}`).includes(part);
}

/** The hits for one word, the best first. */
async function look(word: string, lang: Language): Promise<Hit[]> {
  const { rows } = await ask("search", { text: word, lang });
  return sorted(rows.map(toHit), (hit) => [hit.rank, distance(hit), order(hit.kind)]);
}

function toHit(row: Row): Hit {
  return {
    iri: text(row.thing),
    code: text(row.code),
    label: text(row.label),
    kind: text(row.class),
    kindLabel: text(row.class_label),
    place: text(row.place),
    plan: text(row.plan),
    planLabel: text(row.plan_label),
    city: text(row.city),
    cityLabel: text(row.city_label),
    rank: number(row.rank) ?? 9,
  };
}

/** Hits by their keys, those of equal keys as they came. */
function sorted<H extends Hit>(hits: readonly H[], keyOf: (hit: H) => number[]): H[] {
  return hits
    .map((hit) => ({ hit, key: keyOf(hit) }))
    .sort((a, b) => a.key.map((value, at) => value - b.key[at]!).find((difference) => difference) ?? 0)
    .map(({ hit }) => hit);
}

function distinct<H extends Hit>(hits: H[]): H[] {
  return [...new Map(hits.map((hit) => [hit.iri, hit])).values()];
}

/** Words as they are looked up: of one width and case; "SDG 11" is looked up by its number. */
function parts(words: string): string[] {
  const plain = folded(words.trim()).replace(/(?<!\S)(?:sdgs?|goal|ごーる|目標)[\s:]*(?=\d)/g, "");
  return [...new Set(plain.split(/\s+/))];
}

/** Goals come first, then the policy system from the top down, then places, then the rest by their columns. */
function order(kind: string): number {
  const { trunk, column } = familyOf(kind);
  if (kind === KIND.goal) return 0;
  if (kind === KIND.ward) return 500;
  return trunk ? column : 1000 + column;
}

/** How far a thing of another city is. */
const ELSEWHERE = 2;

/** ELSEWHERE if a thing is of another city, 1 if of another plan that can be looked at, else 0. */
function distance({ plan, city }: Hit): number {
  const present = here();
  if (city && city !== present.city.iri) return ELSEWHERE;
  return plan !== present.iri && allPlans().some(({ iri }) => iri === plan) ? 1 : 0;
}
