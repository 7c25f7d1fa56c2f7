// The state of the view in the address, short enough to be mailed.

import { iriOf, pathOf } from "../lib/terms";
import { BASES, type Basis } from "./records";
import { EMPTY, reduce, visible, type GraphState } from "./state";

/** What the address says about the graph; every part may be absent. */
export type LinkQuery = Record<"from" | "nodes" | "hide" | "layout" | "off" | "bases", string>;

/** The start from which a state can be had again: the whole plan, or things by name. */
export interface Start {
  readonly whole: boolean;
  readonly ids: readonly string[];
}

export const WHOLE = "plan";
const SEPARATOR = "~";

export function toQuery(state: GraphState, whole: boolean): LinkQuery {
  const everything = visible(state);
  return {
    from: whole ? WHOLE : "",
    nodes: whole ? "" : everything.map(pathOf).join(SEPARATOR),
    hide: whole ? state.hidden.map(pathOf).join(SEPARATOR) : "",
    layout: state.layout === EMPTY.layout ? "" : state.layout,
    off: [...state.filters.kinds, ...state.filters.relations.map(pathOf)].join(SEPARATOR),
    bases: sameBases(state.filters.bases, usuallyHidden(whole)) ? "" : shownBases(state.filters.bases),
  };
}

export function startOf(query: Partial<LinkQuery>): Start {
  return { whole: query.from === WHOLE, ids: list(query.nodes).map(iriOf) };
}

/** The state that an address describes, once the things that it starts from are known. */
export function fromQuery(query: Partial<LinkQuery>, ids: readonly string[]): GraphState {
  let state = reduce(EMPTY, { type: "start", ids });
  for (const path of list(query.hide)) state = reduce(state, { type: "hide", id: iriOf(path) });
  if (query.layout === "force") state = reduce(state, { type: "layout", name: "force" });
  for (const name of list(query.off)) {
    const isProperty = name.includes(":");
    state = reduce(state, { type: "filter", by: isProperty ? "relations" : "kinds", value: isProperty ? iriOf(name) : name });
  }
  const hidden = query.bases ? hiddenBases(query.bases) : usuallyHidden(query.from === WHOLE);
  for (const basis of hidden) state = reduce(state, { type: "filter", by: "bases", value: basis });
  return state;
}

/** The whole plan is drawn without what is inferred at first: those edges are the most and say the least. */
function usuallyHidden(whole: boolean): readonly Basis[] {
  return whole ? ["inferred"] : [];
}

function sameBases(one: readonly Basis[], other: readonly Basis[]): boolean {
  return one.length === other.length && one.every((basis) => other.includes(basis));
}

function shownBases(hidden: readonly Basis[]): string {
  if (!hidden.length) return "all";
  return BASES.filter((basis) => !hidden.includes(basis)).join(SEPARATOR) || "none";
}

function hiddenBases(value: string): Basis[] {
  if (value === "all") return [];
  return BASES.filter((basis) => !value.split(SEPARATOR).includes(basis));
}

function list(value: string | undefined): string[] {
  return (value ?? "").split(SEPARATOR).filter(Boolean);
}
