// Where things of one column stand inside each other, such as offices: the inner ones beside the outer.

import { nests } from "../../lib/notation";
import { columnOf, type EdgeRecord, type NodeRecord } from "../records";

/** How deep things of one column stand inside each other, as a part of the way to the next column. */
export function depthsIn(
  nodes: readonly Pick<NodeRecord, "id" | "kind" | "tier">[],
  edges: readonly Pick<EdgeRecord, "source" | "target" | "relation">[],
): Map<string, number> {
  const columns = new Map(nodes.map((node) => [node.id, columnOf(node)]));
  const above = new Map<string, string[]>();
  for (const { source, target, relation } of edges) {
    if (!nests(relation) || columns.get(source) !== columns.get(target)) continue;
    above.set(source, [...(above.get(source) ?? []), target]);
  }
  const steps = new Map<string, number>();
  const stepsTo = (id: string): number => {
    if (!steps.has(id)) {
      steps.set(id, 0); // what is inside itself is not followed round
      steps.set(id, Math.max(0, ...(above.get(id) ?? []).map((other) => stepsTo(other) + 1)));
    }
    return steps.get(id)!;
  };
  return new Map([...above.keys()].map((id) => [id, stepsTo(id) / (nodes.length + 1)]));
}
