import { expect, test } from "vitest";
import { answering, BAR, layOut, toFlows, type Flows, type Place } from "../src/views/strategies/flows";

const place = (iri: string, stage: number): Place => ({ iri, label: iri, stage });
const flow = (from: string, to: string) => ({ from, to, basis: "official", value: 1 });

test("the bands that leave what stands between begin after its name", () => {
  const flows: Flows = {
    places: [place("challenge", 0), place("strategy", 1), place("policy", 3)],
    flows: [flow("challenge", "strategy"), flow("strategy", "policy")],
  };
  const { nodes } = layOut(flows, { left: 100, right: 700, height: 400, names: 90 });

  expect(nodes.map(({ x0, x1 }) => x1! - x0!)).toEqual([BAR, BAR + 90, BAR]);
});

test("strategies that lead straight to policies stand beside them, also where no challenge is known", () => {
  const flows: Flows = {
    places: [place("strategy", 1), place("policy", 3)],
    flows: [flow("strategy", "policy")],
  };
  const { nodes } = layOut(flows, { left: 100, right: 700, height: 400, names: 0 });

  expect(nodes.map(({ x0 }) => x0)).toEqual([100, 700 - BAR]);
});

test("flows of which none leads through all stages are laid out too", () => {
  const flows: Flows = {
    places: [place("challenge", 0), place("one", 1), place("other", 1), place("policy", 3)],
    flows: [flow("challenge", "one"), flow("other", "policy")],
  };
  const { nodes } = layOut(flows, { left: 100, right: 700, height: 400, names: 0 });

  expect(nodes.find(({ iri }) => iri === "policy")!.x0).toBeGreaterThan(nodes.find(({ iri }) => iri === "other")!.x0!);
});

test("only those strategies answer a challenge to which one leads", () => {
  const places = [place("challenge", 0), place("one", 1), place("other", 1), place("policy", 3)];

  expect(answering({ places, flows: [flow("challenge", "one"), flow("other", "policy")] })).toBe(1);
  expect(answering({ places, flows: [flow("challenge", "one"), flow("challenge", "other")] })).toBe(2);
});

test("policies and strategies stand in the city's own order, whatever lines would cross, and have their codes", () => {
  const term = (value: string) => ({ type: "literal", value }) as const;
  const rows = [
    ["a", "2"],
    ["b", "1"],
  ].map(([source, target]) => ({
    ...{ stage: term("3"), source: term(source!), target: term(target!) },
    ...{ source_label: term("S"), target_label: term("P"), basis: term("official"), value: term("1") },
  }));
  const order = ["b", "a", "1", "2"].map((iri) => ({ iri, code: `No. ${iri}` }));
  const { nodes } = layOut(toFlows(rows, order), { left: 100, right: 700, height: 400, names: 0 });
  const inOrder = nodes.toSorted((one, other) => one.x0! - other.x0! || one.y0! - other.y0!);

  expect(inOrder.map(({ label }) => label)).toEqual(["No. b S", "No. a S", "No. 1 P", "No. 2 P"]);
});

test("places of a stage stand as far from each other, wherever their bands lead", () => {
  const strategies = ["s1", "s2", "s3", "s4"];
  const flows: Flows = {
    places: [...strategies.map((one) => place(one, 1)), ...["p1", "p2", "p3", "p4", "p5"].map((one) => place(one, 3))],
    flows: [
      flow("s1", "p1"),
      flow("s2", "p1"),
      flow("s3", "p1"),
      ...["p2", "p3", "p4", "p5"].map((p) => flow("s4", p)),
    ],
  };
  const { nodes } = layOut(flows, { left: 100, right: 700, height: 400, names: 0 });
  const stage = nodes.filter(({ stage }) => stage === 1);
  const gaps = stage.slice(1).map(({ y0 }, at) => Math.round(y0! - stage[at]!.y1!));

  expect(new Set(gaps).size).toBe(1);
});
