// The wards, and what of the plan concerns each.

import { asMoney, count, fiscalYear } from "../../lib/format";
import { frame } from "../../lib/i18n/frame";
import { sumOf } from "../../lib/outline";
import type { Place } from "../../lib/places";
import { itemKind } from "../../lib/scope.svelte";
import { number, text, type Row } from "../../lib/terms";
import { words } from "./words";

export interface Thing {
  readonly iri: string;
  /** Its class (IRI), and what that is called. */
  readonly class: string;
  readonly kind: string;
  readonly code: string;
  readonly label: string;
  readonly office: string;
  /** In the city's currency; undefined where it is not known. */
  readonly budget: number | undefined;
  readonly basis: string;
  readonly rationale: string;
}

export interface Ward {
  readonly iri: string;
  readonly label: string;
  readonly planIri: string;
  readonly planLabel: string;
  readonly office: string;
  /** In the city's currency; undefined where it is not known. */
  readonly budget: number | undefined;
  /** The fiscal year of the budgets; undefined where none is known. */
  readonly year: number | undefined;
  /** How many projects concern it; undefined where the plan says so of none. */
  readonly projects: number | undefined;
  /** Its place in the order in which the wards' population peaks. */
  readonly peak: number | undefined;
  readonly peakNote: string;
  readonly things: readonly Thing[];
}

export function toThings(rows: readonly Row[]): Thing[] {
  const found = new Map<string, Thing>();
  for (const row of rows) {
    const iri = text(row.thing);
    if (found.has(iri)) continue;
    found.set(iri, {
      iri,
      class: text(row.class),
      code: text(row.code),
      label: text(row.label),
      kind: text(row.class_label),
      office: text(row.office),
      budget: number(row.budget),
      basis: text(row.basis),
      rationale: text(row.rationale),
    });
  }
  return [...found.values()];
}

export function toWard(row: Row, things: readonly Thing[], population: Row | undefined): Ward {
  return {
    iri: text(row.ward),
    label: text(row.label),
    planIri: text(row.plan),
    planLabel: text(row.plan_label),
    office: text(row.office_label),
    budget: number(row.budget),
    year: number(row.year),
    projects: number(row.projects),
    peak: number(population?.order),
    peakNote: text(population?.note),
    things,
  };
}

/** An amount as it is written, or that it is not known. */
export function money(amount: number | undefined): string {
  return amount === undefined ? frame.notKnown : asMoney(amount);
}

/** What the budgets are called, with the year of which they are. */
export function budgetWord([first]: readonly Ward[]): string {
  return first?.year === undefined ? words.budget : words.budgetOf(fiscalYear(first.year));
}

export function isProject(thing: Thing): boolean {
  return thing.class === itemKind();
}

/** The wards with nothing but those of their projects that are among some. */
export function servingOnly(wards: readonly Ward[], projects: ReadonlySet<string>): Ward[] {
  return wards.map((ward) => {
    const things = ward.things.filter((thing) => isProject(thing) && projects.has(thing.iri));
    return { ...ward, things, projects: things.length, budget: sumOf(things.map(({ budget }) => budget)) };
  });
}

/** A figure by which the wards can be coloured. */
export interface Measure {
  readonly key: string;
  readonly label: string;
  /** Undefined where it is not known. */
  readonly of: (ward: Ward | undefined) => number | undefined;
  readonly written: (value: number) => string;
}

/** The figures that are known of any ward, projects first. */
export function measuresOf(wards: readonly Ward[], places: readonly Place[]): Measure[] {
  const people = new Map(places.map(({ iri, population }) => [iri, population]));
  const residents = (ward: Ward | undefined) => people.get(ward?.iri ?? "");
  const all: Measure[] = [
    { key: "projects", label: words.projects, of: (ward) => ward?.projects, written: (value) => count(value) },
    {
      key: "money",
      label: budgetWord(wards),
      of: (ward) => ward?.budget,
      written: (value) => asMoney(Math.round(value)),
    },
    { key: "population", label: words.population, of: residents, written: (value) => count(value) },
    {
      key: "per-resident",
      label: words.perResident,
      of: (ward) => {
        const [budget, many] = [ward?.budget, residents(ward)];
        return budget !== undefined && many ? budget / many : undefined;
      },
      written: (value) => asMoney(Math.round(value)),
    },
  ];
  return all.filter(({ key, of }) => key === "projects" || wards.some((ward) => of(ward) !== undefined));
}

/** Figures that stand for the steps of the colours, up to the greatest of all, each once as it is written. */
export function steps(most: number, { key, written }: Measure): number[] {
  const parts = (most > 0 ? [0.25, 0.5, 0.75, 1] : []).map((part) => part * most);
  const told = key === "projects" ? parts.map(Math.round) : parts;
  return told.filter((one, at) => told.findIndex((other) => written(other) === written(one)) === at);
}

/** What is known of a ward's projects, in a line: how many there are and, where any money is known, their budget. */
export function known({ projects, budget }: Ward, isMoneyKnown: boolean): string {
  const told = projects === undefined ? frame.notKnown : words.projectsOf(count(projects));
  return projects !== undefined && isMoneyKnown ? `${told} · ${money(budget)}` : told;
}
