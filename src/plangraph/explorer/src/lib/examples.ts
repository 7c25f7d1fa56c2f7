// By what something can be found in a plan, as fields for searching give an example.

import type { Language } from "./address.svelte";
import { ask } from "./api";
import { text } from "./terms";

/** A code and a name in a plan (IRI), each once; none where it has neither. */
export async function examples(plan: string, lang: Language): Promise<string[]> {
  const { rows } = await ask("example-to-find", { plan, lang });
  return [...new Set(rows.flatMap(({ code, label }) => [text(code), text(label)]))].filter(Boolean);
}
