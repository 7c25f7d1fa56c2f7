// A part of a plan: what holds certain projects, and what is tied to that.

import { familyOf } from "../../lib/notation";
import { columnOf, Knowledge } from "../records";
import type { Forest } from "./forest";
import { stated } from "./tie";

/** The elements of the lowest tier, which hold nothing: those that money and grades are of. */
export function leavesOf({ nodes }: Knowledge, forest: Forest): string[] {
  const all = [...nodes.values()].filter(({ id, kind }) => familyOf(kind).trunk && !forest.children(id).length);
  const deepest = Math.max(...all.map(columnOf));
  return all.filter((node) => columnOf(node) === deepest).map(({ id }) => id);
}

/** The plan with only some leaves: what holds none of them is left out, what is beside the policy system stays. */
export function partOf(knowledge: Knowledge, forest: Forest, leaves: Iterable<string>): Knowledge {
  const kept = new Set<string>();
  for (const leaf of leaves) for (const id of forest.upwards(leaf)) kept.add(id);
  const stays = (id: string) => kept.has(id) || !familyOf(knowledge.nodes.get(id)?.kind ?? "").trunk;
  const part = new Knowledge();
  part.year = knowledge.year;
  part.add(
    [...knowledge.nodes.values()].filter(({ id }) => stays(id)),
    [...knowledge.edges.values()].filter(({ source, target }) => stays(source) && stays(target)),
  );
  return part;
}

/** The leaves that some things mean: themselves, what is inside them, and what is tied to them. */
export function leavesOfAll(knowledge: Knowledge, forest: Forest, things: ReadonlySet<string>): Set<string> {
  const meant = new Set(things);
  for (const { source, target } of stated(knowledge)) {
    const ends = [source, target] as const;
    for (const [one, other] of [ends, [target, source] as const]) {
      const beside = !familyOf(knowledge.nodes.get(one)?.kind ?? "").trunk;
      if (beside && forest.isWithin(one, things)) meant.add(other);
    }
  }
  return new Set(leavesOf(knowledge, forest).filter((leaf) => forest.isWithin(leaf, meant)));
}
