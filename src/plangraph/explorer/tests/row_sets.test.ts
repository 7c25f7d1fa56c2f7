// By what a picture is laid out in rows, as an address asks for it.

import { expect, test } from "vitest";
import { chosenSet, type RowSet } from "../src/lib/row_sets";
import { PREFIXES, THINGS } from "../src/lib/terms";

function set(key: string, iri: string, size: number, held = 90): RowSet {
  return { key, iri, label: key, coded: true, size, held };
}

const POLICIES = set("policy", `${THINGS}minato/tier/${encodeURI("政策")}`, 5);
const MEASURES = set("measure", `${THINGS}minato/tier/${encodeURI("施策")}`, 60);
const WARDS = set("ward", `${PREFIXES.pg}Ward`, 7);
const SETS = [POLICIES, MEASURES, WARDS];

test("a set of rows is asked for by its key, or by the name of its tier or class", () => {
  expect(chosenSet(SETS, "measure")).toBe(MEASURES);
  expect(chosenSet(SETS, "minato/tier/施策")).toBe(MEASURES);
  expect(chosenSet(SETS, "pg:Ward")).toBe(WARDS);
});

test("without one it is the lowest that is seen at a glance and holds as much as those above", () => {
  expect(chosenSet([POLICIES, MEASURES], undefined)).toBe(POLICIES);
  expect(chosenSet([POLICIES, set("programme", `${THINGS}minato/tier/programme`, 20, 45)], undefined)).toBe(POLICIES);
  expect(chosenSet([POLICIES, set("programme", `${THINGS}minato/tier/programme`, 20, 90)], undefined)?.key).toBe(
    "programme",
  );
});
