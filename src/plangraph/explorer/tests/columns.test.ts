import { beforeAll, expect, test } from "vitest";

import { along } from "../src/graph/columns/along";
import { firstColumns, networkOf, type Column, type Network } from "../src/graph/columns/column";
import { Forest } from "../src/graph/columns/forest";
import { groupingColumns, groupsOf, headsAt, withGroups } from "../src/graph/columns/grouping";
import { HEADING, placeAll, type Box, type Room } from "../src/graph/columns/placing";
import { leavesOf, leavesOfAll, partOf } from "../src/graph/columns/part";
import { everything, MOST, REST, show } from "../src/graph/columns/shown";
import { linesOf } from "../src/graph/columns/sums";
import { allPaths } from "../src/graph/paths";
import { Knowledge, type EdgeRecord, type NodeRecord } from "../src/graph/records";
import { address } from "../src/lib/address.svelte";
import { BASIS, learnNotation } from "../src/lib/notation";
import { PREFIXES, type Row } from "../src/lib/terms";

const pg = (name: string) => PREFIXES.pg + name;
const GOAL = `${PREFIXES.sdgo}Goal`;
const TARGET = `${PREFIXES.sdgo}Target`;
const OFFICE = `${PREFIXES.org}Organization`;
const BROADER = `${PREFIXES.skos}broader`;
const UNIT_OF = `${PREFIXES.org}unitOf`;
const ASSUMED = pg("Assumed");

function row(values: Record<string, string>): Row {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { type: "literal", value }]));
}

beforeAll(() => {
  const kinds = [
    [pg("Strategy"), "20", "false"],
    [pg("Policy"), "70", "true"],
    [pg("Measure"), "80", "true"],
    [TARGET, "110", "false"],
    [GOAL, "120", "false"],
    [OFFICE, "130", "false"],
  ] as const;
  learnNotation([
    ...kinds.map(([term, column, trunk]) => row({ sort: "kind", term, family: term, column, trunk })),
    ...[pg("partOf"), BROADER, UNIT_OF].map((term) => row({ sort: "relation", term, nests: "true", drawn: "true" })),
    row({ sort: "relation", term: pg("definedIn"), nests: "false", drawn: "false" }),
    row({ sort: "basis", term: ASSUMED, order: "4" }),
    row({ sort: "basis", term: pg("Structural"), order: "3" }),
    row({ sort: "basis", term: BASIS.inferred, order: "6" }),
  ]);
});

function node(id: string, kind: string, rank = 0, budget?: number): NodeRecord {
  const tier = rank ? { label: { ja: `層${rank}`, en: `tier ${rank}` }, rank } : undefined;
  return { id, kind, label: { ja: id, en: id }, code: id, tier, budget };
}

function edge(source: string, relation: string, target: string, basis = pg("Structural")): EdgeRecord {
  return { source, relation, target, basis };
}

/** Two policies of two measures each, two goals of two targets, a strategy, and a city of two bureaus. */
function town(more: { nodes?: NodeRecord[]; edges?: EdgeRecord[] } = {}): Network {
  const knowledge = new Knowledge();
  const policies = ["1", "2"].flatMap((one) => [
    node(one, pg("Policy"), 1),
    ...[1, 2].map((at) => node(`${one}-${at}`, pg("Measure"), 2, 10 * at)),
  ]);
  const goals = ["11", "13"].flatMap((one) => [node(one, GOAL), node(`${one}.1`, TARGET), node(`${one}.2`, TARGET)]);
  const offices = ["city", "north", "south"].map((one) => node(one, OFFICE));
  const inside = [
    ...["1-1", "1-2"].map((one) => edge(one, pg("partOf"), "1")),
    ...["2-1", "2-2"].map((one) => edge(one, pg("partOf"), "2")),
    ...["11.1", "11.2"].map((one) => edge(one, BROADER, "11")),
    ...["13.1", "13.2"].map((one) => edge(one, BROADER, "13")),
    ...["north", "south"].map((one) => edge(one, UNIT_OF, "city")),
  ];
  const links = [
    edge("1-1", pg("contributesToTarget"), "11.1", ASSUMED),
    edge("1-2", pg("contributesToTarget"), "11.2", ASSUMED),
    edge("1-2", pg("contributesToTarget"), "13.1", ASSUMED),
    edge("1-1", pg("advances"), "S", ASSUMED),
    edge("1-1", pg("responsible"), "north"),
    edge("1-2", pg("responsible"), "south"),
    edge("2-1", pg("responsible"), "south"),
    edge("1", pg("coversGoal"), "11", BASIS.inferred),
    edge("2-1", pg("inheritsGoal"), "13", BASIS.inferred),
    edge("S", pg("definedIn"), "1"),
  ];
  knowledge.add(
    [...policies, ...goals, ...offices, node("S", pg("Strategy")), ...(more.nodes ?? [])],
    [...inside, ...links, ...(more.edges ?? [])],
  );
  return networkOf(knowledge);
}

function pick(network: Network, ...keys: string[]) {
  return keys.map((key) => network.columns.find((column) => column.key === key)!);
}

function linesFrom(network: Network, keys: string[], opened: string[] = []) {
  return linesOf(network, show(network, pick(network, ...keys), opened).columns);
}

const told = (lines: ReturnType<typeof linesFrom>) =>
  lines.map(({ from, to, links, basis }) => [from, to, links.length, basis.slice(PREFIXES.pg.length)].join(" ")).sort();

test("tiers and what is tied to them are the columns, the city's own office opened into its bureaus", () => {
  const network = town();
  expect(network.columns.map(({ key, heads }) => [key, ...heads])).toEqual([
    ["pg:Strategy", "S"],
    ["1", "1", "2"],
    ["2", "1-1", "1-2", "2-1", "2-2"],
    ["sdgo:Target", "11.1", "11.2", "13.1", "13.2"],
    ["sdgo:Goal", "11", "13"],
    ["org:Organization", "north", "south"],
  ]);
});

test("what has no code stands by its name in the reader's language, behind what has one", () => {
  const knowledge = new Knowledge();
  const office = (id: string, ja: string, en: string) => ({ ...node(id, OFFICE), code: "", label: { ja, en } });
  const offices = [
    office("a", "消防局", "Fire"),
    office("b", "環境局", "Environment"),
    office("c", "総務局", "Affairs"),
  ];
  knowledge.add([...offices, node("1", OFFICE)], []);
  const forest = new Forest(knowledge);
  expect(forest.sort(["a", "b", "c", "1"])).toEqual(["1", "b", "a", "c"]);
  address.lang = "en";
  expect(forest.sort(["a", "b", "c", "1"])).toEqual(["1", "c", "b", "a"]);
  address.lang = "ja";
});

test("the first picture is the lowest tier that can be read and opened, between what sums up most", () => {
  expect(firstColumns(town().columns).map(({ key }) => key)).toEqual(["pg:Strategy", "1", "sdgo:Goal"]);
});

test("a line is the sum of the links below its ends, and what flows upwards is not counted again", () => {
  const network = town();
  expect(told(linesFrom(network, ["1", "sdgo:Goal"]))).toEqual(["1 11 2 Assumed", "1 13 1 Assumed", "2 13 1 Inferred"]);
  expect(linesFrom(network, ["1", "sdgo:Goal"])[0]!.money).toBe(30);
});

test("what is opened shows its parts in its place, and its lines divide", () => {
  const network = town();
  const { columns } = show(network, pick(network, "1"), ["1"]);
  expect([...everything(columns[0]!.items)].map(({ id }) => id)).toEqual(["1", "1-1", "1-2", "2"]);
  expect(told(linesFrom(network, ["1", "sdgo:Goal"], ["1", "11"]))).toEqual([
    "1-1 11.1 1 Assumed",
    "1-2 11.2 1 Assumed",
    "1-2 13 1 Assumed",
    "2 13 1 Inferred",
  ]);
});

test("columns that are not tied to each other meet in the elements that both are tied to", () => {
  const network = town();
  const lines = linesFrom(network, ["org:Organization", "sdgo:Goal"]);
  expect(told(lines)).toEqual(["north 11 1 Assumed", "south 11 1 Assumed", "south 13 1 Assumed"]);
  expect(lines[0]!.links[0]!.via).toBe("1-1");
});

test("one tier beside another is joined by what stands inside what", () => {
  expect(told(linesFrom(town(), ["1", "2"]))).toEqual([
    "1 1-1 1 Structural",
    "1 1-2 1 Structural",
    "2 2-1 1 Structural",
    "2 2-2 1 Structural",
  ]);
});

test("too many are gathered into what they belong to, or the least tied into one", () => {
  const ids = Array.from({ length: 300 }, (_, at) => `x${at}`);
  const crowded = town({
    nodes: ids.map((id) => node(id, OFFICE)),
    edges: ids.flatMap((id) => [edge(id, UNIT_OF, "city"), edge("1-1", pg("responsible"), id)]),
  });
  const rest = show(crowded, pick(crowded, "1", "org:Organization"), []).columns[1]!;
  expect(rest.gathered).toBe("rest");
  expect(rest.items.at(-1)!.id).toBe(`${REST}org:Organization`);
  expect(rest.items.length - 1 + rest.items.at(-1)!.rest.length).toBe(302);

  const targets = Array.from({ length: 200 }, (_, at) => `11.a${at}`);
  const detailed = town({
    nodes: targets.map((id) => node(id, TARGET)),
    edges: targets.flatMap((id) => [edge(id, BROADER, "11"), edge("1-1", pg("contributesToTarget"), id)]),
  });
  const up = show(detailed, pick(detailed, "sdgo:Target"), []).columns[0]!;
  expect(up.gathered).toBe("into-parents");
  expect(up.items.map(({ id }) => id)).toEqual(["11", "13"]);
});

test("what was opened first is closed again where there is no room for all", () => {
  const many = Array.from({ length: MOST - 10 }, (_, at) => `1-x${at}`);
  const full = town({
    nodes: many.map((id) => node(id, pg("Measure"), 2)),
    edges: many.map((id) => edge(id, pg("partOf"), "1")),
  });
  const { closed, columns } = show(full, pick(full, "1"), ["2", "1"]);
  expect(closed).toEqual([]);
  expect(columns[0]!.items.every(({ opened }) => opened)).toBe(true);
  expect(show(full, pick(full, "1", "sdgo:Goal", "org:Organization"), ["1", "2", "11", "13"]).closed).toEqual(["1"]);
});

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

const room: Room = {
  width: 1000,
  height: 500,
  padding: 2,
  most: 2,
  fromTop: false,
  name: (id) => ({ code: id, label: `${id} is called so` }),
  group: () => "",
  weight: ({ links }) => links.length,
  measure: (text) => text.length * 7,
};

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

test("no box lies on another, none outside, and every line stays between its columns", () => {
  const network = town();
  const keys = ["pg:Strategy", "1", "sdgo:Goal"];
  const shown = show(network, pick(network, ...keys), ["1", "11"]);
  for (const width of [360, 800, 1400]) {
    const placed = placeAll(shown.columns, linesOf(network, shown.columns), { ...room, width });
    placed.boxes.forEach((one, at) => {
      for (const other of placed.boxes.slice(at + 1)) expect(overlaps(one, other)).toBe(false);
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(placed.width + 0.01);
      expect(one.y).toBeGreaterThanOrEqual(HEADING);
    });
    for (const { line, start, end } of placed.routes) {
      const [left, right] = [placed.columns[line.column]!, placed.columns[line.column + 1]!];
      expect(start[0]).toBeLessThanOrEqual(left.x + left.width + 0.01);
      expect(start[0]).toBeGreaterThan(left.x + left.width - 40);
      expect(end[0]).toBeGreaterThanOrEqual(right.x - 0.01);
      expect(end[0]).toBeLessThan(right.x + 40);
    }
  }
});

test("the lines of a box leave it in the order of what they lead to", () => {
  const network = town();
  const shown = show(network, pick(network, "1", "sdgo:Goal"), []);
  const { routes, boxes } = placeAll(shown.columns, linesOf(network, shown.columns), room);
  const of = routes.filter(({ line }) => line.from === "1").sort((one, other) => one.start[1] - other.start[1]);
  const heights = of.map(({ line }) => boxes.find(({ id }) => id === line.to)!.y);
  expect(heights).toEqual([...heights].sort((one, other) => one - other));
});

test("a part of a plan is what holds some leaves, with all that is beside the policy system", () => {
  const { knowledge, forest } = town();
  expect(leavesOf(knowledge, forest)).toEqual(["1-1", "1-2", "2-1", "2-2"]);
  const part = networkOf(partOf(knowledge, forest, ["1-1"]));
  expect(part.columns.find(({ key }) => key === "1")!.heads).toEqual(["1"]);
  expect(told(linesFrom(part, ["1", "sdgo:Goal"]))).toEqual(["1 11 1 Assumed"]);
});

test("what is put on the picture means the leaves inside it and those tied to it", () => {
  const { knowledge, forest } = town();
  const meant = (...things: string[]) => [...leavesOfAll(knowledge, forest, new Set(things))];
  expect(meant("2")).toEqual(["2-1", "2-2"]);
  expect(meant("11")).toEqual(["1-1", "1-2"]);
  expect(meant("13.1", "2-2")).toEqual(["1-2", "2-2"]);
});

test("a path runs through the boxes that hold its things and the lines that stand for its steps", () => {
  const network = town();
  const { forest, ties } = network;
  const columns = show(network, pick(network, "1", "sdgo:Goal"), ["1"]).columns;
  const lines = linesOf(network, columns);
  const boxes = new Set(columns.flatMap(({ items }) => [...everything(items)]).map(({ id }) => id));
  const stated = [...ties.filter(({ basis }) => basis === ASSUMED), ...forest.edges];
  const taken = along("1", allPaths(stated, "1", "13")[0]!, { forest, boxes, lines });
  expect([...taken.boxes]).toEqual(["1", "1-2", "13"]);
  expect(lines.filter(({ key }) => taken.lines.has(key)).map(({ from, to }) => `${from} ${to}`)).toEqual(["1-2 13"]);
  expect(taken.undrawn).toBe(0);
});

test("a step of a path is not drawn where the column of one of its ends is not shown", () => {
  const network = town();
  const { forest, ties } = network;
  const columns = show(network, pick(network, "1"), ["1"]).columns;
  const boxes = new Set(columns.flatMap(({ items }) => [...everything(items)]).map(({ id }) => id));
  const stated = [...ties.filter(({ basis }) => basis === ASSUMED), ...forest.edges];
  const path = allPaths(stated, "1", "13")[0]!;
  expect(along("1", path, { forest, boxes, lines: linesOf(network, columns) }).undrawn).toBe(2);
});
