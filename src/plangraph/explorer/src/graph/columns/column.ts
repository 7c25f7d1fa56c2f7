// The columns that a plan can be drawn in: the tiers of its policy system, and each kind of thing that is tied to them.

import { familyOf, kindOf, type Words } from "../../lib/notation";
import { pathOf } from "../../lib/terms";
import { columnOf, type Knowledge, type NodeRecord } from "../records";
import { Forest } from "./forest";
import { stated, tiesOf, type Tie } from "./tie";

export interface Column {
  /** What stands for it in the address. */
  readonly key: string;
  readonly label: Words;
  /** Whether it is a tier of the policy system. */
  readonly trunk: boolean;
  /** Its place from left to right. */
  readonly place: number;
  /** The things that stand in it when nothing is opened, in their order. */
  readonly heads: readonly string[];
  /** How many ties lead from the policy system to it; of a tier, how many things are in it. */
  readonly ties: number;
  /** Of a tier: how many of the lowest elements stand in its things. */
  readonly held: number;
  /** By what its things are gathered, and into which groups; these are then its heads. */
  readonly grouped?: { readonly by: string; readonly groups: readonly Group[] };
}

/** What elements of the lowest tier are gathered under. */
export interface Group {
  readonly id: string;
  readonly label: string;
  readonly members: readonly string[];
}

/** Everything that the pictures in columns are made of. */
export interface Network {
  readonly knowledge: Knowledge;
  /** Whether it is only a part of what is known. */
  readonly isPart: boolean;
  readonly forest: Forest;
  readonly ties: readonly Tie[];
  /** How many ties lead from the policy system to a thing or what is inside it, or away from one within it. */
  readonly weights: ReadonlyMap<string, number>;
  readonly columns: readonly Column[];
}

/** The most things of a tier with which a picture begins. */
const READABLE = 40;

/** Of so many things that the city gives no order, names in their order are not looked through: lines are. */
const MANY = 17;

/** The network of what is known; kinds of things that nothing of the policy system leads to are no columns of it. */
export function networkOf(knowledge: Knowledge, isPart = false): Network {
  const forest = new Forest(knowledge);
  const nodes = [...knowledge.nodes.values()];
  const weights = weigh(knowledge, forest);
  const system = tiers(nodes, forest);
  const places = placesIn(system);
  const besides = kinds(nodes, weights, forest).map((column) =>
    column.heads.length > MANY && isWithoutOrder(column, knowledge)
      ? { ...column, heads: facing(column.heads, places, knowledge, forest) }
      : column,
  );
  const columns = [...system, ...besides];
  columns.sort((one, other) => one.place - other.place);
  return { knowledge, isPart, forest, weights, columns, ties: tiesOf(knowledge, forest) };
}

/**
 * The columns with which a picture begins: the lowest tier that can be read and holds all that any does, and on either
 * side the kind of thing that sums up most, each of its things having the most ties to that tier. Where nothing is tied
 * to it, it stands beside the tier above or below it.
 */
export function firstColumns(network: Network): Column[] {
  const { columns } = network;
  const opened = columns.filter(({ trunk, ties }) => trunk && ties > 0);
  const fullest = Math.max(...opened.map(({ held }) => held));
  const tiers = opened.filter(({ held }) => held === fullest);
  const readable = tiers.filter(({ heads }) => heads.length <= READABLE);
  const middle = readable.at(-1) ?? tiers[0] ?? columns[0];
  if (!middle) return [];
  const tied = columns.flatMap((column) => {
    const share = column.trunk ? 0 : tiesBetween(network, column, middle) / column.heads.length;
    return share > 0 ? [{ column, share }] : [];
  });
  const most = (side: (column: Column) => boolean) =>
    tied
      .filter(({ column }) => side(column))
      .sort((one, other) => other.share - one.share)
      .slice(0, 1)
      .map(({ column }) => column);
  const left = most(({ place }) => place < middle.place);
  const right = most(({ place }) => place > middle.place);
  return left.length || right.length ? [...left, middle, ...right] : nextTo(network, middle);
}

/** How many ties lead from what is in one column to what is in another. */
function tiesBetween({ ties, forest }: Network, one: Column, other: Column): number {
  const [these, those] = [new Set(one.heads), new Set(other.heads)];
  return ties.filter(
    ({ source, target }) =>
      (forest.isWithin(source, these) && forest.isWithin(target, those)) ||
      (forest.isWithin(source, those) && forest.isWithin(target, these)),
  ).length;
}

/** A tier beside the nearest one that holds its things, or else the nearest readable one in it that leaves none out. */
function nextTo({ columns, forest }: Network, middle: Column): Column[] {
  const holds = (upper: Column, lower: Column) => {
    const heads = new Set(upper.heads);
    return lower.heads.some((id) => [...forest.upwards(id)].slice(1).some((at) => heads.has(at)));
  };
  const tiers = columns.filter(({ trunk, heads }) => trunk && heads.length <= READABLE);
  const above = tiers.filter((tier) => tier.place < middle.place && holds(tier, middle)).at(-1);
  if (above) return [above, middle];
  const below = tiers.find((tier) => tier.place > middle.place && tier.held === middle.held && holds(middle, tier));
  return below ? [middle, below] : [middle];
}

/** Each tier in the city's words; one beside the way down, which holds nothing, is none. */
function tiers(nodes: readonly NodeRecord[], forest: Forest): Column[] {
  const groups = new Map<string, NodeRecord[]>();
  for (const node of nodes) {
    if (!familyOf(node.kind).trunk) continue;
    const key = node.tier ? String(node.tier.rank) : pathOf(node.kind);
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const deepest = Math.max(...[...groups.values()].map(([first]) => columnOf(first!)));
  const leaves = [...groups.values()].flat().filter((node) => columnOf(node) === deepest);
  const found = [...groups].map(([key, members]): Column => {
    const [first] = members;
    const heads = forest.sort(members.map(({ id }) => id));
    const own = new Set(heads);
    return {
      key,
      label: first!.tier?.label ?? familyOf(first!.kind).label,
      trunk: true,
      place: columnOf(first!),
      heads,
      ties: heads.reduce((sum, id) => sum + forest.size(id), 0),
      held: leaves.filter(({ id }) => forest.isWithin(id, own)).length,
    };
  });
  return found.filter(({ place, ties }) => ties > 0 || place === deepest);
}

/** Each kind of thing beside the policy system that something of it is tied to. */
function kinds(nodes: readonly NodeRecord[], weights: ReadonlyMap<string, number>, forest: Forest): Column[] {
  const families = new Map<string, NodeRecord[]>();
  for (const node of nodes) {
    const { trunk, iri } = familyOf(node.kind);
    if (!trunk) families.set(iri, [...(families.get(iri) ?? []), node]);
  }
  return [...families].flatMap(([iri, members]) => {
    const { column } = familyOf(iri);
    const all = new Map(members.map((node) => [node.id, node]));
    const found = headsOf(members, forest);
    const tied = new Set(found.filter((id) => weights.has(id)).map((id) => all.get(id)!.kind));
    // What is of another class than all that is tied, as a city among its wards, does not belong there.
    const heads = forest.sort(found.filter((id) => tied.size !== 1 || tied.has(all.get(id)!.kind)));
    const label = labelOf(heads.map((id) => all.get(id)!).filter(({ kind }) => tied.has(kind)));
    const ties = heads.reduce((sum, head) => sum + (weights.get(head) ?? 0), 0);
    return ties ? [{ key: pathOf(iri), label, trunk: false, place: column, heads, ties, held: 0 }] : [];
  });
}

/** Where each element of the policy system stands in its tier, from 0 to 1. */
function placesIn(tiers: readonly Column[]): ReadonlyMap<string, number> {
  return new Map(tiers.flatMap(({ heads }) => heads.map((id, at) => [id, (at + 0.5) / heads.length] as const)));
}

/** Whether things have no order but that of their names. */
function isWithoutOrder({ heads }: Column, { nodes }: Knowledge): boolean {
  const all = heads.flatMap((id) => nodes.get(id) ?? []);
  const names = all.map(({ label }) => label.ja || label.en);
  const isByName = names.every((name, at) => at === 0 || names[at - 1]! <= name);
  return all.every(({ code, rank }) => !code && (isByName || rank === undefined));
}

/** Things in the order of what they are tied to in the policy system, so that their lines run beside each other. */
function facing(
  heads: readonly string[],
  places: ReadonlyMap<string, number>,
  knowledge: Knowledge,
  forest: Forest,
): string[] {
  const [sums, own] = [new Map<string, { sum: number; number: number }>(), new Set(heads)];
  for (const { source, target } of stated(knowledge))
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const place = places.get(other);
      const head = place === undefined ? undefined : [...forest.upwards(one)].find((id) => own.has(id));
      if (place === undefined || head === undefined) continue;
      const { sum, number } = sums.get(head) ?? { sum: 0, number: 0 };
      sums.set(head, { sum: sum + place, number: number + 1 });
    }
  const middle = (id: string) => (sums.has(id) ? sums.get(id)!.sum / sums.get(id)!.number : 1);
  return [...heads].sort((one, other) => middle(one) - middle(other));
}

/** What things of one look are called: their class if it is one, else what they have in common. */
function labelOf(members: readonly NodeRecord[]): Words {
  const [first] = members;
  if (!first) return { ja: "", en: "" };
  return members.every(({ kind }) => kind === first.kind) ? kindOf(first.kind).label : familyOf(first.kind).label;
}

/** The uppermost things of a kind; where one of them holds nearly all others, those right inside it instead. */
function headsOf(members: readonly NodeRecord[], forest: Forest): string[] {
  const ids = new Set(members.map(({ id }) => id));
  const roots = [...ids].filter((id) => !ids.has(forest.parent(id) ?? ""));
  const share = (root: string) => [...forest.downwards(root)].filter((id) => ids.has(id)).length / ids.size;
  return roots.flatMap((root) => {
    const below = forest.children(root).filter((id) => ids.has(id));
    return below.length > 1 && share(root) > 0.5 ? below : [root];
  });
}

/** How many ties between the policy system and other things a thing has, with those of what is inside it. */
function weigh(knowledge: Knowledge, forest: Forest): Map<string, number> {
  const weights = new Map<string, number>();
  const inTrunk = (id: string) => familyOf(knowledge.nodes.get(id)?.kind ?? "").trunk;
  for (const { source, target } of stated(knowledge)) {
    if (inTrunk(source) === inTrunk(target)) continue;
    for (const end of [source, target])
      for (const id of forest.upwards(end)) weights.set(id, (weights.get(id) ?? 0) + 1);
  }
  return weights;
}
