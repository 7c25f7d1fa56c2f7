// The projects of a plan as the question `projects` lists them, and the facets by which they are found.

import type { Parameters } from "../../lib/api";
import type { Facet, Value } from "../../lib/facets";
import { goalOf } from "../../lib/goals";
import type { Language } from "../../lib/address.svelte";
import type { Outline } from "../../lib/outline";
import { number, text, type Row } from "../../lib/terms";
import { words } from "./words";

export interface Project {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  readonly path: string;
  readonly offices: readonly string[];
  readonly budget: number | undefined;
  readonly settlement: number | undefined;
  readonly rate: number | undefined;
  readonly grade: string;
  readonly direction: string;
  readonly goals: readonly string[];
  readonly wards: readonly string[];
}

/** What the question is asked with beyond plan, year and language, and what of the address says it. */
export const ASKED = ["text", "strategy", "budgetfrom", "budgetto", "ratefrom", "rateto"] as const;

/** The optional parameters of the question that an address gives. */
export function askedBy(query: Readonly<Record<string, string>>): Parameters {
  return Object.fromEntries(ASKED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
}

export function toProject(row: Row): Project {
  const list = (name: string) =>
    text(row[name])
      .split(/[,、]\s*/)
      .filter(Boolean);
  const named = (name: string) => [text(row[`${name}_code`]), text(row[`${name}_label`])].filter(Boolean).join(" ");
  return {
    iri: text(row.project),
    code: text(row.code),
    label: text(row.label),
    // The nearest two: those above them are the same for many.
    path: text(row.path).split(" › ").slice(-2).join(" › "),
    offices: list("offices"),
    budget: number(row.budget),
    settlement: number(row.settlement),
    rate: number(row.rate),
    grade: named("grade"),
    direction: named("direction"),
    goals: list("goals"),
    wards: list("wards"),
  };
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
