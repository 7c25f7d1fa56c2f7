// The state of the view in the address, short enough to be mailed.

import { asListOfParts, listedParts, NONE } from "../lib/listed";
import { iriOf, pathOf } from "../lib/terms";
import { EMPTY, reduce, usuallyHidden, type GraphState, type Position, type Start } from "./state";

/** What of the address is not a parameter of the question that a picture begins with; every part may be absent. */
const PARTS = [
  "from",
  "nodes",
  "open",
  "hide",
  "layout",
  "kinds",
  "off",
  "bases",
  "pins",
  "path",
  "at",
  "question",
  "query",
  "plan",
  "year",
] as const;
type Part = (typeof PARTS)[number];
export type Query = Readonly<Record<string, string>>;

const WHOLE = "plan";

/** What an address says of a state. `given`: the things that its start brings by itself; `width`: the unit of pins. */
export function toQuery(state: GraphState, given: ReadonlySet<string>, width: number): Record<string, string> {
  const { start, shown, filters, path } = state;
  const own: Record<Exclude<Part, "at" | "plan" | "year">, string> = {
    from: start.kind === "whole" ? WHOLE : "",
    question: "",
    query: "",
    nodes: joined(
      Object.keys(shown)
        .filter((id) => shown[id]!.includes("") && !given.has(id))
        .map((id) => [id]),
    ),
    open: joined([...expansions(shown)].map(([from, ids]) => [from, ...ids])),
    hide: joined(state.hidden.map((id) => [id])),
    layout: state.layout === EMPTY.layout ? "" : state.layout,
    kinds: joined(filters.kinds.map((iri) => [iri])),
    off: joined(filters.relations.map((iri) => [iri])),
    bases: same(filters.bases, usuallyHidden(start)) ? "" : joined(filters.bases.map((iri) => [iri])) || NONE,
    pins: asListOfParts(
      Object.entries(state.pinned).map(([id, [x, y]]) => [pathOf(id), rounded(x / width), rounded(y)]),
    ),
    path: path ? joined([[path.from], [path.to]]) : "",
  };
  if (start.kind !== "asked") return own;
  const { asked } = start;
  if ("sparql" in asked) return { ...own, query: asked.sparql };
  return { ...asked.given, ...own, from: asked.given.from ?? "", question: asked.question };
}

/** What an address begins with; with nothing said, the whole plan, or what is selected. */
export function startOf(query: Query): Start {
  if (query.question) {
    const given = Object.fromEntries(
      Object.entries(query).filter(([key]) => key === "from" || !PARTS.includes(key as Part)),
    );
    return { kind: "asked", asked: { question: query.question, given } };
  }
  if (query.query) return { kind: "asked", asked: { sparql: query.query } };
  const named = query.nodes || query.open || query.at;
  return { kind: query.from === WHOLE || !named ? "whole" : "named" };
}

/** The things that an address names, in whatever part. */
export function namedIn(query: Query): string[] {
  const { nodes, open, hide, path, at } = query;
  return [...new Set([nodes, open, hide, path].flatMap((part) => lists(part).flat()).concat(at ? [iriOf(at)] : []))];
}

/** Whether an address names what is to be shown, beside what is selected. */
export function namesNodes(query: Query): boolean {
  return Boolean(query.nodes || query.open);
}

/** The state that an address describes; `ids` are the things that its start brings. */
export function fromQuery(query: Query, ids: readonly string[], width: number): GraphState {
  const start = startOf(query);
  let state = reduce(EMPTY, { type: "start", ids: [...ids, ...lists(query.nodes).flat()], start });
  for (const [from = "", ...brought] of lists(query.open))
    state = reduce(state, { type: "expand", from, ids: brought });
  for (const [id = ""] of lists(query.hide)) state = reduce(state, { type: "hide", id });
  if (query.layout === "force") state = reduce(state, { type: "layout", name: "force" });
  for (const [value = ""] of lists(query.kinds)) state = reduce(state, { type: "filter", by: "kinds", value });
  for (const [value = ""] of lists(query.off)) state = reduce(state, { type: "filter", by: "relations", value });
  if (query.bases) state = { ...state, filters: { ...state.filters, bases: hiddenBases(query.bases) } };
  for (const [id, at] of pins(query.pins, width)) state = reduce(state, { type: "pin", id, at });
  const [[from] = [], [to] = []] = lists(query.path);
  return from && to ? reduce(state, { type: "path", ends: { from, to } }) : state;
}

function expansions(shown: GraphState["shown"]): Map<string, string[]> {
  const brought = new Map<string, string[]>();
  for (const [id, sources] of Object.entries(shown)) {
    for (const from of sources) if (from) brought.set(from, [...(brought.get(from) ?? []), id]);
  }
  return brought;
}

function pins(part: string | undefined, width: number): [string, Position][] {
  return listedParts(part).flatMap(([path, x, y]): [string, Position][] => {
    const at: Position = [Number(x) * width, Number(y)];
    return path && at.every(Number.isFinite) ? [[iriOf(path), at]] : [];
  });
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

function hiddenBases(value: string): string[] {
  return value === NONE ? [] : lists(value).flat();
}

function joined(groups: readonly (readonly string[])[]): string {
  return asListOfParts(groups.map((group) => group.map(pathOf)));
}

function lists(part: string | undefined): string[][] {
  return listedParts(part).map((group) => group.map(iriOf));
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
