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
function shortestPath(edges: readonly EdgeRecord[], from: string, to: string): Step[] | null {
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

/** How many paths are looked for, and how many steps longer than the shortest they may be. */
export const MOST = 1000;
const LONGER = 1; // steps more than the shortest

/** The ways between two things, none through a thing twice, the shortest first: at most `MOST`, none much longer. */
export function allPaths(edges: readonly EdgeRecord[], from: string, to: string): Step[][] {
  const shortest = shortestPath(edges, from, to);
  if (!shortest) return [];
  const around = adjacency(edges);
  const left = distances(around, to);
  const found: Step[][] = [];
  for (let length = shortest.length; length <= shortest.length + LONGER; length++)
    walk(around, left, from, to, length, [], found);
  return found;
}

/** Add the paths of exactly so many steps that begin with some. */
function walk(
  around: ReadonlyMap<string, readonly Step[]>,
  left: ReadonlyMap<string, number>,
  at: string,
  to: string,
  length: number,
  steps: Step[],
  found: Step[][],
): void {
  if (found.length >= MOST) return;
  if (at === to || !length) {
    if (at === to && !length) found.push([...steps]);
    return;
  }
  for (const step of around.get(at) ?? []) {
    if ((left.get(step.to) ?? Infinity) >= length) continue;
    if (steps.some(({ edge, forward }) => step.to === (forward ? edge.source : edge.target))) continue;
    walk(around, left, step.to, to, length - 1, [...steps, step], found);
  }
}

/** How many steps each thing is away from one. */
function distances(around: ReadonlyMap<string, readonly Step[]>, to: string): Map<string, number> {
  const far = new Map([[to, 0]]);
  const queue = [to];
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const { to: next } of around.get(at) ?? [])
      if (!far.has(next)) {
        far.set(next, far.get(at)! + 1);
        queue.push(next);
      }
  return far;
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
