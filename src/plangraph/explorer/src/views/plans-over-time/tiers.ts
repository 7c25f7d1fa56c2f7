// The tiers on which a plan can be laid beside the next, and what gathers elements that are too many to read.

import type { Element } from "../../lib/outline";
import { GLANCE, keysOf } from "../../lib/row_sets";
import type { Policy, Step } from "./changes";

/** The elements of a plan by their IRIs. */
export type Elements = ReadonlyMap<string, Element>;

export interface Tier {
  /** What stands in the address for it. */
  readonly key: string;
  readonly iri: string;
  readonly label: string;
}

/** The tiers on which both plans have elements of their own, from the top down. */
export function tiersOf(before: Elements, after: Elements): Tier[] {
  const earlier = new Set([...before.values()].filter(({ iri }) => !after.has(iri)).map(({ tier }) => tier.key));
  const shared = new Map<string, Element>();
  for (const one of after.values())
    if (!before.has(one.iri) && earlier.has(one.tier.key)) shared.set(one.tier.key, one);
  const ordered = [...shared.values()].sort((one, other) => one.tier.rank - other.tier.rank);
  const keys = keysOf(ordered.map(({ tier, kind }) => ({ tier: tier.key, kind })));
  return ordered.map(({ tier }, at) => ({ key: keys[at]!, iri: tier.key, label: tier.label }));
}

/** The elements of a plan on a tier. */
export function elementsOn(tier: string, elements: Elements): Element[] {
  return [...elements.values()].filter((one) => one.tier.key === tier);
}

/** A thing and what it stands under, upwards. */
export function* upwards(iri: string, elements: Elements): Generator<Element> {
  for (let one = elements.get(iri); one; one = one.parent) yield one;
}

/** The tier by which the elements of another are gathered that are more than is seen at a glance: the nearest such. */
export function gatheringTier(tier: string, before: Elements, after: Elements): string | undefined {
  if (Math.max(elementsOn(tier, before).length, elementsOn(tier, after).length) <= GLANCE) return undefined;
  const above = new Map<string, Set<string>>();
  for (const { iri } of elementsOn(tier, before))
    for (const over of upwards(iri, before))
      above.set(over.tier.key, (above.get(over.tier.key) ?? new Set()).add(over.iri));
  const fitting = [...above].filter(([over, { size }]) => over !== tier && size > 1 && size <= GLANCE);
  return fitting.sort(([, one], [, other]) => other.size - one.size)[0]?.[0];
}

/** What an element is gathered into: what it stands under on a tier, or else the highest that it stands under. */
function gathererOf(iri: string, tier: string, elements: Elements): Policy | undefined {
  const way = [...upwards(iri, elements)];
  return way.find((one) => one.tier.key === tier) ?? way.at(-1);
}

/** The steps with what their elements are gathered into in their places. */
export function lifted(steps: readonly Step[], tier: string, before: Elements, after: Elements): Step[] {
  const lift = (policy: Policy | undefined, elements: Elements) =>
    policy && (gathererOf(policy.iri, tier, elements) ?? policy);
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
