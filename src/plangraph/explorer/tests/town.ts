import { networkOf, type Network } from "../src/graph/columns/column";
import { show } from "../src/graph/columns/shown";
import { linesOf } from "../src/graph/columns/sums";
import { Knowledge, type EdgeRecord, type NodeRecord } from "../src/graph/records";
import { BASIS, learnNotation } from "../src/lib/notation";
import { PREFIXES, type Row } from "../src/lib/terms";

export const pg = (name: string) => PREFIXES.pg + name;
export const GOAL = `${PREFIXES.sdgo}Goal`;
export const TARGET = `${PREFIXES.sdgo}Target`;
export const OFFICE = `${PREFIXES.org}Organization`;
export const BROADER = `${PREFIXES.skos}broader`;
export const UNIT_OF = `${PREFIXES.org}unitOf`;
export const ASSUMED = pg("Assumed");

function row(values: Record<string, string>): Row {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { type: "literal", value }]));
}

/** Teach the notation of the town's kinds, relations and bases. */
export function learnTown(): void {
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
    row({ sort: "relation", term: pg("responsible"), label_en: "responsible", nests: "false", drawn: "true" }),
    row({ sort: "basis", term: pg("Structural"), label_en: "the plan's structure", order: "3" }),
    row({ sort: "basis", term: BASIS.inferred, order: "6" }),
  ]);
}

export function node(id: string, kind: string, rank = 0, budget?: number): NodeRecord {
  const tier = rank ? { label: { ja: `層${rank}`, en: `tier ${rank}` }, rank } : undefined;
  return { id, kind, label: { ja: id, en: id }, code: id, tier, budget };
}

export function edge(source: string, relation: string, target: string, basis = pg("Structural")): EdgeRecord {
  return { source, relation, target, basis };
}

/** Two policies of two measures each, two goals of two targets, a strategy, and a city of two bureaus. */
export function town(more: { nodes?: NodeRecord[]; edges?: EdgeRecord[] } = {}): Network {
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

export function pick(network: Network, ...keys: string[]) {
  return keys.map((key) => network.columns.find((column) => column.key === key)!);
}

export function linesFrom(network: Network, keys: string[], opened: string[] = []) {
  return linesOf(network, show(network, pick(network, ...keys), opened).columns);
}

export const told = (lines: ReturnType<typeof linesFrom>) =>
  lines.map(({ from, to, links, basis }) => [from, to, links.length, basis.slice(PREFIXES.pg.length)].join(" ")).sort();
