import { beforeAll, expect, test } from "vitest";

import { show } from "../src/graph/columns/shown";
import { linesOf } from "../src/graph/columns/sums";
import { between } from "../src/views/graph/columns/relations";
import { learnTown, pick, town } from "./town";

beforeAll(learnTown);

function lines(...keys: string[]) {
  const network = town();
  return linesOf(network, show(network, pick(network, ...keys), []).columns);
}

test("lines between columns say their relations, and which way all of them point", () => {
  const towards = between(lines("1", "sdgo:Goal"), 0);
  expect(towards.relations.length).toBeGreaterThan(0);
  expect(towards.forward).toBe(true);
  expect(between(lines("sdgo:Goal", "1"), 0)).toEqual({ ...towards, forward: false });
});

test("lines in which two ties meet point no way", () => {
  expect(between(lines("pg:Strategy", "sdgo:Goal"), 0).forward).toBeUndefined();
});

test("where there are no lines, nothing is said", () => {
  expect(between([], 0)).toEqual({ relations: [], forward: undefined });
});
