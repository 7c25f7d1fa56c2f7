import { expect, test } from "vitest";

import { BASIS } from "../src/lib/notation";
import { EMPTY, reduce, visible, type Action, type GraphState } from "../src/graph/state";

function after(...actions: Action[]): GraphState {
  return actions.reduce(reduce, EMPTY);
}

test("a start shows its things, an expansion more", () => {
  const state = after({ type: "start", ids: ["a"] }, { type: "expand", from: "a", ids: ["b", "c"] });
  expect(visible(state)).toEqual(["a", "b", "c"]);
  expect(state.shown).toEqual({ a: [""], b: ["a"], c: ["a"] });
});

test("collapsing takes away what only this expansion showed, and in turn what that had shown", () => {
  const opened = after(
    { type: "start", ids: ["a", "z"] },
    { type: "expand", from: "a", ids: ["b", "c"] },
    { type: "expand", from: "b", ids: ["d"] },
    { type: "expand", from: "z", ids: ["c"] },
  );
  expect(visible(reduce(opened, { type: "collapse", id: "a" })).sort()).toEqual(["a", "c", "z"]);
});

test("collapsing ends where expansions lead in a circle", () => {
  const circle = after(
    { type: "start", ids: ["a"] },
    { type: "expand", from: "a", ids: ["b"] },
    { type: "expand", from: "b", ids: ["a"] },
  );
  expect(visible(reduce(circle, { type: "collapse", id: "a" }))).toEqual(["a"]);
});

test("what is hidden comes back when it is shown again or all is revealed", () => {
  const hidden = after({ type: "start", ids: ["a", "b"] }, { type: "hide", id: "b" });
  expect(visible(hidden)).toEqual(["a"]);
  expect(visible(reduce(hidden, { type: "reveal" }))).toEqual(["a", "b"]);
  expect(visible(reduce(hidden, { type: "expand", from: "a", ids: ["b"] }))).toEqual(["a", "b"]);
});

test("an action that changes nothing gives the same state, so that it is no step to undo", () => {
  const state = after({ type: "start", ids: ["a"] }, { type: "hide", id: "a" });
  expect(reduce(state, { type: "hide", id: "a" })).toBe(state);
  expect(reduce(state, { type: "layout", name: state.layout })).toBe(state);
  expect(reduce(EMPTY, { type: "reveal" })).toBe(EMPTY);
});

test("another layout lets go of what was pinned for the former", () => {
  const pinned = after({ type: "start", ids: ["a"] }, { type: "pin", id: "a", at: [1, 2] });
  expect(pinned.pinned).toEqual({ a: [1, 2] });
  expect(reduce(pinned, { type: "layout", name: "force" }).pinned).toEqual({});
  expect(reduce(pinned, { type: "unpin", id: "a" }).pinned).toEqual({});
});

test("a filter is switched off and on by the same action", () => {
  const off = after({ type: "filter", by: "kinds", value: "Policy" });
  expect(off.filters.kinds).toEqual(["Policy"]);
  expect(reduce(off, { type: "filter", by: "kinds", value: "Policy" }).filters.kinds).toEqual([]);
});

test("the whole plan begins without what is inferred", () => {
  expect(after({ type: "start", ids: ["a"], start: { kind: "whole" } }).filters.bases).toEqual([BASIS.inferred]);
});
