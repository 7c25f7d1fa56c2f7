import { expect, test } from "vitest";
import { toSorts } from "../src/views/search/sorts";
import { PREFIXES } from "../src/lib/terms";

const term = (value: string) => ({ type: "uri" as const, value });
const pg = (name: string) => PREFIXES.pg + name;
const rows = [
  [pg("TopLevelOffice"), pg("Office")],
  [pg("Office"), `${PREFIXES.org}OrganizationalUnit`],
  [`${PREFIXES.org}OrganizationalUnit`, `${PREFIXES.org}Organization`],
  [pg("Project"), pg("PlanElement")],
  [pg("Policy"), pg("PlanElement")],
].map(([kind, parent]) => ({ class: term(kind!), parent: term(parent!) }));
const lookOf = (kind: string) => (/Organi|Office/.test(kind) ? "house" : kind);

test("a top-level office is an office, and no more than that", () => {
  const sorts = toSorts(rows, lookOf);

  expect(sorts.get(pg("TopLevelOffice"))).toBe(pg("Office"));
  expect(sorts.get(pg("Office"))).toBe(pg("Office"));
});

test("what looks different stays apart, though one class holds both", () => {
  const sorts = toSorts(rows, lookOf);

  expect([pg("Project"), pg("Policy")].map((kind) => sorts.get(kind))).toEqual([pg("Project"), pg("Policy")]);
});
