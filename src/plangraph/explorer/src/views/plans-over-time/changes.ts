// A plan beside the one that follows it, and what became of each element, as pairs of a left and a right side.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { number, PREFIXES, text, type Row } from "../../lib/terms";

export type Change = "kept" | "renamed" | "merged" | "moved" | "gone" | "new" | "unknown";
export type End = "from" | "to";

/** A policy, or what else stands on a tier. */
export interface Policy {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
}

export interface Step {
  readonly change: Change;
  readonly from: Policy | undefined;
  readonly to: Policy | undefined;
  /** How far it may be trusted (IRI); "" where nothing is said. */
  readonly basis: string;
  readonly rationale: string;
}

export interface Side {
  readonly iri: string;
  readonly label: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export interface Pair {
  readonly before: Side;
  readonly after: Side;
}

const CHANGES = new Map<string, Change>([
  [`${PREFIXES.pg}keptAs`, "kept"],
  [`${PREFIXES.pg}renamedTo`, "renamed"],
  [`${PREFIXES.pg}mergedInto`, "merged"],
  [`${PREFIXES.pg}partlyMovedTo`, "moved"],
  [`${PREFIXES.pg}droppedIn`, "gone"],
]);

/** A plan with the one that follows it or, if none does, with the one before it. */
export async function pairOf(plan: string, lang: Language): Promise<Pair | undefined> {
  const following = await pairFrom(plan, lang);
  if (following) return following;
  const { rows } = await ask("neighbours", { thing: plan, relation: "pg:succeeds", direction: "out", lang });
  return rows[0] && pairFrom(text(rows[0].neighbour), lang);
}

async function pairFrom(plan: string, lang: Language): Promise<Pair | undefined> {
  const { rows } = await ask("plan-succession", { from: plan, lang });
  const row = rows.find(({ earlier }) => text(earlier) === plan);
  return (
    row && {
      before: {
        iri: plan,
        label: text(row.earlier_label),
        start: number(row.earlier_start),
        end: number(row.earlier_end),
      },
      after: { iri: text(row.later), label: text(row.later_label), start: number(row.start), end: number(row.end) },
    }
  );
}

export function toSteps(rows: readonly Row[]): Step[] {
  return rows.map((row) => ({
    change: CHANGES.get(text(row.relation)) ?? "new",
    from: row.policy && { iri: text(row.policy), code: text(row.code), label: text(row.label) },
    to: row.next && { iri: text(row.next), code: text(row.next_code), label: text(row.next_label) },
    basis: text(row.basis),
    rationale: text(row.rationale),
  }));
}

/** The steps with those elements of the earlier plan of which none says what becomes of them. */
export function withUnknown(steps: readonly Step[], earlier: readonly Policy[]): Step[] {
  const told = new Set(steps.map(({ from }) => from?.iri));
  const untold = earlier.filter(({ iri }) => !told.has(iri));
  return [
    ...steps,
    ...untold.map((from) => ({ change: "unknown" as const, from, to: undefined, basis: "", rationale: "" })),
  ];
}

/** How many different elements of a side go through each change; of the other side where there are none on this. */
export function countsOf(steps: readonly Step[], end: End = "from"): ReadonlyMap<Change, number> {
  const found = new Map<Change, Set<string>>();
  for (const step of steps) {
    const own = step[end] ?? step.from ?? step.to;
    if (own) found.set(step.change, (found.get(step.change) ?? new Set()).add(own.iri));
  }
  return new Map([...found].map(([change, things]) => [change, things.size]));
}

/** The different policies of a side in the order of their plan. */
export function side(steps: readonly Step[], which: End, plan: ReadonlyMap<string, unknown>): Policy[] {
  const found = new Map<string, Policy>();
  for (const step of steps) {
    const policy = step[which];
    if (policy) found.set(policy.iri, policy);
  }
  const places = new Map([...plan.keys()].map((iri, place) => [iri, place]));
  const placeOf = ({ iri }: Policy) => places.get(iri) ?? places.size;
  return [...found.values()].sort((one, other) => placeOf(one) - placeOf(other));
}
