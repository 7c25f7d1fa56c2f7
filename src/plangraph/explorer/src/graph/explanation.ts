// Why an inferred relation holds, as the reasoner explains it.

import { resource } from "../lib/api";
import type { Words } from "../lib/notation";
import type { EdgeRecord } from "./records";

interface Premise {
  readonly text: Words;
  readonly asserted: boolean;
  readonly basis: string | null;
  readonly rationale: Words | null;
  readonly source: { readonly labels: Partial<Words> } | null;
}

export interface ReasonedStep {
  /** What of the ontology leads from the premises to the conclusion. */
  readonly axiom_label: Words;
  readonly premises: readonly Premise[];
  readonly conclusion: { readonly text: Words };
}

/** The steps from stated facts to a relation; none if it is stated itself. */
export async function explain(edge: EdgeRecord): Promise<readonly ReasonedStep[]> {
  const query = { subject: edge.source, predicate: edge.relation, object: edge.target };
  const { steps } = await resource<{ steps: ReasonedStep[] }>("/api/explain", query);
  return steps;
}
