// What can be expanded at a thing: its relations, each way, with how many stand behind them.

import { byPlace } from "../lib/codes";
import { BASIS } from "../lib/notation";
import { compareBases, type Knowledge } from "./records";

/** How many things one step of an expansion brings. */
export const PAGE = 20;

export interface Fan {
  /** The IRI of the property. */
  readonly relation: string;
  /** Whether the thing is the subject. */
  readonly forward: boolean;
  readonly basis: string;
  /** The things at the other end, in the city's order. */
  readonly ids: readonly string[];
}

/** The fans of a thing, stated ones before inferred ones, large ones first. */
export function fans(knowledge: Knowledge, id: string): Fan[] {
  const found = new Map<string, { relation: string; forward: boolean; basis: string; ids: string[] }>();
  for (const edge of knowledge.edgesOf(id)) {
    const forward = edge.source === id;
    const key = `${edge.relation} ${forward} ${edge.basis === BASIS.inferred}`;
    const fan = found.get(key) ?? { relation: edge.relation, forward, basis: edge.basis, ids: [] };
    fan.ids.push(forward ? edge.target : edge.source);
    found.set(key, fan);
  }
  const placed = (id: string) => knowledge.nodes.get(id) ?? { code: "" };
  for (const fan of found.values()) fan.ids.sort((one, other) => byPlace(placed(one), placed(other)));
  return [...found.values()].sort(
    (one, other) =>
      Number(one.basis === BASIS.inferred) - Number(other.basis === BASIS.inferred) ||
      other.ids.length - one.ids.length ||
      compareBases(one.basis, other.basis),
  );
}

/** The next things of a fan that are not shown yet, and how many are left after them. */
export function nextOf(fan: Fan, shown: ReadonlySet<string>): { ids: readonly string[]; left: number } {
  const missing = fan.ids.filter((id) => !shown.has(id));
  return { ids: missing.slice(0, PAGE), left: Math.max(0, missing.length - PAGE) };
}

/** A thing and its stated neighbours, as far as they are few. */
export function around(knowledge: Knowledge, id: string): string[] {
  if (!id) return [];
  const shown = new Set([id]);
  for (const fan of fans(knowledge, id)) {
    if (fan.basis === BASIS.inferred) continue;
    for (const other of nextOf(fan, shown).ids) shown.add(other);
  }
  return [...shown];
}
