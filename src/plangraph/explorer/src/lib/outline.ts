// The policy system of a plan as a tree, with what is inside each element added up.

import { ask, type Parameters } from "./api";
import { codedName } from "./codes";
import { topOf, type Top } from "./hues.svelte";
import { kindName, STANDING } from "./notation";
import { number, text, type Row } from "./terms";

/** A level of elements, in the words of the city. */
export interface Tier {
  readonly key: string;
  readonly label: string;
  /** Its place in the city's order, the top being 1. */
  readonly rank: number;
}

/** A step of the city's own scale of achievement. */
export interface Grade {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  /** Its place in the city's order. */
  readonly rank: number;
  /** How it compares with the target (IRI). */
  readonly standing: string;
}

export interface Element {
  iri: string;
  /** The class (IRI). */
  kind: string;
  tier: Tier;
  code: string;
  label: string;
  depth: number;
  parent: Element | undefined;
  children: Element[];
  /** The top-level element that it is or stands under. */
  top: Top | undefined;
  /** Initial budget, of it or all that is known inside; undefined if none is known. */
  budget: number | undefined;
  /** Settlement, likewise. */
  settlement: number | undefined;
  /** Budget and settlement of what has both, of it or of all inside; undefined if nothing has. */
  compared: { budget: number; settlement: number } | undefined;
  /** What is to be known before its own amounts are read as facts; empty if nothing is. */
  caution: string;
  /** Those of it and of all that is inside of which there is such a caution. */
  doubted: Element[];
  /** How many elements without children it holds, itself if it has none. */
  leaves: number;
  grade: Grade | undefined;
}

export interface Outline {
  roots: Element[];
  all: Map<string, Element>;
  year: number;
}

/** Fetch the outline of a plan. */
export async function outline(parameters: Parameters): Promise<Outline> {
  return toOutline((await ask("plan-outline", parameters)).rows);
}

/** The tree of the rows of the question `plan-outline`, in their order. */
export function toOutline(rows: readonly Row[]): Outline {
  const parents = new Map(rows.map((row) => [text(row.element), text(row.parent)]));
  const all = new Map(rows.map((row) => [text(row.element), toElement(row)]));
  const roots: Element[] = [];
  for (const element of all.values()) {
    element.parent = all.get(parents.get(element.iri) ?? "");
    (element.parent?.children ?? roots).push(element);
  }
  const dead = deadEnds([...all.values()]);
  for (const element of all.values()) element.children = element.children.filter(({ tier }) => !dead.has(tier.key));
  for (const root of roots) complete(root, 0);
  const tall = roots.filter((root) => root.children.length);
  return { roots: tall.length ? tall : roots, all, year: number(rows[0]?.year) ?? 0 };
}

/** Rows in the order of the plan, each after what stands before it in the tree; what is no element comes last. */
export function inOrderOf<R extends { readonly iri: string }>({ roots }: Outline, rows: readonly R[]): R[] {
  const places = new Map<string, number>();
  const walk = (elements: readonly Element[]) => {
    for (const { iri, children } of elements) {
      places.set(iri, places.size);
      walk(children);
    }
  };
  walk(roots);
  const place = ({ iri }: R) => places.get(iri) ?? places.size;
  return [...rows].sort((one, other) => place(one) - place(other));
}

/** The tiers of some elements in the city's order, with how many elements stand on each. */
export function tiersOf(elements: Iterable<Element>): { tier: Tier; number: number }[] {
  const found = new Map<string, { tier: Tier; number: number }>();
  for (const { tier } of elements) {
    const known = found.get(tier.key);
    if (known) known.number += 1;
    else found.set(tier.key, { tier, number: 1 });
  }
  return [...found.values()].sort((one, other) => one.tier.rank - other.tier.rank);
}

/** The grades of some elements in the city's order, with how many elements have each. */
export function gradesOf(elements: Iterable<Pick<Element, "grade">>): { grade: Grade; number: number }[] {
  const found = new Map<string, { grade: Grade; number: number }>();
  for (const { grade } of elements) {
    if (!grade) continue;
    const known = found.get(grade.iri);
    if (known) known.number += 1;
    else found.set(grade.iri, { grade, number: 1 });
  }
  return [...found.values()].sort((one, other) => one.grade.rank - other.grade.rank);
}

/** Of the elements that were judged, how many there are and how many are on target or ahead of it. */
export function judged(elements: Iterable<Element>): { all: number; reached: number } {
  const grades = gradesOf(elements).filter(({ grade }) => grade.standing !== STANDING.notJudged);
  const sum = (of: typeof grades) => of.reduce((all, { number: n }) => all + n, 0);
  return { all: sum(grades), reached: sum(grades.filter(({ grade }) => grade.standing !== STANDING.behind)) };
}

/** What is to be known of elements before their amounts are read as facts, with their names. */
export function cautionsOf(doubted: readonly Element[]): string[] {
  return doubted.map((element) => `${codedName(element)}: ${element.caution}`);
}

/** The sum of what is known, or undefined if nothing is. */
export function sumOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length ? toDecimal(known.reduce((sum, value) => sum + value, 0)) : undefined;
}

/** A sum or difference of amounts without what binary numbers add to it: 0.1 + 0.2 is 0.3. */
export function toDecimal(amount: number): number {
  return Number(amount.toFixed(4));
}

/** Tiers beside the way down, such as that of goals which hold nothing: they are no step of the tree. */
function deadEnds(elements: readonly Element[]): Set<string> {
  const deepest = Math.max(...elements.map(({ tier }) => tier.rank));
  const lowest = new Set(elements.filter(({ tier }) => tier.rank === deepest).map(({ kind }) => kind));
  const above = elements.filter(({ tier, kind }) => tier.rank < deepest && !lowest.has(kind));
  const found = new Set(above.map(({ tier }) => tier.key));
  for (const { tier, children } of elements) if (children.length) found.delete(tier.key);
  return found;
}

function toElement(row: Row): Element {
  const iri = text(row.element);
  const kind = text(row.class);
  return {
    iri,
    kind,
    tier: {
      key: text(row.tier) || kind,
      label: text(row.tier_label) || kindName(kind),
      rank: number(row.tier_rank) ?? Infinity,
    },
    code: text(row.code),
    label: text(row.label),
    depth: 0,
    parent: undefined,
    children: [],
    top: topOf(iri),
    budget: number(row.budget),
    settlement: number(row.settlement),
    compared: undefined,
    caution: text(row.caution),
    doubted: [],
    leaves: 0,
    grade: row.grade && {
      iri: text(row.grade),
      code: text(row.grade_code),
      label: text(row.grade_label),
      rank: number(row.grade_rank) ?? Infinity,
      standing: text(row.standing),
    },
  };
}

function bothOf({ budget, settlement }: Element): Element["compared"] {
  return budget === undefined || settlement === undefined ? undefined : { budget, settlement };
}

/** Budget and settlement of what has both in some elements, summed; undefined if nothing has. */
export function comparedOf(elements: readonly Element[]): Element["compared"] {
  const known = elements.flatMap(({ compared }) => compared ?? []);
  const [budget, settlement] = [sumOf(known.map((one) => one.budget)), sumOf(known.map((one) => one.settlement))];
  return budget === undefined || settlement === undefined ? undefined : { budget, settlement };
}

function complete(element: Element, depth: number): void {
  element.depth = depth;
  for (const child of element.children) {
    complete(child, depth + 1);
    element.leaves += child.leaves;
  }
  element.compared = bothOf(element) ?? comparedOf(element.children);
  element.budget ??= sumOf(element.children.map(({ budget }) => budget));
  element.settlement ??= sumOf(element.children.map(({ settlement }) => settlement));
  element.doubted = [...(element.caution ? [element] : []), ...element.children.flatMap(({ doubted }) => doubted)];
  element.leaves ||= 1;
}
