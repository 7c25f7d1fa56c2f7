// Whom to credit for what a view shows, and under which terms.

import { address } from "./address.svelte";
import { ask } from "./api";
import { picture as words } from "./i18n/picture";
import { text } from "./terms";

/** Source and licence of what is said of a plan (IRI), each a line. */
export async function credited(plan: string): Promise<string[]> {
  const { rows } = await ask("credit", { thing: plan, lang: address.lang });
  const licences = rows.map((row) => text(row.licence)).filter(Boolean);
  return [
    ...rows.map((row) => words.source([text(row.label), text(row.publisher)].filter(Boolean).join(" – "))),
    ...(licences.length ? licences.map(words.licence) : [words.unlicensed]),
  ];
}
