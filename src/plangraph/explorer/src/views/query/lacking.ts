// What a plan has nothing of, so that the questions about it have no answer.

import type { Question } from "../../lib/api";
import { here, type Holding } from "../../lib/scope.svelte";

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
