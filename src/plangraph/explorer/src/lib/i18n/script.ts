// The language of text that does not say its language, by its script.

import { address } from "../address.svelte";

/** "ja" for Japanese text on an English page, else nothing: what `lang` is to be set to. */
export function foreign(text: string): "ja" | undefined {
  return address.lang === "en" && /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? "ja" : undefined;
}
