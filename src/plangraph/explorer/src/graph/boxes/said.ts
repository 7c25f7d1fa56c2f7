// What the lines of one thing say, told once over each column to which they lead.

import type { EdgeRecord } from "../records";

/** What relations are called, as they lead from a thing to each column, the most frequent first. */
export function saidOf(
  id: string,
  edges: readonly Pick<EdgeRecord, "source" | "target" | "relation">[],
  columnOf: (id: string) => number | undefined,
  called: (relation: string, forward: boolean) => string,
): Map<number, readonly string[]> {
  const tallies = new Map<number, Map<string, number>>();
  for (const { source, target, relation } of edges) {
    if (source !== id && target !== id) continue;
    const column = columnOf(source === id ? target : source);
    if (column === undefined) continue;
    const tally = tallies.get(column) ?? new Map<string, number>();
    const name = called(relation, source === id);
    tallies.set(column, tally.set(name, (tally.get(name) ?? 0) + 1));
  }
  const often = (tally: Map<string, number>) => [...tally].sort(([, one], [, other]) => other - one);
  return new Map([...tallies].map(([column, tally]) => [column, often(tally).map(([name]) => name)]));
}
