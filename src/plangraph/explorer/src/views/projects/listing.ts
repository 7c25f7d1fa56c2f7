// What the projects of a plan are asked for by, and the facets by which they are found.

import type { Parameters } from "../../lib/api";
import type { Facet, Value } from "../../lib/facets";
import { goalOf } from "../../lib/goals";
import type { Language } from "../../lib/address.svelte";
import type { Outline } from "../../lib/outline";
import { parametersOf, thingsAsked, type Project } from "../../lib/projects";
import { words } from "./words";

/** Words and amounts that the question is asked with, and what of the address says them. */
const ASKED = ["text", "budgetfrom", "budgetto", "ratefrom", "rateto"] as const;

/** The optional parameters of the question that an address gives. */
export function askedBy(query: Readonly<Record<string, string>>): Parameters {
  const given = ASKED.flatMap((name) => (query[name] ? [[name, query[name]]] : []));
  return { ...(Object.fromEntries(given) as Parameters), ...parametersOf(thingsAsked(query)) };
}

/** The facets of projects: a plan's tiers above them, then offices, goals, grades, directions and wards. */
export function facetsOf(plan: Outline, lang: Language): Facet<Project>[] {
  const plainly = (values: readonly string[]) => values.filter(Boolean).map((value) => ({ key: value, label: value }));
  return [
    ...tiersAbove(plan),
    { key: "office", label: words.office, values: ({ offices }) => plainly(offices) },
    {
      key: "goal",
      label: words.goal,
      values: ({ goals }) => goals.map((code) => ({ key: code, label: `${code} ${goalOf(code)?.label[lang] ?? ""}` })),
      inOrder: true,
    },
    { key: "grade", label: words.grade, values: ({ grade }) => plainly([grade]), inOrder: true },
    { key: "direction", label: words.direction, values: ({ direction }) => plainly([direction]), inOrder: true },
    { key: "ward", label: words.ward, values: ({ wards }) => plainly(wards) },
  ];
}

function tiersAbove(plan: Outline): Facet<Project>[] {
  const tiers = new Map<string, { label: string; rank: number }>();
  const above = (iri: string) => {
    const found = [];
    for (let at = plan.all.get(iri)?.parent; at; at = at.parent) found.push(at);
    return found;
  };
  for (const element of plan.all.values())
    if (element.children.length) tiers.set(element.tier.key, { label: element.tier.label, rank: element.tier.rank });
  return [...tiers]
    .sort(([, one], [, other]) => one.rank - other.rank)
    .map(([tier, { label, rank }]) => ({
      key: `tier-${rank}`,
      label,
      values: ({ iri }): Value[] =>
        above(iri)
          .filter((element) => element.tier.key === tier)
          .map(({ code, label }) => ({ key: code, label: code === label ? code : `${code} ${label}` })),
      inOrder: true,
    }));
}
