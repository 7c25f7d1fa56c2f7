import { beforeAll, expect, test } from "vitest";

import type { Column, Network } from "../src/graph/columns/column";
import { groupingColumns, groupsOf, headsAt, withGroups } from "../src/graph/columns/grouping";
import { leavesOf } from "../src/graph/columns/part";
import { show } from "../src/graph/columns/shown";
import { linesOf } from "../src/graph/columns/sums";
import { edge, learnTown, node, pg, pick, told, town } from "./town";

beforeAll(learnTown);

const OTHERS = { several: "Several", none: "None" };

function byOffice(network: Network, also: Record<string, string[]> = {}): Column {
  const column = network.columns.find(({ key }) => key === "org:Organization")!;
  const leaves = leavesOf(network.knowledge, network.forest);
  const heads = headsAt(network, column, leaves);
  const keysOf = (id: string) => also[id] ?? [...(heads.get(id) ?? [])];
  const kinds = column.heads.map((id) => ({ key: id, label: id }));
  const groups = groupsOf(leaves, keysOf, kinds, OTHERS);
  const lowest = network.columns.findLast(({ trunk }) => trunk)!;
  return { ...lowest, heads: groups.map(({ id }) => id), grouped: { by: "by office", groups } };
}

test("elements are gathered by what they are tied to, each once; several and none are groups of their own", () => {
  const network = town();
  const leaves = leavesOf(network.knowledge, network.forest);
  expect(groupingColumns(network, leaves).map(({ key }) => key)).toEqual(["org:Organization"]);
  const { groups } = byOffice(network, { "2-1": ["north", "south"] }).grouped!;
  expect(groups.map(({ label, members }) => [label, members])).toEqual([
    ["north", ["1-1"]],
    ["south", ["1-2"]],
    ["Several", ["2-1"]],
    ["None", ["2-2"]],
  ]);
});

test("a group stands for its members, shows them when it is opened, and for one that is to be seen", () => {
  const network = town();
  const columns = withGroups(pick(network, "pg:Strategy", "1", "2", "sdgo:Goal"), byOffice(network));
  expect(columns.map(({ key }) => key)).toEqual(["pg:Strategy", "2", "sdgo:Goal"]);
  const closed = show(network, columns, []);
  expect(told(linesOf(network, closed.columns))).toEqual([
    "S group:north 1 Assumed",
    "group:north 11 1 Assumed",
    "group:south 11 1 Assumed",
    "group:south 13 1 Assumed",
    "group:south 13 1 Inferred",
  ]);
  const opened = show(network, columns, ["group:south"], ["1-1"]).columns[1]!;
  expect(opened.items.map(({ id, parts }) => [id, parts.length])).toEqual([
    ["group:north", 1],
    ["group:south", 2],
    ["group:none", 0],
  ]);
});

test("what holds several that are to be seen is opened once, and named once where there is no room", () => {
  const many = (group: string, length: number) => Array.from({ length }, (_, at) => `2-${group}${at}`);
  const [north, south] = [many("n", 100), many("s", 100)];
  const network = town({
    nodes: [...north, ...south].map((id) => node(id, pg("Measure"), 2)),
    edges: [...north, ...south].flatMap((id) => [
      edge(id, pg("partOf"), "2"),
      edge(id, pg("responsible"), north.includes(id) ? "north" : "south"),
    ]),
  });
  const revealed = [...north.slice(0, 2), ...south.slice(0, 2)];
  const { closed } = show(network, [byOffice(network)], [], revealed);
  expect(closed).toEqual(["group:north"]);
});

test("of a large group that is opened the most tied are shown, and all when the rest is asked for", () => {
  const ids = Array.from({ length: 120 }, (_, at) => `2-x${at}`);
  const network = town({
    nodes: ids.map((id) => node(id, pg("Measure"), 2)),
    edges: ids.flatMap((id) => [edge(id, pg("partOf"), "2"), edge(id, pg("responsible"), "north")]),
  });
  const columns = [byOffice(network)];
  const partsOf = (...opened: string[]) => show(network, columns, opened).columns[0]!.items[0]!.parts;
  expect(partsOf("group:north")).toHaveLength(41);
  expect(partsOf("group:north").at(-1)).toMatchObject({ id: "rest:group:north", inside: 81 });
  expect(partsOf("group:north", "rest:group:north")).toHaveLength(121);
});
