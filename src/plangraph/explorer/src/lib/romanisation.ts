// Readings in kana in the letters in which names are romanised (plangraph/store/romanisation.py, by the same tables).

import romanisation from "../generated/romanisation.json";
import { folded } from "./folding";

const KANA = new RegExp(`^${romanisation.kana}$`, "u");
const LONG = new RegExp(romanisation.long, "gu");
const latin = new Map(Object.entries(romanisation.syllables));
const SYLLABLE = new RegExp([...latin.keys()].join("|"), "gu");

/** A name in kana in Latin letters; "" for any other. */
export function romanised(name: string): string {
  const kana = folded(name.trim());
  if (!KANA.test(kana)) return "";
  return kana.replace(SYLLABLE, (found) => latin.get(found) ?? found).replace(LONG, "");
}
