// The questions that the whole plan's network is made of.

import type { QuestionUse } from "../lib/api";
import { here } from "../lib/scope.svelte";

/** The questions about the plan that is looked at: its things, the links between them, their budgets. */
export function wholePlanUses(): QuestionUse[] {
  const parameters = { plan: here().iri };
  return ["network-nodes", "drawn-links", "network-budgets"].map((name) => ({ name, parameters }));
}
