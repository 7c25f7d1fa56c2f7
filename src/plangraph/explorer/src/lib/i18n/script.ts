// The language of text that does not say its language, by its script.

import words from "../../generated/words.json";
import { address } from "../address.svelte";

/** A letter that only Japanese text has. */
export const JAPANESE = new RegExp(words.japanese);
const RUN = /([\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+)/;

/** "ja" for Japanese text on an English page, else nothing: what `lang` is to be set to. */
export function foreign(text: string): "ja" | undefined {
  return address.lang === "en" && JAPANESE.test(text) ? "ja" : undefined;
}

/** A text in runs of Japanese and others. */
export function scripts(text: string): string[] {
  return text.split(RUN).filter(Boolean);
}
