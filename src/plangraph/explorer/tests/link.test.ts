import { expect, test } from "vitest";

import { fromQuery, namedIn, startOf, toQuery } from "../src/graph/link";
import { EMPTY, reduce, type Action, type GraphState } from "../src/graph/state";

const ID = "https://w3id.org/plangraph/id/";
const A = `${ID}minato/2/measure/01`;
const B = `${ID}minato/2/project/%E3%81%82-1`;
const ODD = "http://other.example/a~b!c%7e";
const WIDTH = 100;

function after(...actions: Action[]): GraphState {
  return actions.reduce(reduce, EMPTY);
}

function thereAndBack(state: GraphState, given: string[] = []): GraphState {
  return fromQuery(toQuery(state, new Set(given), WIDTH), given, WIDTH);
}

test.each([
  ["things and expansions", after({ type: "start", ids: [A] }, { type: "expand", from: A, ids: [B, ODD] })],
  ["IRIs with the signs that separate", after({ type: "start", ids: [ODD] }, { type: "hide", id: ODD })],
  ["a layout", after({ type: "start", ids: [A] }, { type: "layout", name: "force" })],
  ["pins", after({ type: "start", ids: [A] }, { type: "pin", id: A, at: [50, -3.5] })],
  [
    "filters",
    after(
      { type: "start", ids: [A] },
      { type: "filter", by: "kinds", value: "https://w3id.org/plangraph/ontology#Policy" },
      { type: "filter", by: "relations", value: "https://w3id.org/plangraph/ontology#partOf" },
      { type: "filter", by: "bases", value: "https://w3id.org/plangraph/ontology#Assumed" },
    ),
  ],
  ["a path", after({ type: "start", ids: [A, B] }, { type: "path", ends: { from: A, to: B } })],
])("an address brings back %s", (_, state) => {
  expect(thereAndBack(state)).toEqual(state);
});

test("what a start brings by itself is not repeated in the address", () => {
  const state = after({ type: "start", ids: [A, B], start: { kind: "whole" } });
  const query = toQuery(state, new Set([A, B]), WIDTH);
  expect(query.nodes).toBe("");
  expect(query.from).toBe("plan");
  expect(fromQuery(query, [A, B], WIDTH)).toEqual(state);
});

test("a question's own parameters stand beside the graph's", () => {
  const query = { question: "children", element: A, layout: "force" };
  expect(startOf(query)).toEqual({ kind: "asked", asked: { question: "children", given: { element: A } } });
});

test("an address names its things once each, in whatever part", () => {
  expect(namedIn({ nodes: "minato/2/measure/01", hide: "minato/2/measure/01", at: "minato/2/project/あ-1" })).toEqual([
    A,
    B,
  ]);
});

test("a pin that is no place is passed over", () => {
  expect(fromQuery({ nodes: "minato/2/measure/01", pins: "minato/2/measure/01!x!1" }, [], WIDTH).pinned).toEqual({});
});
