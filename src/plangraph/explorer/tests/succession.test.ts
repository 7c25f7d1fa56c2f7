import { expect, test } from "vitest";
import { toOutline } from "../src/lib/outline";
import { PREFIXES, type Row } from "../src/lib/terms";
import { countsOf, side, withUnknown, type Change, type Policy, type Step } from "../src/views/plans-over-time/changes";
import {
  elementsOn,
  gatheringTier,
  lifted,
  ribbonsOf,
  tiersOf,
  type Elements,
} from "../src/views/plans-over-time/tiers";

type Part = readonly [iri: string, tier: string, parent: string];

const RANKS = ["Aim", "Policy", "Measure"];
const AIM: Part = ["aim", "Aim", ""];

function outline(...elements: Part[]): Elements {
  return toOutline(
    elements.map(([iri, tier, parent]): Row => {
      const values = {
        element: iri,
        code: iri,
        label: iri,
        tier: `tier/${tier}`,
        tier_label: tier,
        tier_rank: String(RANKS.indexOf(tier)),
        class: PREFIXES.pg + tier,
        parent,
      };
      return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { type: "literal", value }]));
    }),
  ).all;
}

/** Two policies with as many measures each, in a plan that is named by a letter. */
function plan(letter: string, many: number): Part[] {
  const policies = ["1", "2"].map((code): Part => [letter + code, "Policy", "aim"]);
  const parts = policies.flatMap(([policy]) =>
    Array.from({ length: many }, (_, at): Part => [`${policy}-${at + 1}`, "Measure", policy]),
  );
  return [AIM, ...policies, ...parts];
}

function policy(iri: string): Policy {
  return { iri, code: iri, label: iri };
}

function step(change: Change, from: string, to: string): Step {
  return { change, from: from ? policy(from) : undefined, to: to ? policy(to) : undefined, basis: "", rationale: "" };
}

test("plans are laid side by side on the tiers on which both have elements of their own", () => {
  const keys = (before: Elements, after: Elements) => tiersOf(before, after).map(({ key }) => key);
  expect(keys(outline(...plan("a", 1)), outline(...plan("b", 1)))).toEqual(["policy", "measure"]);
  expect(keys(outline(...plan("a", 1)), outline(AIM, ["b1", "Policy", "aim"]))).toEqual(["policy"]);
  expect(keys(outline(AIM), outline(AIM))).toEqual([]);
});

test("elements that are more than is seen at a glance are gathered by the nearest tier that is not", () => {
  const [few, many] = [outline(...plan("a", 20)), outline(...plan("b", 21))];
  expect(gatheringTier("tier/Measure", few, few)).toBeUndefined();
  expect(gatheringTier("tier/Measure", few, many)).toBe("tier/Policy");
  expect(gatheringTier("tier/Policy", many, many)).toBeUndefined();
});

test("what gathers stands for what it holds, and a ribbon for all steps between two of them", () => {
  const [before, after] = [outline(...plan("a", 2)), outline(...plan("b", 2))];
  const steps = [step("kept", "a1-1", "b1-1"), step("merged", "a1-2", "b1-1"), step("new", "", "b2-1")];
  const above = lifted(steps, "tier/Policy", before, after);
  expect(above.map(({ from, to }) => [from?.iri, to?.iri])).toEqual([
    ["a1", "b1"],
    ["a1", "b1"],
    [undefined, "b2"],
  ]);
  expect(ribbonsOf(above).map(({ from, to, number }) => [from.iri, to.iri, number])).toEqual([["a1", "b1", 2]]);
});

test("each element is counted once in a change, and one of which nothing is said as not known", () => {
  const before = outline(...plan("a", 2));
  const told = [step("merged", "a1-1", "b1-1"), step("merged", "a1-1", "b1-2"), step("merged", "a1-2", "b1-2")];
  const steps = withUnknown(told, elementsOn("tier/Measure", before));
  expect([...countsOf(steps)]).toEqual([
    ["merged", 2],
    ["unknown", 2],
  ]);
  expect(countsOf(told, "to").get("merged")).toBe(2);
});

test("the elements of a side stand in the order of their plan, whatever their codes", () => {
  const steps = [step("gone", "a10", ""), step("kept", "a2", "b1"), step("kept", "い-1", "b2")];
  const iris = side(steps, "from", new Map(["い-1", "a10", "a2"].map((iri) => [iri, iri]))).map(({ iri }) => iri);
  expect(iris).toEqual(["い-1", "a10", "a2"]);
});
