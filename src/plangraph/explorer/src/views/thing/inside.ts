// What a thing holds, tier by tier: an element what stands under it, a plan its own tiers.

import { ask, type QuestionUse } from "../../lib/api";
import type { Language } from "../../lib/address.svelte";
import { familyOf, KIND } from "../../lib/notation";
import type { Row } from "../../lib/terms";

/** The question that says what a thing of a kind (IRI) holds within a plan. */
export function insideAsked(thing: string, kind: string, plan: string, lang: Language): Required<QuestionUse> {
  return familyOf(kind).iri === KIND.plan
    ? { name: "tiers", parameters: { plan: thing, lang } }
    : { name: "inside", parameters: { thing, plan, lang } };
}

/** The tiers of what a thing holds, each with its name and how many stand on it. */
export async function insideOf({ name, parameters }: Required<QuestionUse>): Promise<Row[]> {
  const { rows } = await ask(name, parameters);
  return rows.map((row) => (row.elements ? { ...row, number: row.elements } : row));
}
