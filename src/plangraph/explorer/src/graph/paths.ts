/** The shortest way between two things along drawn edges, whichever way they point. */

import { compareBases, type EdgeRecord } from "./records";

export interface Step {
  readonly edge: EdgeRecord;
  /** Whether the step goes the way the edge points. */
  readonly forward: boolean;
  readonly to: string;
}

/**
 * Finds a way with the fewest edges; of two such the one with less that is inferred or suggested first met.
 *
 * @returns the steps from `from`, `[]` if both are the same, or `null` if nothing leads there.
 */
export function shortestPath(edges: readonly EdgeRecord[], from: string, to: string): Step[] | null {
  if (from === to) return [];
  const around = adjacency(edges);
  const cameBy = new Map<string, { step: Step; before: string }>();
  let frontier = [from];
  while (frontier.length && !cameBy.has(to)) {
    const next: string[] = [];
    for (const at of frontier) {
      for (const step of around.get(at) ?? []) {
        if (step.to === from || cameBy.has(step.to)) continue;
        cameBy.set(step.to, { step, before: at });
        next.push(step.to);
      }
    }
    frontier = next;
  }
  return cameBy.has(to) ? walkBack(cameBy, from, to) : null;
}

function adjacency(edges: readonly EdgeRecord[]): Map<string, Step[]> {
  const around = new Map<string, Step[]>();
  const put = (at: string, step: Step) => {
    const steps = around.get(at);
    if (steps) steps.push(step);
    else around.set(at, [step]);
  };
  for (const edge of [...edges].sort((one, other) => compareBases(one.basis, other.basis))) {
    put(edge.source, { edge, forward: true, to: edge.target });
    put(edge.target, { edge, forward: false, to: edge.source });
  }
  return around;
}

function walkBack(cameBy: Map<string, { step: Step; before: string }>, from: string, to: string): Step[] {
  const steps: Step[] = [];
  for (let at = to; at !== from;) {
    const { step, before } = cameBy.get(at)!;
    steps.unshift(step);
    at = before;
  }
  return steps;
}
