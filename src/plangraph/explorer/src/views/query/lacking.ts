// Why a question may have no answer: the plan has nothing of what it is about, or its values leave nothing.

import type { Question } from "../../lib/api";
import { allPlans, here, type Holding } from "../../lib/scope.svelte";

const NEEDED: Readonly<Record<string, Holding>> = {
  coverage: "goals",
  evaluation: "grades",
  finance: "money",
  strategy: "strategies",
  ward: "wards",
};

/** Whether the plan looked at has nothing of what a question is about. */
export function isLacking({ topic }: Pick<Question, "topic">): boolean {
  const needed = NEEDED[topic];
  return needed !== undefined && !here().has[needed];
}

/** Whether a parameter (by name) takes a value that a reader can change: the language is the page's. */
export function isValue(parameter: string): boolean {
  return parameter !== "lang" && (parameter !== "plan" || allPlans().length > 1);
}
