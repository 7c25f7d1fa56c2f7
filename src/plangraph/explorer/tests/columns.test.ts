import { beforeAll, expect, test } from "vitest";

import { firstColumns, networkOf } from "../src/graph/columns/column";
import { Forest } from "../src/graph/columns/forest";
import { leavesOf, leavesOfAll, partOf } from "../src/graph/columns/part";
import { everything, MOST, REST, show } from "../src/graph/columns/shown";
import { Knowledge } from "../src/graph/records";
import { address } from "../src/lib/address.svelte";
import { basisEntries } from "../src/views/graph/columns/legend";
import { BROADER, GOAL, OFFICE, TARGET, UNIT_OF, edge, learnTown, linesFrom, node, pg, pick, told, town } from "./town";

beforeAll(learnTown);

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
});

test("many things without an order of the city stand as what they are tied to does", () => {
  const office = (id: string, rank: number) => ({ ...node(id, OFFICE), code: "", rank });
  const ids = Array.from({ length: 18 }, (_, at) => `office ${String(at).padStart(2, "0")}`);
  const others = ids.slice(0, -1).map((id) => edge("2-2", pg("responsible"), id));
  const network = (some: readonly string[]) => {
    const knowledge = new Knowledge();
    const policies = ["1", "2"].map((id) => node(id, pg("Policy"), 1));
    const measures = ["1-1", "2-2"].map((id) => node(id, pg("Measure"), 2));
    const inside = ["1-1", "2-2"].map((id) => edge(id, pg("partOf"), id[0]!));
    const first = edge("1-1", pg("responsible"), ids.at(-1)!);
    const ties = [...others, first].filter(({ target }) => some.includes(target));
    knowledge.add([...policies, ...measures, ...some.map(office)], [...inside, ...ties]);
    return networkOf(knowledge).columns.at(-1)!.heads;
  };
  expect(network(ids)).toEqual([ids.at(-1), ...ids.slice(0, -1)]);
  expect(network(ids.slice(1))).toEqual(ids.slice(1));
});

test("the first picture is the lowest tier that can be read and opened, between what sums up most", () => {
  expect(firstColumns(town()).map(({ key }) => key)).toEqual(["pg:Strategy", "1", "sdgo:Goal"]);
});

test("a kind of thing that is tied only to what is above the first tier is not beside it", () => {
  const knowledge = new Knowledge();
  const nodes = [node("1", pg("Policy"), 1), node("1-1", pg("Measure"), 2), node("a", pg("Project"), 3)];
  const parts = [edge("1-1", pg("partOf"), "1"), edge("a", pg("partOf"), "1-1")];
  knowledge.add([...nodes, node("11", GOAL)], [...parts, edge("1", pg("contributesToGoal"), "11")]);
  expect(firstColumns(networkOf(knowledge)).map(({ key }) => key)).toEqual(["1", "2"]);
});

test("a tier that only some elements stand in leaves the others out, and is not the first picture", () => {
  const knowledge = new Knowledge();
  const nodes = [
    ...["1", "2"].map((id) => node(id, pg("Policy"), 1)),
    node("1-1", pg("Policy"), 2),
    ...["a", "b"].map((id) => node(id, pg("Measure"), 3)),
  ];
  const within = { "1-1": "1", a: "1-1", b: "2" };
  knowledge.add(
    nodes,
    Object.entries(within).map(([part, whole]) => edge(part, pg("partOf"), whole)),
  );
  expect(firstColumns(networkOf(knowledge)).map(({ key }) => key)).toEqual(["1", "3"]);
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

test("a box says how many it holds of what holds nothing itself, as the overview counts", () => {
  const projects = ["a", "b", "c"].map((id) => node(id, pg("Project"), 3));
  const edges = [...["a", "b"].map((id) => edge(id, pg("partOf"), "1-1")), edge("c", pg("partOf"), "1-2")];
  const network = town({ nodes: projects, edges });
  const items = [...everything(show(network, pick(network, "1", "sdgo:Goal"), ["1"]).columns[0]!.items)];
  expect(items.map(({ id, inside }) => [id, inside])).toEqual([
    ...[
      ["1", 3],
      ["1-1", 2],
      ["1-2", 1],
    ],
    ["2", 2],
  ]);
});

test("one tier beside another is joined by what stands inside what", () => {
  expect(told(linesFrom(town(), ["1", "2"]))).toEqual([
    "1 1-1 1 Structural",
    "1 1-2 1 Structural",
    "2 2-1 1 Structural",
    "2 2-2 1 Structural",
  ]);
});

test("the legend says which relations the lines of the plan's structure are", () => {
  address.lang = "en";
  const lines = linesFrom(town(), ["2", "org:Organization"]);
  expect(basisEntries(lines)[0]).toMatchObject({ label: "the plan's structure (responsible)", count: 3 });
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

test("what was opened last is seen with all that holds it, and what is folded away takes no room", () => {
  const many = (of: string, length: number) => Array.from({ length }, (_, at) => [of, `${of}-x${at}`] as const);
  const parts = [...many("1-1", 100), ...many("2", 60)];
  const full = town({
    nodes: parts.map(([, id]) => node(id, pg("Measure"), 3)),
    edges: parts.map(([of, id]) => edge(id, pg("partOf"), of)),
  });
  const seen = (opened: string[]) => {
    const { columns, closed } = show(full, pick(full, "1"), opened);
    const open = [...everything(columns[0]!.items)].filter((item) => item.opened).map(({ id }) => id);
    return { open, closed };
  };
  expect(seen(["1", "2", "1-1"])).toEqual({ open: ["1", "1-1"], closed: ["2"] });
  expect(seen(["1-1", "2"])).toEqual({ open: ["2"], closed: [] });
});

test("a part of a plan is what holds some leaves, and shows of other things those that it is tied to", () => {
  const { knowledge, forest } = town();
  expect(leavesOf(knowledge, forest)).toEqual(["1-1", "1-2", "2-1", "2-2"]);
  const part = networkOf(partOf(knowledge, forest, ["1-1"]), true);
  expect(part.columns.find(({ key }) => key === "1")!.heads).toEqual(["1"]);
  expect(told(linesFrom(part, ["1", "sdgo:Goal"]))).toEqual(["1 11 1 Assumed"]);
  const [goals] = show(part, pick(part, "sdgo:Goal"), []).columns;
  expect([goals!.items.map(({ id }) => id), goals!.loose]).toEqual([["11"], ["13"]]);
});

test("what is put on the picture means the leaves inside it and those tied to it", () => {
  const { knowledge, forest } = town();
  const meant = (...things: string[]) => [...leavesOfAll(knowledge, forest, new Set(things))];
  expect(meant("2")).toEqual(["2-1", "2-2"]);
  expect(meant("11")).toEqual(["1-1", "1-2"]);
  expect(meant("13.1", "2-2")).toEqual(["1-2", "2-2"]);
});
