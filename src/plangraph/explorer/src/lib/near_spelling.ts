// A text with one letter wrong, or two that changed places, found in names (plangraph/near_spelling.py);
// both are held to tests/known_spellings.json.

import rules from "../generated/spelling_rules.json";
import { folded } from "./folding";

const [SORTS, SCRIPTS] = [rules.sorts, rules.scripts].map((each) =>
  each.map((letters) => new RegExp(letters, "u")),
) as [RegExp[], RegExp[]];
const [SURE, SURE_AMONG_JAPANESE] = rules.sure.map((letters) => new RegExp(letters, "g")) as [RegExp, RegExp];
const ASCII = /^[\0-\x7f]*$/;

/** A name, and how it is written where it is compared. */
export interface Name {
  readonly name: string;
  readonly plain: string;
}

/** The spelling in most of some names that differs from a text in one letter: another, one more, one less; or "". */
export function nearSpelling(text: string, names: readonly Name[]): string {
  const wanted = folded(text);
  if (wanted.length < (ASCII.test(wanted) ? rules.shortest_latin : rules.shortest)) return "";
  const half = Math.floor(wanted.length / 2);
  const parts = [wanted.slice(0, half), wanted.slice(half), swapped(wanted, half - 1)];
  const counts = new Map<string, number>();
  for (const { name, plain } of names) {
    if (!parts.some((part) => plain.includes(part))) continue;
    const written = name.length === plain.length ? name : plain;
    const spellings = windows(wanted, plain).map(([start, end]) => written.slice(start, end));
    for (const spelling of new Set(spellings))
      if (SCRIPTS.every((script) => script.test(spelling) === script.test(text)) && exactIn(spelling) === exactIn(text))
        counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  const same = [...counts].filter(([spelling]) => spelling.length === wanted.length);
  return mostFrequent(same.length ? same : counts);
}

/** What is counted most often; of several, the last in the order of letters, as it is everywhere; or "". */
export function mostFrequent(counts: Iterable<readonly [string, number]>): string {
  let best: readonly [string, number] = ["", 0];
  for (const one of counts) if (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0])) best = one;
  return best[0];
}

function windows(wanted: string, name: string): [number, number][] {
  const found: [number, number][] = [];
  for (let size = wanted.length - 1; size <= wanted.length + 1; size += 1)
    for (let start = 0; start + size <= name.length; start += 1)
      if (isOneSlipFrom(wanted, name.slice(start, start + size)) && begins(wanted, name, start))
        found.push([start, start + size]);
  return found;
}

/** Whether a part of a name begins as is wanted, or where a word may, since letters of another sort end. */
function begins(wanted: string, name: string, at: number): boolean {
  const sort = sortOf(name[at]!);
  return name[at] === wanted[0] || (sort === sortOf(wanted[0]!) && (at === 0 || sortOf(name[at - 1]!) !== sort));
}

function sortOf(letter: string): number {
  return SORTS.findIndex((letters) => letters.test(letter));
}

/** The letters of a text that are no slip. */
function exactIn(text: string): string {
  return (folded(text).match(ASCII.test(text) ? SURE : SURE_AMONG_JAPANESE) ?? []).join("");
}

/** Whether two texts differ in one letter at most, or in two beside each other that changed places. */
function isOneSlipFrom(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one[before] === other[before]) before += 1;
  let after = 0;
  while (after < shorter - before && one.at(-1 - after) === other.at(-1 - after)) after += 1;
  const apart = Math.max(one.length, other.length) - before - after;
  return apart <= 1 || (one.length === other.length && swapped(one, before) === other);
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
}
