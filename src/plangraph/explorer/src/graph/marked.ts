// What is put on the picture: the hits of a search, or the things in an answer; the address says which.

import type { Language } from "../lib/address.svelte";
import { question } from "../lib/api";
import { inOwnWords } from "../lib/own_words.svelte";
import { everything } from "../lib/search";
import { find } from "./asked";

const SEARCH = "search:";
const QUESTION = "question:";
const SPARQL = "sparql:";

/** What stands in the address for the hits of some words. */
export function ofSearch(words: string): string {
  return SEARCH + words;
}

/** What stands in the address for an answer, from how the address of the query view says it. */
export function ofAnswer({ question = "", query = "", ...given }: Readonly<Record<string, string>>): string {
  return question ? `${QUESTION}${question}?${new URLSearchParams(given).toString()}` : SPARQL + query;
}

/** What the reader calls it: the words, what the question asks, or nothing. */
export async function calledIn(on: string, lang: Language): Promise<string> {
  if (on.startsWith(SEARCH)) return on.slice(SEARCH.length);
  if (!on.startsWith(QUESTION)) return "SPARQL";
  const [name = ""] = on.slice(QUESTION.length).split("?");
  const { summary } = await question(name);
  return inOwnWords(summary[lang], lang);
}

/** The things (IRIs) that are found. */
export async function thingsOn(on: string, lang: Language): Promise<ReadonlySet<string>> {
  if (on.startsWith(SEARCH)) {
    const { hits, all } = await everything(on.slice(SEARCH.length), lang);
    return new Set(all ? hits.map(({ iri }) => iri) : []);
  }
  if (on.startsWith(QUESTION)) {
    const [question = "", given = ""] = on.slice(QUESTION.length).split("?");
    const { ids } = await find({ question, given: Object.fromEntries(new URLSearchParams(given)) }, lang);
    return new Set(ids);
  }
  return new Set((await find({ sparql: on.slice(SPARQL.length) }, lang)).ids);
}
