// The language of text that does not say its language, by its script.

import words from "../../generated/words.json";
import { address } from "../address.svelte";

/** A letter that only Japanese text has. */
export const JAPANESE = new RegExp(words.japanese);
const RUN = /([\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+)/;

/** The languages of texts that answers said again, for want of one in the reader's. */
const tongues = new Map<string, string>();

/** Keep in which language a text is that has a tag such as `de-x-ja`. */
export function learnTongue(text: string, tag: string | undefined): void {
  const [language, reader] = tag?.split(words.saidAgain) ?? [];
  if (language && reader) tongues.set(text, language);
}

/** What `lang` is to be set to for a text that is not in the page's language, perhaps behind its code; else nothing. */
export function foreign(text: string): string | undefined {
  if (JAPANESE.test(text)) return address.lang === "en" ? "ja" : undefined;
  return tongues.get(text) ?? tongues.get(text.replace(/^\S+ /, ""));
}

/** A text in runs of Japanese and others. */
export function scripts(text: string): string[] {
  return text.split(RUN).filter(Boolean);
}
