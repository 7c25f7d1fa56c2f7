import { expect, test } from "vitest";

import { GOALS, goalCode, goalIri, goalOf } from "../src/lib/goals";

test("there are seventeen goals in the order of their numbers", () => {
  expect(GOALS.map(({ code }) => Number(code))).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
});

test("a target is of its goal, and what is neither is of none", () => {
  expect(goalOf("11.a")?.code).toBe("11");
  expect(goalOf("7")?.code).toBe("7");
  expect(goalOf("1-1-1")).toBeUndefined();
  expect(goalOf("11.99")).toBeUndefined();
});

test("an IRI is of a goal or target only if the UN has it", () => {
  expect(goalCode(goalIri("11.5"))).toBe("11.5");
  expect(goalCode("https://w3id.org/plangraph/id/minato/2/policy/11")).toBeUndefined();
  expect(goalCode("http://metadata.un.org/sdg/ontology#Goal")).toBeUndefined();
});

test("white or black stands on a colour, whichever reads better", () => {
  expect(goalOf("16")?.ink).toBe("#ffffff");
  expect(goalOf("2")?.ink).toBe("#000000");
});
