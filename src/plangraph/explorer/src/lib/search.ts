// Search while typing, by the question `search`.

import rules from "../generated/hits.json";
import type { Language } from "./address.svelte";
import { ask } from "./api";
import { folded } from "./folding";
import { spellings } from "./known_spellings";
import { romanised } from "./romanisation";
import { allPlans, here } from "./scope.svelte";
import { standing } from "./several";
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
  /** What it is, what it stands under and whose it is, in words. */
  around: string;
  /** The place of its kind among what is found; undefined if it has none. */
  order: number | undefined;
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
  /** The words that were found in the end. */
  meant: string;
}

/** The best hits for some words: a code, parts of a name in either language or its reading; else for what is meant. */
export async function search(words: string, lang: Language): Promise<Found> {
  return forgiving(words, (wanted) => called(wanted, lang));
}

/** What words find; where nothing has all of them, what they may mean; where nothing has that, some of them. */
async function forgiving<F extends { hits: readonly Hit[]; all: boolean }>(
  words: string,
  find: (wanted: string[]) => Promise<F>,
): Promise<F & { meant: string }> {
  let some: (F & { meant: string }) | undefined;
  for await (const { wanted, meant } of ways(words)) {
    const found = { ...(await find(wanted)), meant };
    if (found.hits.length && found.all) return found;
    if (!some?.hits.length) some = found;
  }
  return some!;
}

/** The ways in which some words may be meant, first as they are: how they are looked up, and what they are called. */
export async function* ways(words: string): AsyncGenerator<{ wanted: string[]; meant: string }> {
  yield { wanted: (await isNamed(words)) ? [folded(words.trim())] : parts(words), meant: words };
  if (!words.trim()) return;
  for (const each of (await spellings()).meant(words.trim()))
    yield { wanted: parts(each.join(" ")), meant: each.join(" ") };
}

/** Whether several words together are what something goes by: a code behind what such things are called (SDG 11). */
async function isNamed(words: string): Promise<boolean> {
  if (parts(words).length < 2) return false;
  return (await ask("search", { text: words.trim() })).rows.some((row) => number(row.rank) === rules.exact);
}

async function called(wanted: string[], lang: Language): Promise<Omit<Found, "meant">> {
  const each = await Promise.all(wanted.map((part) => look(part, lang)));
  const { hits, all } = joined(wanted, each);
  if (all) return { hits: hits.slice(0, SHOWN), all };
  const share = Math.ceil(SHOWN / each.filter((own) => own.length).length);
  const shares = each.flatMap((own) => {
    const found = new Set(own.map(({ iri }) => iri));
    return hits.filter(({ iri }) => found.has(iri)).slice(0, share);
  });
  return { hits: distinct(shares), all };
}

/** The hits for one word. */
async function look(word: string, lang: Language): Promise<Hit[]> {
  return (await hitsOf("search", word, lang)).map(toHit);
}

/** What a search finds in the end: all hits with all of its words, or all with any of them. */
interface Everything {
  hits: FullHit[];
  all: boolean;
}

/** All hits with all of some words, or of what they may mean; where there are none, all with any of them. */
export function everything(words: string, lang: Language): Promise<Everything & { meant: string }> {
  return forgiving(words, (wanted) => allCalled(wanted, lang));
}

/** All hits with all of some words, those of other cities last, elements of plans and goals first; or with any. */
export async function allCalled(wanted: readonly string[], lang: Language): Promise<Everything> {
  if (!wanted.join("")) return { hits: [], all: true };
  const each = await Promise.all(wanted.map((part) => hitsOf("search-hits", part, lang)));
  return joined(
    wanted,
    each.map((rows) => rows.map(toFullHit)),
  );
}

/**
 * The hits for each of some words put together, the best first: those that have all of the words, or stand where the
 * others say; where there are none, those that have any, first those that have most. Python keeps only the former
 * (plangraph/searching.py); both are held to tests/hits.json.
 */
function joined<H extends Hit>(
  wanted: readonly string[],
  each: readonly (readonly H[])[],
): { hits: H[]; all: boolean } {
  const having = each.map((hits) => new Set(hits.map(({ iri }) => iri)));
  const known = distinct(each.flat().sort((one, other) => one.rank - other.rank));
  const has = (hit: H) => (part: string, at: number) =>
    having[at]!.has(hit.iri) || isIn(hit, part) || isAround(hit, part);
  const held = new Map(known.map((hit) => [hit.iri, wanted.filter(has(hit)).length]));
  const many = ({ iri }: Hit) => held.get(iri) ?? 0;
  const whole = known.filter((hit) => many(hit) === wanted.length);
  const all = whole.length > 0 || !known.length;
  return { hits: sorted(all ? whole : known, (hit) => [-many(hit), ...placeOf(hit, wanted)]), all };
}

/** The rows for a word; where no name has it, first those for names that are romanised as it is read. */
async function hitsOf(question: string, word: string, lang: Language): Promise<readonly Row[]> {
  const { rows } = await ask(question, { text: word, lang });
  const read = rows.some((row) => (number(row.rank) ?? 0) < rules.read) ? "" : romanised(word);
  return read ? [...(await ask(question, { text: read, lang })).rows, ...rows] : rows;
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

/** Whether a hit comes before questions and views: it is what some words name, or an element of the city. */
export function isFirst(hit: FullHit, words: string): boolean {
  return isIt(hit, words) || (isElement(hit) && !isElsewhere(hit));
}

/** Whether a hit has some words as its code or, if it is of a city, its name. */
function isIt({ rank, label, city }: Hit, words: string): boolean {
  return rank === rules.exact || (city !== "" && folded(label) === words);
}

/** Whether a hit is of a kind that comes first, or on a tier of a plan, or a plan that can be looked at. */
function isElement({ iri, order, plan, tier }: Hit & Partial<FullHit>): boolean {
  return order !== undefined || Boolean(tier && plan) || allPlans().some((each) => each.iri === iri);
}

/** Whether a hit is of another city. */
function isElsewhere({ city }: Hit): boolean {
  return city !== "" && city !== here().city.iri;
}

function isIn({ code, label }: Hit, part: string): boolean {
  return folded(code).startsWith(part) || says(folded(label), part);
}

/** Whether a word says what a hit is, what it stands under, or whose it is. */
function isAround({ around }: Hit, part: string): boolean {
  return says(folded(around), part);
}

const [CODE, WITHIN_CODE] = [new RegExp(rules.code), new RegExp(rules.within_code)];

/** Whether a text holds a word; a code only from its beginning on, as in the questions. */
export function says(words: string, part: string): boolean {
  if (!CODE.test(part)) return words.includes(part);
  return words
    .split(part)
    .slice(0, -1)
    .some((before) => !WITHIN_CODE.test(before));
}

/** The place of a hit among others, by what all hits are asked in turn. */
function placeOf(hit: Hit, wanted: readonly string[]): number[] {
  const { label, rank, plan, order = rules.last } = hit;
  const name = folded(label);
  const asked: Record<string, number | boolean> = {
    otherwise: !isIt(hit, wanted.join(" ")),
    elsewhere: isElsewhere(hit),
    outside: !isElement(hit),
    unsaid: wanted.filter((word) => !isIn(hit, word)).length,
    named: rank >= rules.named,
    standing: wanted.reduce((sum, word) => sum + standing(name, word), 0),
    rank,
    other_plan: plan !== here().iri && allPlans().some(({ iri }) => iri === plan),
    kind: order,
  };
  return rules.order.map((each) => Number(asked[each]));
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
    order: number(row.order),
    around: rules.context.map((column) => text(row[column])).join(" "),
  };
}

/** Hits by their keys, those of equal keys as they came. */
function sorted<H extends Hit>(hits: readonly H[], keyOf: (hit: H) => number[]): H[] {
  return hits
    .map((hit) => ({ hit, key: keyOf(hit) }))
    .sort((a, b) => a.key.map((value, at) => value - b.key[at]!).find((difference) => difference) ?? 0)
    .map(({ hit }) => hit);
}

function distinct<H extends Hit>(hits: readonly H[]): H[] {
  return [...new Map([...hits].reverse().map((hit) => [hit.iri, hit])).values()].reverse();
}

/** Words as they are looked up: each once, of one width and case. */
function parts(words: string): string[] {
  return [...new Set(folded(words.trim()).split(/\s+/))];
}
