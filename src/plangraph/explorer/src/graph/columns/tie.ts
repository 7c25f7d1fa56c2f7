// The relations that a picture in columns is drawn from.

import { BASIS, isDrawn, nests } from "../../lib/notation";
import type { EdgeRecord, Knowledge } from "../records";
import type { Forest } from "./forest";

/** A relation between two things that do not stand inside each other. */
export type Tie = EdgeRecord;

type Edges = Pick<Knowledge, "edges">;

/** What is stated and drawn, without what sets things inside each other. */
export function stated({ edges }: Edges): EdgeRecord[] {
  return [...edges.values()].filter(
    ({ basis, relation }) => basis !== BASIS.inferred && !nests(relation) && isDrawn(relation),
  );
}

/**
 * The ties of a network: all that is stated, and of what is inferred only that which flows down to a thing from what it
 * stands in. What is inferred upwards is what the sums say anyway.
 */
export function tiesOf(knowledge: Edges, forest: Forest): Tie[] {
  const own = stated(knowledge);
  const below = new Set<string>();
  for (const { source, target } of own) {
    for (const one of forest.upwards(source)) for (const other of forest.upwards(target)) below.add(`${one} ${other}`);
  }
  const inherited = [...knowledge.edges.values()].filter(
    ({ basis, source, target, relation }) =>
      basis === BASIS.inferred && !nests(relation) && !below.has(`${source} ${target}`),
  );
  return [...own, ...inherited];
}
