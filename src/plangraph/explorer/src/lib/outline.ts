// The policy system of a plan as a tree, with what is inside each element added up.

import type { Language } from "./address.svelte";
import { ask, type Parameters } from "./api";
import { number, text } from "./terms";

export interface Element {
  iri: string;
  /** The class (IRI). */
  kind: string;
  code: string;
  label: string;
  depth: number;
  parent: Element | undefined;
  children: Element[];
  /** The number of the basic policy it stands under. */
  policy: string | undefined;
  /** Initial budget in yen, of it and all inside. */
  budget: number;
  /** Estimated settlement in yen, of it and all inside. */
  settlement: number;
  /** How many elements without children it holds, itself if it has none. */
  leaves: number;
  grade: number | undefined;
}

export interface Outline {
  roots: Element[];
  all: Map<string, Element>;
  year: number;
}

/** Fetches the outline of the plan that is shown. */
export async function outline(parameters: Parameters & { lang: Language }): Promise<Outline> {
  const { rows } = await ask("plan-outline", parameters);
  const parents = new Map<string, string>();
  const all = new Map<string, Element>();
  for (const row of rows) {
    const iri = text(row.element);
    parents.set(iri, text(row.parent));
    all.set(iri, {
      iri,
      kind: text(row.class),
      code: text(row.code),
      label: text(row.label),
      depth: 0,
      parent: undefined,
      children: [],
      policy: undefined,
      budget: number(row.budget) ?? 0,
      settlement: number(row.settlement) ?? 0,
      leaves: 0,
      grade: number(row.grade),
    });
  }
  const roots: Element[] = [];
  for (const element of all.values()) {
    element.parent = all.get(parents.get(element.iri) ?? "");
    (element.parent?.children ?? roots).push(element);
  }
  for (const root of roots) complete(root, 0, undefined);
  const tall = roots.filter((root) => root.children.length);
  return { roots: tall.length ? tall : roots, all, year: number(rows[0]?.year) ?? 0 };
}

function complete(element: Element, depth: number, policy: string | undefined): void {
  element.depth = depth;
  element.policy = policy ?? (element.kind.endsWith("#BasicPolicy") ? element.code : undefined);
  element.children.sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
  for (const child of element.children) {
    complete(child, depth + 1, element.policy);
    element.budget += child.budget;
    element.settlement += child.settlement;
    element.leaves += child.leaves;
  }
  element.leaves ||= 1;
}
