// The projects of a plan as the question `projects` lists them, and by which things they are found.

import type { Parameters } from "./api";
import { familyOf, KIND } from "./notation";
import { codedName, ownCode } from "./codes";
import { here } from "./scope.svelte";
import { iriOf, number, PREFIXES, text, type Row } from "./terms";

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

/** How the projects of a thing are asked for. */
export interface Way {
  /** The parameter of the question. */
  readonly parameter: string;
  /** What stands in the address of the view that finds projects; its facets have the other keys. */
  readonly key: string;
}

const OFFICE: Way = { parameter: "office", key: "of-office" };
const WARD: Way = { parameter: "ward", key: "of-ward" };
const STRATEGY: Way = { parameter: "strategy", key: "strategy" };
const GOAL: Way = { parameter: "goal", key: "of-goal" };
const CHALLENGE: Way = { parameter: "challenge", key: "of-challenge" };
const WAYS = new Map([
  [`${PREFIXES.org}Organization`, OFFICE],
  [`${PREFIXES.geo}Feature`, WARD],
  [`${PREFIXES.pg}Strategy`, STRATEGY],
  [`${PREFIXES.pg}Challenge`, CHALLENGE],
  [KIND.goal, GOAL],
  [KIND.target, GOAL],
]);

/** How the projects of a thing of a kind (IRI) are asked for; undefined where a project has no such tie. */
export function wayOf(kind: string): Way | undefined {
  return WAYS.get(familyOf(kind).iri);
}

/**
 * How the projects of several things are asked for: those of any of one sort and of every sort. Each group is asked one
 * question for each of its members and is what they answer with together; what is in every group belongs to all.
 * Undefined where a project has no tie to one of the things, or where one of them is a project itself.
 */
export function questionsOf(
  things: readonly { readonly iri: string; readonly kind: string }[],
): Parameters[][] | undefined {
  const sorts = new Map<string, string[]>();
  for (const { iri, kind } of things) {
    const parameter = wayOf(kind)?.parameter ?? (familyOf(kind).trunk ? "element" : "");
    if (!parameter || kind === here().items.kind) return undefined;
    sorts.set(parameter, [...(sorts.get(parameter) ?? []), iri]);
  }
  const single = [...sorts].filter(([, iris]) => iris.length === 1).map(([parameter, [iri]]) => [parameter, iri]);
  const alone = Object.fromEntries(single) as Parameters;
  const several = [...sorts].filter(([, iris]) => iris.length > 1);
  if (!several.length) return [[alone]];
  return several.map(([parameter, iris]) => iris.map((iri) => ({ ...alone, [parameter]: iri })));
}

/** The things (IRIs) that the projects are to belong to, as an address says it, by the key there. */
export function thingsAsked(query: Readonly<Record<string, string>>): { way: Way; iri: string }[] {
  return [...new Set(WAYS.values())].flatMap((way) => {
    const path = query[way.key];
    return path ? [{ way, iri: iriOf(path) }] : [];
  });
}

/** The parameters of the question that those things give. */
export function parametersOf(things: readonly { way: Way; iri: string }[]): Parameters {
  return Object.fromEntries(things.map(({ way, iri }) => [way.parameter, iri]));
}

export function toProject(row: Row): Project {
  const list = (name: string, between: RegExp) => text(row[name]).split(between).filter(Boolean);
  const named = (name: string) => codedName({ code: text(row[`${name}_code`]), label: text(row[`${name}_label`]) });
  return {
    iri: text(row.project),
    code: ownCode({ code: text(row.code), label: text(row.label) }),
    label: text(row.label),
    // The nearest two, the nearest first: those above are the same for many.
    path: text(row.path).split(" > ").slice(-2).reverse().join(" ‹ "),
    offices: list("offices", / \/ /), // a name may hold a comma
    budget: number(row.budget),
    settlement: number(row.settlement),
    rate: number(row.rate),
    grade: named("grade"),
    direction: named("direction"),
    goals: list("goals", /, /),
    wards: list("wards", /, /),
  };
}
