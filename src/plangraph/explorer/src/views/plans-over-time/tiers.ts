// The tiers on which a plan can be laid beside the next, and what gathers elements that are too many to read.

import { KIND, kindName } from "../../lib/notation";
import { GLANCE, keysOf } from "../../lib/row_sets";
import { number, text, type Row } from "../../lib/terms";
import type { Policy, Step } from "./changes";

/** An element of a plan's policy system, with where it stands. */
export interface Standing extends Policy {
  readonly tier: string;
  readonly tierLabel: string;
  readonly rank: number;
  readonly kind: string;
  readonly parent: string;
}

/** The elements of a plan by their IRIs. */
export type Outline = ReadonlyMap<string, Standing>;

export interface Tier {
  /** What stands in the address for it. */
  readonly key: string;
  readonly iri: string;
  readonly label: string;
}

/** Take up the rows of the question `plan-outline`. */
export function toOutline(rows: readonly Row[]): Outline {
  const found = new Map<string, Standing>();
  for (const row of rows) {
    const iri = text(row.element);
    if (found.has(iri)) continue;
    const kind = text(row.class);
    found.set(iri, {
      iri,
      code: text(row.code),
      label: text(row.label),
      tier: text(row.tier),
      tierLabel: text(row.tier_label) || kindName(kind || KIND.anything),
      rank: number(row.tier_rank) ?? 0,
      kind,
      parent: text(row.parent),
    });
  }
  return found;
}

/** The tiers on which both plans have elements of their own, from the top down. */
export function tiersOf(before: Outline, after: Outline): Tier[] {
  const earlier = new Set([...before.values()].filter(({ iri }) => !after.has(iri)).map(({ tier }) => tier));
  const shared = new Map<string, Standing>();
  for (const one of after.values())
    if (one.tier && !before.has(one.iri) && earlier.has(one.tier)) shared.set(one.tier, one);
  const ordered = [...shared.values()].sort((one, other) => one.rank - other.rank);
  const keys = keysOf(ordered);
  return ordered.map(({ tier, tierLabel }, at) => ({ key: keys[at]!, iri: tier, label: tierLabel }));
}

/** The elements of a plan on a tier. */
export function elementsOn(tier: string, outline: Outline): Standing[] {
  return [...outline.values()].filter((one) => one.tier === tier);
}

/** A thing and what it stands under, upwards. */
export function* upwards(iri: string, outline: Outline): Generator<Standing> {
  const passed = new Set<string>();
  for (let one = outline.get(iri); one && !passed.has(one.iri); one = outline.get(one.parent)) {
    passed.add(one.iri);
    yield one;
  }
}

/** The tier by which the elements of another are gathered that are more than is seen at a glance: the nearest such. */
export function gatheringTier(tier: string, before: Outline, after: Outline): string | undefined {
  if (Math.max(elementsOn(tier, before).length, elementsOn(tier, after).length) <= GLANCE) return undefined;
  const above = new Map<string, Set<string>>();
  for (const { iri } of elementsOn(tier, before))
    for (const over of upwards(iri, before)) above.set(over.tier, (above.get(over.tier) ?? new Set()).add(over.iri));
  const fitting = [...above].filter(([over, { size }]) => over !== tier && size > 1 && size <= GLANCE);
  return fitting.sort(([, one], [, other]) => other.size - one.size)[0]?.[0];
}

/** What an element is gathered into: what it stands under on a tier, or else the highest that it stands under. */
function gathererOf(iri: string, tier: string, outline: Outline): Policy | undefined {
  const way = [...upwards(iri, outline)];
  return way.find((one) => one.tier === tier) ?? way.at(-1);
}

/** The steps with what their elements are gathered into in their places. */
export function lifted(steps: readonly Step[], tier: string, before: Outline, after: Outline): Step[] {
  const lift = (policy: Policy | undefined, outline: Outline) =>
    policy && (gathererOf(policy.iri, tier, outline) ?? policy);
  return steps.map((step) => ({ ...step, from: lift(step.from, before), to: lift(step.to, after) }));
}

export interface Ribbon {
  readonly from: Policy;
  readonly to: Policy;
  /** The steps that it stands for. */
  readonly number: number;
}

/** One ribbon for all the steps between two things. */
export function ribbonsOf(steps: readonly Step[]): Ribbon[] {
  const found = new Map<string, Ribbon>();
  for (const { from, to } of steps) {
    if (!from || !to) continue;
    const key = `${from.iri} ${to.iri}`;
    found.set(key, { from, to, number: (found.get(key)?.number ?? 0) + 1 });
  }
  return [...found.values()];
}
