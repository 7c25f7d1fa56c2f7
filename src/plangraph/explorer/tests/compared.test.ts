import { describe, expect, it } from "vitest";
import type { Project } from "../src/lib/projects";
import type { ServedPlan } from "../src/lib/scope.svelte";
import { linesOf, scalesOf, type Side } from "../src/views/compare/compared";

const project = (goals: string[], grade = ""): Project => ({
  ...{ iri: "", code: "", label: "", path: "", offices: [], budget: undefined, settlement: undefined, rate: undefined },
  ...{ direction: "", wards: [], goals, grade },
});
const side = (projects: Project[], budget?: number): Side => ({
  choice: { iri: "", label: "", group: "", plan: {} as ServedPlan },
  projects,
  year: 2024,
  money: new Map([[2024, { budget, settlement: undefined }]]),
  uses: [],
});

describe("two things side by side", () => {
  it("counts 0 where the like is known, and knows nothing where it is not", () => {
    const lines = linesOf([side([project(["1"]), project(["3"])]), side([project(["3"])])]);
    expect(lines.find(({ goal }) => goal === "1")?.values).toEqual([1, 0]);
    const unknown = linesOf([side([project(["1"])], 5), side([project([])])]);
    expect(unknown.find(({ goal }) => goal === "1")?.values).toEqual([1, undefined]);
    expect(unknown.find(({ values }) => values[0] === 5)?.values).toEqual([5, undefined]);
  });

  it("leaves out what neither knows, and measures both sides by one scale", () => {
    const lines = linesOf([side([project([])], 5), side([project([])], 20)]);
    expect(lines).toHaveLength(2);
    expect([...scalesOf(lines).values()]).toEqual([1, 20]);
  });
});
