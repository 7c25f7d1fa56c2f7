// Whom to credit for what a view shows, and under which terms.

import type { Language } from "./address.svelte";
import { ask } from "./api";
import { picture as words } from "./i18n/picture";
import { text } from "./terms";

/** Source and licence of what is said of a plan (IRI), each a line. */
export async function credited(plan: string, lang: Language): Promise<string[]> {
  const { rows } = await ask("credit", { thing: plan, lang });
  const licences = rows.map((row) => text(row.licence)).filter(Boolean);
  return [
    ...rows.map((row) => words.source([text(row.label), text(row.publisher)].filter(Boolean).join(" – "))),
    ...(licences.length ? licences.map(words.licence) : [words.unlicensed]),
  ];
}
