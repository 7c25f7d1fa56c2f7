// What is known of one of two things that are compared, and the rows in which both stand side by side.

import { address, type Language } from "../../lib/address.svelte";
import { ask, type Parameters, type QuestionUse } from "../../lib/api";
import { asMoney, count, fiscalYear } from "../../lib/format";
import { GOALS } from "../../lib/goals";
import { codedName } from "../../lib/codes";
import { gradesOf, tiersOf, toOutline, type Element } from "../../lib/outline";
import { plural } from "../../lib/notation";
import { toProject, type Project } from "../../lib/projects";
import type { RowSet } from "../../lib/row_sets";
import type { ServedPlan } from "../../lib/scope.svelte";
import { number, text, type Row } from "../../lib/terms";
import { words } from "./words";

/** Something that can be chosen, by name. */
export interface Choice {
  readonly iri: string;
  readonly label: string;
  /** Its city, where there are several. */
  readonly group: string;
  /** The plan (IRI) in which its projects are counted. */
  readonly plan: ServedPlan;
}

/** What is known of a side's money in a year. */
export interface Amounts {
  readonly budget: number | undefined;
  readonly settlement: number | undefined;
  /** How many projects each of them adds up. */
  readonly budgeted: number;
  readonly settled: number;
  /** What is to be known before the settlement is read as a fact; empty if nothing is. */
  readonly caution: string;
}

/** All that is known of one side. */
export interface Side {
  readonly choice: Choice;
  readonly projects: readonly Project[];
  /** The grades that its plan gives by name, in the city's order, each with its place there. */
  readonly scale: ReadonlyMap<string, number>;
  /** Of which year grades and the largest budgets are. */
  readonly year: number | undefined;
  /** How many offices are in charge of its projects; undefined if none is known. Several may have one name. */
  readonly offices: number | undefined;
  /** How many indicators measure it or what is inside it; undefined if none is known. */
  readonly indicators: number | undefined;
  /** How many elements it holds on each tier above its projects, by what the tier is called, the highest first. */
  readonly inside: ReadonlyMap<string, number>;
  readonly money: ReadonlyMap<number, Amounts>;
  readonly uses: readonly QuestionUse[];
}

/** A figure of both sides; undefined is not known. */
export interface Line {
  readonly part: string;
  readonly label: string;
  /** The code of the goal that it is about. */
  readonly goal?: string;
  readonly values: readonly [number | undefined, number | undefined];
  /** A value of a side as it is written. */
  readonly written: (value: number, at: number) => string;
  /** The currencies of both values where they are unlike: such values have no scale in common. */
  readonly currencies?: readonly [string, string] | undefined;
  /** What is to be known before each value is read as a fact. */
  readonly cautions?: readonly [string, string];
  /** What stands for a value that is not there, where that is not because it is unknown. */
  readonly absent?: readonly [string, string];
}

/** By which parameter the projects of a thing of a set of rows are asked for. */
const PARAMETERS: Readonly<Record<string, string>> = { ward: "ward", office: "office", strategy: "strategy" };

/** The things of a set of rows, in the city's order. */
export async function choicesOf(set: RowSet, plan: ServedPlan, lang: Language): Promise<Choice[]> {
  const { rows } = await ask("budget-totals", { plan: plan.iri, by: set.iri, lang });
  const named = rows.filter((row) => text(row.row));
  const label = (row: Row) =>
    set.coded ? codedName({ code: text(row.code), label: text(row.label) }) : text(row.label);
  return named.map((row) => ({ iri: text(row.row), label: label(row), group: "", plan }));
}

/** What is known of a choice; `kind` is the key of its set of rows, or "plan". */
export async function sideOf(choice: Choice, kind: string, year: Parameters, lang: Language): Promise<Side> {
  const { plan, iri } = choice;
  const scope = { plan: plan.iri, lang };
  const own = kind === "plan" ? {} : { [PARAMETERS[kind] ?? "element"]: iri };
  const uses: QuestionUse[] = [
    { name: "projects", parameters: { ...scope, ...year, ...own } },
    { name: "budget-years", parameters: { ...scope, ...(kind === "plan" ? {} : { element: iri }) } },
    { name: "offices-of-element", parameters: { ...scope, element: iri } },
    { name: "plan-outline", parameters: { ...scope, ...year } },
    ...(PARAMETERS[kind]
      ? []
      : [{ name: "plan-indicators", parameters: { ...scope, ...(kind === "plan" ? {} : { element: iri }) } }]),
  ];
  const [projects, years, offices, whole, indicators] = await Promise.all(
    uses.map(({ name, parameters }) => ask(name, parameters)),
  );
  const outlined = toOutline(whole!.rows);
  return {
    choice,
    inside: insideOf(kind === "plan" ? outlined.roots : (outlined.all.get(iri)?.children ?? [])),
    projects: projects!.rows.map(toProject),
    scale: new Map(gradesOf(outlined.all.values()).map(({ grade }) => [codedName(grade), grade.rank])),
    year: number(projects!.rows[0]?.year),
    offices: new Set(offices!.rows.map((row) => text(row.office))).size || undefined,
    indicators: new Set(indicators?.rows.map((row) => text(row.indicator))).size || undefined,
    money: new Map(
      years!.rows.map((row) => [
        number(row.year) ?? 0,
        {
          budget: number(row.budget),
          settlement: number(row.settlement),
          budgeted: number(row.budgeted) ?? 0,
          settled: number(row.settled) ?? 0,
          caution: text(row.caution),
        },
      ]),
    ),
    uses,
  };
}

/** How many of some elements, and of what stands inside them, hold others, by tier. */
function insideOf(elements: readonly Element[]): Map<string, number> {
  const holding = (some: readonly Element[]): Element[] =>
    some.filter(({ children }) => children.length).flatMap((one) => [one, ...holding(one.children)]);
  return new Map(tiersOf(holding(elements)).map(({ tier, number }) => [tier.label, number]));
}

/** The codes of the currencies of two sides; undefined if they are the same. */
export function unlikeCurrencies(sides: readonly [Side, Side]): readonly [string, string] | undefined {
  const [one, other] = [currencyOf(sides[0]), currencyOf(sides[1])];
  return one === other ? undefined : [one, other];
}

/** An amount of a side in its own currency, whichever plan is looked at. */
export function moneyOf(side: Side, amount: number): string {
  return asMoney(amount, address.lang, currencyOf(side));
}

/** The figures of two sides, each row with both; rows of which neither side knows anything are left out. */
export function linesOf(sides: readonly [Side, Side]): Line[] {
  const both = (of: (side: Side) => number | undefined): Line["values"] => [of(sides[0]), of(sides[1])];
  const many = (value: number) => count(value);
  const money = {
    part: words.money,
    written: (value: number, at: number) => moneyOf(sides[at]!, value),
    currencies: unlikeCurrencies(sides),
  };
  const years = [...new Set(sides.flatMap(({ money }) => [...money.keys()]))].sort((one, other) => one - other);
  const grades = gradesTold(sides);
  const tiers = [...new Set(sides.flatMap(({ inside }) => [...inside.keys()]))];
  const lines: Line[] = [
    ...tiers.map((tier) => ({
      part: words.number,
      label: words.tier(plural(tier, 2)),
      values: both(({ inside }) => inside.get(tier) ?? (ofOneCity(...sides) ? 0 : undefined)),
      written: many,
    })),
    { part: words.number, label: words.number, values: both(({ projects }) => projects.length), written: many },
    { part: words.number, label: words.offices, values: both(({ offices }) => offices), written: many },
    {
      part: words.number,
      label: words.indicators,
      values: both(({ indicators }) => indicators),
      written: many,
    },
    ...years.flatMap((year): Line[] => [
      {
        ...money,
        label: words.budgetIn(fiscalYear(year)),
        values: both((side) => side.money.get(year)?.budget),
        cautions: [summedOf(sides[0], "budgeted", year), summedOf(sides[1], "budgeted", year)],
      },
      {
        ...money,
        label: words.settlementIn(fiscalYear(year)),
        values: both((side) => side.money.get(year)?.settlement),
        cautions: [cautionOf(sides[0], year), cautionOf(sides[1], year)],
      },
    ]),
    ...grades.map((grade) => ({
      part: words.grades,
      label: grade,
      values: [graded(sides[0], grade, sides[1]), graded(sides[1], grade, sides[0])] as const,
      written: many,
      absent: [foreignTo(sides[0], sides[1]), foreignTo(sides[1], sides[0])] as const,
    })),
    ...GOALS.map(({ code, label }) => ({
      part: words.goals,
      label: label[address.lang],
      goal: code,
      values: both((side) =>
        knows(
          side,
          (project) => project.goals.length > 0,
          (project) => project.goals.includes(code),
        ),
      ),
      written: many,
    })),
  ];
  return lines.filter(({ values }) => values.some(Boolean));
}

/** The greatest value of each part on either side, for their scale: one for both, unless the currencies are unlike. */
export function scalesOf(lines: readonly Line[]): Map<string, readonly [number, number]> {
  const scales = new Map<string, readonly [number, number]>();
  for (const { part, values, currencies } of lines) {
    const [one, other] = scales.get(part) ?? [0, 0];
    const [left, right] = [Math.max(one, values[0] ?? 0), Math.max(other, values[1] ?? 0)];
    const most = Math.max(left, right);
    scales.set(part, currencies ? [left, right] : [most, most]);
  }
  return scales;
}

/** The projects with the largest known budgets. */
export function largestOf({ projects }: Side, most = 5): Project[] {
  return projects
    .filter(({ budget }) => budget)
    .sort((one, other) => other.budget! - one.budget!)
    .slice(0, most);
}

/** The grades of the projects of both sides in the city's order; scales that have nothing in common one by one. */
function gradesTold(sides: readonly [Side, Side]): string[] {
  const told = new Set(sides.flatMap(({ projects }) => projects.map(({ grade }) => grade)));
  const [one, other] = [sides[0].scale, sides[1].scale];
  const places = new Map([...one, ...[...other].filter(([grade]) => !one.has(grade))]);
  const all = [...places.keys()].filter((grade) => told.has(grade));
  const areOne = ofOneCity(...sides) || [...one.keys()].some((grade) => other.has(grade));
  return areOne ? all.sort((first, second) => places.get(first)! - places.get(second)!) : all;
}

/** What stands for the number of projects with a grade that only the other city gives; "" if it is not known. */
function foreignTo(side: Side, other: Side): string {
  const judged = side.projects.some(({ grade }) => grade);
  return judged && !ofOneCity(side, other) ? words.otherScale : "";
}

function ofOneCity(one: Side, other: Side): boolean {
  return one.choice.plan.city.iri === other.choice.plan.city.iri;
}

function currencyOf({ choice }: Side): string {
  return choice.plan.currency;
}

/** How many projects have a grade; undefined where only the other side, of another city and its scale, knows it. */
function graded(side: Side, grade: string, other: Side): number | undefined {
  const known = (project: Project) => project.grade !== "";
  const is = (project: Project) => project.grade === grade;
  return ofOneCity(side, other) || side.projects.some(is) ? knows(side, known, is) : undefined;
}

function cautionOf(side: Side, year: number): string {
  const told = [summedOf(side, "settled", year), side.money.get(year)?.caution];
  return told.filter(Boolean).join(" / ");
}

/** Of how many projects a sum is that is not of all, where its side has sums of other numbers: they do not compare. */
function summedOf({ money, projects }: Side, of: "budgeted" | "settled", year: number): string {
  const numbers = [...money.values()].flatMap(({ budgeted, settled }) => [budgeted, settled]).filter(Boolean);
  const own = money.get(year)?.[of];
  return own && own !== projects.length && new Set(numbers).size > 1 ? words.sumOf(own) : "";
}

/** How many projects are of a sort; undefined where nothing of the like is known of any. */
function knows(
  { projects }: Side,
  known: (project: Project) => boolean,
  is: (project: Project) => boolean,
): number | undefined {
  return projects.some(known) ? projects.filter(is).length : undefined;
}
