// The terms of the ontology for completion in the editor, found by name or label in either language.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { compact, text } from "../../lib/terms";

export interface Completion {
  name: string;
  labels: Record<Language, string>;
}

/** All classes and properties that have names. */
export async function completions(): Promise<Completion[]> {
  const found = new Map<string, Completion>();
  const languages: Language[] = ["ja", "en"];
  await Promise.all(
    languages.flatMap((lang) =>
      (["classes", "properties"] as const).map(async (question) => {
        const { rows } = await ask(question, { lang });
        for (const row of rows) {
          const name = compact(text(row.class ?? row.property));
          const term = found.get(name) ?? { name, labels: { ja: "", en: "" } };
          term.labels[lang] = text(row.label);
          found.set(name, term);
        }
      }),
    ),
  );
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The terms that a piece of text may mean: parts of names first, then of labels. */
export function matching(terms: Completion[], typed: string): Completion[] {
  const wanted = typed.trim().toLowerCase();
  const byName = terms.filter(({ name }) => name.toLowerCase().includes(wanted));
  const byLabel = terms.filter(
    (term) =>
      !byName.includes(term) && Object.values(term.labels).some((label) => label.toLowerCase().includes(wanted)),
  );
  return [...byName, ...byLabel];
}
