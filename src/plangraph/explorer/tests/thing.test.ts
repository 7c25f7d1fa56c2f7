// What stands above a thing: its own parents, and where it is listed besides.

import { expect, test } from "vitest";
import type { Row } from "../src/lib/terms";
import { above } from "../src/lib/thing";

const row = (role: string, thing: string, parent = ""): Row =>
  Object.fromEntries(
    Object.entries({ role, thing, label: thing, parent })
      .filter(([, value]) => value)
      .map(([key, value]) => [key, { type: "literal", value }]),
  );
const names = (things: readonly { label: string }[]) => things.map(({ label }) => label);

test("a second parent stands beside the way up, and in no place of it", () => {
  const rows = [
    row("up", "policy"),
    row("up", "measure", "policy"),
    row("up", "other measure", "other policy"),
    row("up", "other policy"),
    row("up", "programme", "measure"),
    row("beside", "project", "programme"),
  ];
  const { up, also } = above("project", rows);

  expect(names(up)).toEqual(["policy", "measure", "programme"]);
  expect(names(also)).toEqual(["other measure"]);
});

test("where a thing has no parent of its own, all that it lies within stands above it", () => {
  const { up, also } = above("part", [row("up", "whole"), row("beside", "part")]);

  expect([names(up), names(also)]).toEqual([["whole"], []]);
});
