import { expect, test } from "vitest";
import { BAR, layOut, type Flows, type Place } from "../src/views/strategies/flows";

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
