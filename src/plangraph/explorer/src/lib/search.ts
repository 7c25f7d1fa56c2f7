// Search while typing, by the question `search`.

import type { Language } from "./address.svelte";
import { ask } from "./api";
import { text } from "./terms";

export interface Hit {
  iri: string;
  code: string;
  label: string;
  /** The class (IRI or local name). */
  kind: string;
  /** The name of what it stands under. */
  place: string;
}

/** The best hits for some words: a code, or a part of a name in either language. */
export async function search(words: string, lang: Language): Promise<Hit[]> {
  const { rows } = await ask("search", { text: words.trim(), lang });
  return rows.map((row) => ({
    iri: text(row.thing),
    code: text(row.code),
    label: text(row.label),
    kind: text(row.class),
    place: text(row.place),
  }));
}
