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
const FIRST = ["Goal", "Vision", "BasicPolicy", "Policy", "Measure", "Programme", "Project", "Strategy", "Ward", "Plan", "Target"];

/** The best hits for some words: a code, or parts of a name in either language. */
export async function search(words: string, lang: Language): Promise<Hit[]> {
  const [first = "", ...others] = parts(words);
  const [{ rows }, { plan }] = await Promise.all([ask("search", { text: first, lang }), info()]);
  const hits = rows.map((row) => ({
    iri: text(row.thing),
    code: text(row.code),
    label: text(row.label),
    kind: text(row.class),
    place: text(row.place),
    rank: number(row.rank) ?? 9,
  }));
  return hits
    .filter((hit) => others.every((part) => `${hit.code} ${hit.label} ${hit.place}`.toLowerCase().includes(part)))
    .map((hit, at) => ({ hit, key: [hit.rank, elsewhere(hit.iri, plan), order(hit.kind), at] }))
    .sort((a, b) => a.key.map((value, at) => value - b.key[at]!).find((difference) => difference) ?? 0)
    .slice(0, SHOWN)
    .map(({ hit }) => hit);
}

/** Words as they are looked up: of one width and case, longest first; "SDG 11" is looked up by its number. */
function parts(words: string): string[] {
  const plain = words.normalize("NFKC").trim().toLowerCase().replace(/^(sdgs?|goal|ゴール|目標)\s*(?=\d)/, "");
  return plain.split(/\s+/).sort((a, b) => b.length - a.length);
}

function order(kind: string): number {
  const at = FIRST.indexOf(kindOf(kind));
  return at < 0 ? FIRST.length : at;
}

/** Whether a thing belongs to another implementation plan than the one that is shown. */
function elsewhere(iri: string, plan: string): number {
  return /\/\d+\/[a-z-]+\/[^/]+$/.test(iri) && !iri.startsWith(`${plan}/`) ? 1 : 0;
}
