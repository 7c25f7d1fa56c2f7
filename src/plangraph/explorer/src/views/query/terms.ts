// What the editor completes: keywords, prefixes, variables, and the terms of the ontology by name or label.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { compact, PREFIXES, text } from "../../lib/terms";

export interface Completion {
  name: string;
  labels: Record<Language, string>;
}

const KEYWORDS = (
  "SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH EXISTS CONSTRUCT ASK DESCRIBE PREFIX LIMIT " +
  "OFFSET COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT LANG DATATYPE BOUND COALESCE CONTAINS STRSTARTS STRENDS REGEX " +
  "REPLACE ROUND YEAR BY HAVING GROUP ORDER ASC DESC"
).split(" ");
/** By which names, notes and codes stand on anything: annotations are no properties of the ontology. */
const ANNOTATIONS = ["rdfs:label", "skos:altLabel", "skos:notation", "skos:note", "skos:definition", "rdf:type"];
const MOST = 60; // names

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
  const others = plain(ANNOTATIONS.filter((name) => !found.has(name)));
  return [...found.values(), ...others].sort((a, b) => a.name.localeCompare(b.name));
}

/** What a piece of a query may become: what begins with it first, then parts of names, then labels. */
export function matching(terms: readonly Completion[], typed: string, query = ""): Completion[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted.includes(":") && terms.some(({ name }) => name === typed)) return []; // it is whole
  if (/^[?$]/.test(wanted)) return variablesOf(query).filter(({ name }) => begins(name, wanted) && name !== typed);
  const all = wanted.includes(":") ? terms : [...plain(KEYWORDS), ...plain(prefixes()), ...terms];
  const first = all.filter(({ name }) => begins(name, wanted));
  const within = all.filter(({ name }) => !begins(name, wanted) && name.toLowerCase().includes(wanted));
  const labelled = terms
    .filter(({ name, labels }) => !name.toLowerCase().includes(wanted) && fit(labels, wanted) < Infinity)
    .sort((one, other) => fit(one.labels, wanted) - fit(other.labels, wanted));
  return [...first, ...within, ...labelled].filter(({ name }) => name !== typed).slice(0, MOST);
}

/** How well a label fits: 0 if it is what is typed, 1 if it begins so, 2 if it holds it. */
function fit(labels: Completion["labels"], wanted: string): number {
  const ranks = Object.values(labels)
    .map((label) => label.toLowerCase())
    .map((label) => (label === wanted ? 0 : label.startsWith(wanted) ? 1 : label.includes(wanted) ? 2 : Infinity));
  return Math.min(...ranks);
}

function begins(name: string, wanted: string): boolean {
  return name.toLowerCase().startsWith(wanted);
}

function prefixes(): string[] {
  return Object.keys(PREFIXES).map((prefix) => `${prefix}:`);
}

function variablesOf(query: string): Completion[] {
  return plain([...new Set(query.match(/[?$]\w+/g))]);
}

function plain(names: readonly string[]): Completion[] {
  return names.map((name) => ({ name, labels: { ja: "", en: "" } }));
}
