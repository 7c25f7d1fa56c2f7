import { expect, test, vi } from "vitest";
import { servingOnly, steps, toThings, toWard, type Measure } from "../src/views/wards/wards";

vi.mock("../src/lib/scope.svelte", () => ({ itemKind: () => "urn:Action" }));

const projects: Measure = { key: "projects", label: "", of: () => undefined, written: String };
const money: Measure = { ...projects, key: "money" };

test("no step of the colours of a map is told twice, however small the figures are", () => {
  expect(steps(1, projects)).toEqual([0, 1]);
  expect(steps(40, projects)).toEqual([10, 20, 30, 40]);
  expect(steps(2, money)).toEqual([0.5, 1, 1.5, 2]);
  expect(steps(0, projects)).toEqual([]);
});

test("the smallest undertakings of a plan are what a ward's marks stand for, whatever their class", () => {
  const things = toThings(
    ["Action", "Plan"].map((kind) => ({
      thing: { type: "uri", value: `urn:${kind} 1` },
      class: { type: "uri", value: `urn:${kind}` },
    })),
  );
  const [ward] = servingOnly([toWard({}, things, undefined)], new Set(things.map(({ iri }) => iri)));

  expect([ward!.projects, ward!.things.map(({ iri }) => iri)]).toEqual([1, ["urn:Action 1"]]);
});
