// The projects of an office, a place, a strategy, a goal or a plan: how many, with what money and grades, the largest.

import type { Language } from "../../lib/address.svelte";
import { ask, type Parameters, type QuestionUse } from "../../lib/api";
import { toWhole, type Whole } from "../../lib/budgets";
import { count, fiscalYear } from "../../lib/format";
import { goalCode } from "../../lib/goals";
import { BASIS, familyOf, KIND } from "../../lib/notation";
import { outline, sumOf, tiersOf, type Element } from "../../lib/outline";
import { toProject, wayOf, type Project, type Way } from "../../lib/projects";
import { allPlans, here, inYear, planPart } from "../../lib/scope.svelte";
import { number, pathOf, PREFIXES, text, type Row } from "../../lib/terms";
import { scaleOf, type Chart } from "../../lib/lines";
import { words } from "./words";

/** Some projects added up. */
export interface Sum {
  readonly number: number;
  /** Undefined where nothing is known. */
  readonly budget: number | undefined;
}

/** How many elements of a tier there are. */
export interface Spread {
  readonly label: string;
  readonly number: number;
}

export interface ProjectsOf extends Sum {
  readonly year: number | undefined;
  /** How many have no known budget. */
  readonly unknown: number;
  /** Those with a contribution of their own, and those that serve through what they stand within; of a goal only. */
  readonly served: { readonly direct: Sum; readonly inherited: Sum } | undefined;
  /** The tiers above them, with how many elements hold one of them; of a goal only. */
  readonly spread: readonly Spread[];
  /** The grades in the city's order. */
  readonly grades: readonly { readonly label: string; readonly number: number }[];
  /** The codes of the goals in their order. */
  readonly goals: readonly { readonly code: string; readonly number: number }[];
  /** Those with the largest budgets; all where they are few. */
  readonly largest: readonly Project[];
  readonly chart: Chart | undefined;
  /** Where all of them are listed, as the query of the view that finds projects; undefined if that cannot show them. */
  readonly listed: Record<string, string> | undefined;
  readonly uses: readonly QuestionUse[];
}

const LARGEST = 6; // projects
const MONEY = "budget-years";

/** The projects of a thing of a kind within a plan; undefined if it has none, or is nothing that projects belong to. */
export async function projectsOf(
  iri: string,
  kind: string,
  scope: string,
  lang: Language,
): Promise<ProjectsOf | undefined> {
  const way = wayOf(kind);
  const isPlan = familyOf(kind).iri === KIND.plan;
  // The smallest parts of a plan around the city's own are no projects.
  if (isPlan ? !allPlans().some((served) => served.iri === iri) : !way) return undefined;
  const plan = isPlan ? iri : scope;
  const summed = kind !== KIND.target; // the sums over the years know no targets
  const parameters = { ...inYear({ plan, lang }), ...(way && { [way.parameter]: iri }), sort: "grade" };
  const uses: QuestionUse[] = [
    { name: "projects", parameters },
    ...(goalCode(iri) ? [{ name: "contributions", parameters: { plan, lang } }] : []),
    ...(summed ? [{ name: MONEY, parameters: { plan, element: iri } }] : []),
  ];
  const [{ rows }, direct, chart] = await Promise.all([
    ask("projects", parameters),
    goalCode(iri) ? contributorsTo(iri, plan, lang) : undefined,
    summed ? overYears(iri, plan) : undefined,
  ]);
  if (!rows.length) return undefined;
  const projects = rows.map(toProject);
  const spread = goalCode(iri) ? await tiersAbove(projects, inYear({ plan })) : [];
  return {
    ...sum(projects),
    year: number(rows[0]!.year),
    unknown: projects.filter(({ budget }) => budget === undefined).length,
    served: direct && {
      direct: sum(projects.filter((project) => direct.has(project.iri))),
      inherited: sum(projects.filter((project) => !direct.has(project.iri))),
    },
    spread,
    grades: tally(projects.flatMap(({ grade }) => grade || [])).map(([label, n]) => ({ label, number: n })),
    goals: tally(goalCode(iri) ? [] : projects.flatMap(({ goals }) => goals))
      .map(([code, n]) => ({ code, number: n }))
      .sort((one, other) => Number(one.code) - Number(other.code)),
    largest: largestOf(projects),
    chart,
    listed: listedAt(iri, way, plan),
    uses,
  };
}

function largestOf(projects: readonly Project[]): readonly Project[] {
  const few = projects.length <= LARGEST;
  return projects
    .filter(({ budget }) => budget || few)
    .sort((one, other) => (other.budget ?? -1) - (one.budget ?? -1))
    .slice(0, LARGEST);
}

function sum(projects: readonly Project[]): Sum {
  return { number: projects.length, budget: sumOf(projects.map(({ budget }) => budget)) };
}

/** How often each value stands in a list, in the order of their first places. */
function tally(values: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found];
}

/** The elements that contribute to a goal or one of its targets, or to a target, by links of their own. */
async function contributorsTo(iri: string, plan: string, lang: Language): Promise<Set<string>> {
  const { rows } = await ask("contributions", { plan, lang });
  return new Set(
    rows
      .filter((row) => text(row.goal) === iri || text(row.target) === iri)
      .filter((row) => !row.superseded_by && text(row.basis) !== BASIS.suggested)
      .map((row) => text(row.element)),
  );
}

/** Budget and settlement over the years of all projects that count in a thing, where several years are known. */
export async function overYears(iri: string, plan: string): Promise<Chart | undefined> {
  if (!here().has.money) return undefined;
  const { rows } = await ask(MONEY, { plan, element: iri });
  const known = toWhole(rows);
  const apart = known.comparable || toWhole((await ask(MONEY, { plan })).rows).comparable ? undefined : whyApart(known);
  const line = (name: string, kind: string, label: string) => ({
    kind: PREFIXES.pg + kind,
    label,
    points: rows.flatMap((row) => pointOf(row, name)),
    ...(name === "budget" && apart && { apart }),
  });
  const lines = [line("budget", "Budget", words.budget), line("settlement", "Settlement", words.settlement)];
  const points = lines.flatMap((each) => each.points);
  const years = points.map(({ year }) => year);
  const span = [Math.min(...years), Math.max(...years)] as const;
  if (!years.length || span[0] === span[1]) return undefined;
  return {
    unit: `${PREFIXES.pg}Yen`,
    unitLabel: "",
    lines: lines.filter((each) => each.points.length),
    years: span,
    ...scaleOf(points.map(({ value }) => value)),
  };
}

/** Of how many projects the budgets of the first and the last year are known. */
function whyApart({ budgeted }: Whole): string {
  const years = [...budgeted].map(([year, projects]) => words.knownOf(fiscalYear(year), count(projects)));
  return words.apart(years[0]!, years.at(-1)!);
}

function pointOf(row: Row, name: string): { year: number; value: number }[] {
  const [year, value] = [number(row.year), number(row[name])];
  return year === undefined || value === undefined ? [] : [{ year, value }];
}

/** The tiers above some projects in the city's order, with how many elements of each hold one of them. */
async function tiersAbove(projects: readonly Project[], parameters: Parameters): Promise<Spread[]> {
  const plan = await outline(parameters);
  const above = new Set<Element>();
  for (const { iri } of projects)
    for (let at = plan.all.get(iri)?.parent; at && !above.has(at); at = at.parent) above.add(at);
  return tiersOf(above).map(({ tier, number }) => ({ label: tier.label, number }));
}

function listedAt(iri: string, way: Way | undefined, plan: string): Record<string, string> | undefined {
  const served = allPlans().find((each) => each.iri === plan);
  return served && { plan: planPart(served), ...(way && { [way.key]: pathOf(iri) }) };
}
