// The questions that the whole plan's network is made of.

import type { QuestionUse } from "../lib/api";

export const WHOLE_PLAN: readonly QuestionUse[] = [
  { name: "network-nodes" },
  { name: "drawn-links" },
  { name: "network-budgets" },
  { name: "relations" },
];
