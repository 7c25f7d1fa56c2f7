// Readings in kana in the letters in which names are romanised, and the other way round, by the same tables as
// plangraph/store/romanisation.py.

import romanisation from "../generated/romanisation.json";
import { folded } from "./folding";
import { mostFrequent } from "./near_spelling";

const KANA = new RegExp(`^${romanisation.kana}$`, "u");
const LONG = new RegExp(romanisation.long, "gu");
const latin = new Map(Object.entries(romanisation.syllables));
const SYLLABLE = new RegExp([...latin.keys()].join("|"), "gu");
const TYPED = Object.entries(romanisation.typed).map(([typed, written]) => [new RegExp(typed, "gu"), written] as const);
const LATIN = new RegExp(`^${romanisation.latin}$`);
const known = new Map<string, string>();

/** A name in kana in Latin letters; "" for any other. */
export function romanised(name: string): string {
  const kana = folded(name.trim());
  return KANA.test(kana) ? toLatin(kana) : "";
}

/** The kana that most readings have, from the beginning of a word on, for what is typed in Latin letters; or "". */
export function inKana(typed: string, readings: readonly string[]): string {
  const wanted = hepburn(typed);
  if (!LATIN.test(folded(typed.trim())) && !LATIN.test(wanted)) return "";
  const counts = new Map<string, number>();
  for (const reading of readings) {
    const words = reading.split(" ");
    const starts = words.flatMap((word, at) => (mayBegin(word, wanted) ? begin(words.slice(at), wanted) : []));
    for (const kana of new Set(starts)) counts.set(kana, (counts.get(kana) ?? 0) + 1);
  }
  return mostFrequent(counts);
}

function mayBegin(word: string, wanted: string): boolean {
  let written = known.get(word);
  if (written === undefined) known.set(word, (written = toLatin(word)));
  return written.startsWith(wanted) || (written !== "" && wanted.startsWith(written));
}

/** The beginning of words, as long as may be, that is romanised as wanted; behind one letter, where a word ends. */
function begin(words: readonly string[], wanted: string): string[] {
  const kana = words.join("");
  let length = 0;
  const ends =
    words[0]!.length === 1 ? words.map((word) => (length += word.length)) : [...kana].map((_, at) => kana.length - at);
  return ends
    .filter((end) => toLatin(kana.slice(0, end)) === wanted)
    .slice(0, 1)
    .map((end) => kana.slice(0, end));
}

function hepburn(typed: string): string {
  const plain = typed.trim().toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return TYPED.reduce((latin, [typed, written]) => latin.replace(typed, written), plain).replace(LONG, "");
}

function toLatin(kana: string): string {
  return kana.replace(SYLLABLE, (found) => latin.get(found) ?? found).replace(LONG, "");
}
