// Which relations a line stands for.

import type { Line } from "../../../graph/columns/sums";

/** The relations (IRIs) of a line's links, the most frequent first. */
export function relationsOf({ links }: Line): string[] {
  const tally = new Map<string, number>();
  for (const { edges } of links) for (const { relation } of edges) tally.set(relation, (tally.get(relation) ?? 0) + 1);
  return [...tally].sort((one, other) => other[1] - one[1]).map(([relation]) => relation);
}
