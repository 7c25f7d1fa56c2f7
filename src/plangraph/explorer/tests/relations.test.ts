// What is said of a thing that an element became, or that it was.

import { expect, test } from "vitest";
import { address } from "../src/lib/address.svelte";
import type { Row } from "../src/lib/terms";
import { successorOf } from "../src/views/thing/relations";

const row = (values: Record<string, string>): Row =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { type: "literal", value }]));

test("a change is told before what it leads to, and after what it led here from", () => {
  address.lang = "en";
  const said = { change: "renamed to", other: "it", label: "Preparedness", plan_label: "third plan" };
  expect(successorOf(row({ direction: "out", ...said }))).toMatchObject({ how: "renamed to", led: "" });
  expect(successorOf(row({ direction: "in", ...said }))).toMatchObject({ how: "", led: "→ renamed to this" });
});

test("what nothing answers to leads to the plan without it", () => {
  const dropped = row({ direction: "out", change: "見られなくなる", plan: "next", plan_label: "第4期" });
  expect(successorOf(dropped)).toMatchObject({ iri: "next", label: "第4期", how: "見られなくなる", of: "" });
});
