// Why a question may have no answer: the plan has nothing of what it is about, or its values leave nothing.

import type { Question } from "../../lib/api";
import { allPlans, here } from "../../lib/scope.svelte";

/** Whether the plan looked at has nothing of what a question is about. */
export function isLacking({ topic_needs: needed }: Pick<Question, "topic_needs">): boolean {
  const has: Readonly<Record<string, boolean>> = here().has;
  return needed !== null && has[needed] === false;
}

/** Whether a parameter (by name) takes a value that a reader can change: the language is the page's. */
export function isValue(parameter: string): boolean {
  return parameter !== "lang" && (parameter !== "plan" || allPlans().length > 1);
}
