/** What of the known things is shown, and how. Pure functions: undo is keeping the former value. */

import type { Asked } from "./asked";
import { BASIS } from "../lib/notation";

export type LayoutName = "tiers" | "force";
export type Position = readonly [x: number, y: number];
export type FilterName = "kinds" | "relations" | "bases";

export interface Filters {
  /** What is switched off, by look (the class that it is of), property and basis. */
  readonly kinds: readonly string[];
  readonly relations: readonly string[];
  readonly bases: readonly string[];
}

/** What a picture begins with: things by name, the whole plan, or the answer to a question. */
export type Start =
  { readonly kind: "named" } | { readonly kind: "whole" } | { readonly kind: "asked"; readonly asked: Asked };

export interface Ends {
  readonly from: string;
  readonly to: string;
}

export interface GraphState {
  readonly start: Start;
  /** The shown things, each with those whose expansion showed it; `''` stands for the start. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
  readonly hidden: readonly string[];
  readonly pinned: Readonly<Record<string, Position>>;
  readonly layout: LayoutName;
  readonly filters: Filters;
  /** The ends of the path that stands out, if one does. */
  readonly path: Ends | undefined;
}

export type Action =
  | { readonly type: "start"; readonly ids: readonly string[]; readonly start?: Start }
  | { readonly type: "expand"; readonly from: string; readonly ids: readonly string[] }
  | { readonly type: "collapse"; readonly id: string }
  | { readonly type: "hide"; readonly id: string }
  | { readonly type: "reveal" }
  | { readonly type: "pin"; readonly id: string; readonly at: Position }
  | { readonly type: "unpin"; readonly id: string }
  | { readonly type: "layout"; readonly name: LayoutName }
  | { readonly type: "filter"; readonly by: FilterName; readonly value: string }
  | { readonly type: "path"; readonly ends: Ends | undefined };

export const EMPTY: GraphState = {
  start: { kind: "named" },
  shown: {},
  hidden: [],
  pinned: {},
  layout: "tiers",
  filters: { kinds: [], relations: [], bases: [] },
  path: undefined,
};

export function reduce(state: GraphState, action: Action): GraphState {
  switch (action.type) {
    case "start":
      return show(action.start ? fresh(action.start, state.layout) : state, "", action.ids);
    case "expand":
      return show(state, action.from, action.ids);
    case "collapse":
      return collapse(state, action.id);
    case "hide":
      return state.hidden.includes(action.id) ? state : { ...state, hidden: [...state.hidden, action.id] };
    case "reveal":
      return state.hidden.length ? { ...state, hidden: [] } : state;
    case "pin":
      return { ...state, pinned: { ...state.pinned, [action.id]: action.at } };
    case "unpin":
      return { ...state, pinned: without(state.pinned, action.id) };
    case "layout":
      return state.layout === action.name ? state : { ...state, layout: action.name, pinned: {} };
    case "filter":
      return filter(state, action.by, action.value);
    case "path":
      return state.path === action.ends ? state : { ...state, path: action.ends };
  }
}

/** The whole plan is drawn without what is inferred at first: those edges are the most and say the least. */
export function usuallyHidden(start: Start): readonly string[] {
  return start.kind === "whole" ? [BASIS.inferred] : [];
}

function fresh(start: Start, layout: LayoutName): GraphState {
  return { ...EMPTY, start, layout, filters: { ...EMPTY.filters, bases: usuallyHidden(start) } };
}

/** The things to draw before the filters are looked at. */
export function visible(state: GraphState): string[] {
  const hidden = new Set(state.hidden);
  return Object.keys(state.shown).filter((id) => !hidden.has(id));
}

function show(state: GraphState, from: string, ids: readonly string[]): GraphState {
  const shown: Record<string, readonly string[]> = { ...state.shown };
  for (const id of ids) {
    const sources = shown[id] ?? [];
    if (id !== from && !sources.includes(from)) shown[id] = [...sources, from];
  }
  const hidden = state.hidden.filter((id) => !ids.includes(id));
  return { ...state, shown, hidden };
}

/** Takes away what only this thing's expansion showed, and in turn what that had shown. */
function collapse(state: GraphState, id: string): GraphState {
  const shown: Record<string, readonly string[]> = { ...state.shown };
  const queue = [id];
  while (queue.length) {
    const from = queue.pop()!;
    for (const [other, sources] of Object.entries(shown)) {
      if (!sources.includes(from) || other === id) continue;
      const left = sources.filter((source) => source !== from);
      if (left.length) shown[other] = left;
      else {
        delete shown[other];
        queue.push(other);
      }
    }
  }
  return { ...state, shown };
}

function filter(state: GraphState, by: FilterName, value: string): GraphState {
  const off: readonly string[] = state.filters[by];
  const next = off.includes(value) ? off.filter((other) => other !== value) : [...off, value];
  return { ...state, filters: { ...state.filters, [by]: next } };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
