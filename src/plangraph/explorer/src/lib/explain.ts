// Why a statement holds, as it is explained: the steps from stated facts, by rules.

import type { Language } from "./address.svelte";
import { resource } from "./api";

interface Said {
  subject: string;
  predicate: string;
  object: string;
  text: Record<Language, string>;
}
interface Premise extends Said {
  asserted: boolean;
  basis: string | null;
  rationale: Record<Language, string | null> | null;
  source: { iri: string; labels: Record<Language, string> } | null;
}
export interface Step {
  rule: string;
  /** What of the ontology leads from the premises to the conclusion. */
  axiom_label: Record<Language, string>;
  premises: Premise[];
  conclusion: Said;
}
export interface Explanation {
  asserted: boolean;
  /** None to what is stated. */
  steps: Step[];
}

/** Explains a statement by the facts that it follows from. */
export function explain(subject: string, predicate: string, object: string): Promise<Explanation> {
  return resource("/api/explain", { subject, predicate, object });
}

/** The facts at the bottom of an explanation, each once. */
export function groundsOf(explanation: Explanation): Premise[] {
  const facts = explanation.steps.flatMap((step) => step.premises.filter((premise) => premise.asserted));
  return [...new Map(facts.map((fact) => [`${fact.subject} ${fact.predicate} ${fact.object}`, fact])).values()];
}
