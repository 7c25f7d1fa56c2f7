// The lines between two columns: each stands for all the ties below its two ends, of one basis.

import { BASIS, familyOf, nests } from "../../lib/notation";
import { compareBases, type EdgeRecord } from "../records";
import type { Network } from "./column";
import { everything, type ShownColumn } from "./shown";

/** What one link of a line rests on: a tie, or two that meet in one element of the policy system. */
export interface Link {
  readonly edges: readonly EdgeRecord[];
  /** The element in which two ties meet. */
  readonly via: string;
}

export interface Line {
  readonly key: string;
  /** The column that it leaves, counted from the left. */
  readonly column: number;
  /** The things on the screen that it joins, from left to right. */
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly links: readonly Link[];
  /** Whether its relation points from left to right. */
  readonly forward: boolean;
  /** The budget of the elements that it speaks of, each once; undefined if none is known. */
  readonly money: number | undefined;
}

/** What a thing is seen as in a column: itself, or what on the screen it is inside of; nothing if it is in none. */
type Lift = (id: string) => string | undefined;

/** The lines between columns that stand next to each other, in the order of what they join. */
export function linesOf(network: Network, columns: readonly ShownColumn[]): Line[] {
  const places = columns.map(({ items }) => new Map([...everything(items)].map(({ id }, at) => [id, at])));
  return columns.slice(1).flatMap((right, at) => {
    const place = ({ from, to }: Pick<Line, "from" | "to">) =>
      [places[at]!.get(from)!, places[at + 1]!.get(to)!] as const;
    const lines = between(network, columns[at]!, right).map((line) => ({ ...line, column: at }));
    return lines.sort((one, other) => place(one)[0] - place(other)[0] || place(one)[1] - place(other)[1]);
  });
}

/** What stands in the address for a line. */
function lineKey(from: string, to: string, basis: string): string {
  return `${from} ${to} ${basis}`;
}

function between(network: Network, left: ShownColumn, right: ShownColumn): Omit<Line, "column">[] {
  const [lower, upper] = [lift(network, left), lift(network, right)];
  const sums = new Sums(network);
  if (left.column.trunk && right.column.trunk) {
    for (const id of right.items.flatMap((item) => [...everything([item])]).map(({ id }) => id)) {
      const parent = network.forest.parent(id);
      const from = parent && lower(parent);
      if (from)
        sums.add(from, id, { edges: [network.knowledge.edgesOf(id).find(isNesting(id))!], via: "" }, [id], false);
    }
    return sums.lines();
  }
  const inTrunk = (id: string) => familyOf(network.knowledge.nodes.get(id)?.kind ?? "").trunk;
  for (const edge of network.ties) {
    const { source, target } = edge;
    const join = (one: string, other: string): boolean => {
      const from = lower(one);
      const to = from && upper(other);
      if (!to || from === to) return false;
      sums.add(from, to, { edges: [edge], via: "" }, [one, other].filter(inTrunk), one === source);
      return true;
    };
    if (!join(source, target)) join(target, source);
  }
  if (!sums.size && !left.column.trunk && !right.column.trunk) through(network, lower, upper, sums);
  return sums.lines();
}

function isNesting(id: string) {
  return ({ source, relation }: EdgeRecord) => source === id && nests(relation);
}

/** Join what is tied to the same element of the policy system, or to one that it stands in. */
function through({ ties, forest }: Network, lower: Lift, upper: Lift, sums: Sums): void {
  const [lefts, rights] = [new Map<string, Met[]>(), new Map<string, Met[]>()];
  for (const edge of ties) {
    if (edge.basis === BASIS.inferred) continue;
    for (const [element, other] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as const) {
      for (const [of, side] of [
        [lower, lefts],
        [upper, rights],
      ] as const) {
        const at = of(other);
        if (at) side.set(element, [...(side.get(element) ?? []), { at, edge }]);
      }
    }
  }
  for (const [element, mets] of lefts) {
    for (const { at: from, edge: one } of mets)
      for (const { at: to, edge: other } of rights.get(element) ?? [])
        if (one !== other) sums.add(from, to, { edges: [one, other], via: element }, [element], true);
    for (const above of forest.upwards(element)) {
      if (above === element) continue;
      for (const { at: from, edge: one } of mets)
        for (const { at: to, edge: other } of rights.get(above) ?? [])
          sums.add(from, to, { edges: [one, other], via: element }, [element], true, BASIS.inferred);
    }
  }
}

interface Met {
  readonly at: string;
  readonly edge: EdgeRecord;
}

function lift({ forest }: Network, { items }: ShownColumn): Lift {
  const seen = new Map<string, string>();
  for (const { id, rest } of everything(items)) {
    seen.set(id, id);
    for (const one of rest) seen.set(one, id);
  }
  const find = (id: string): string | undefined => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    const parent = forest.parent(id);
    const found = parent === undefined ? "" : (find(parent) ?? "");
    seen.set(id, found);
    return found;
  };
  return find;
}

interface Sum {
  readonly from: string;
  readonly to: string;
  readonly basis: string;
  readonly forward: boolean;
  readonly links: Link[];
  readonly elements: Set<string>;
}

/** Adds up what is between two things on the screen, by basis. */
class Sums {
  readonly #network: Network;
  readonly #sums = new Map<string, Sum>();

  constructor(network: Network) {
    this.#network = network;
  }

  get size(): number {
    return this.#sums.size;
  }

  /** Add a link; `elements` are those of the policy system of which it speaks. */
  add(from: string, to: string, link: Link, elements: string[], forward: boolean, basis = weakest(link)): void {
    const key = lineKey(from, to, basis);
    const sum = this.#sums.get(key) ?? { from, to, basis, forward, links: [], elements: new Set<string>() };
    sum.links.push(link);
    for (const element of elements) sum.elements.add(element);
    this.#sums.set(key, sum);
  }

  lines(): Omit<Line, "column">[] {
    return [...this.#sums].map(([key, { elements, ...sum }]) => ({ key, ...sum, money: this.#money(elements) }));
  }

  #money(elements: Iterable<string>): number | undefined {
    const { forest, knowledge } = this.#network;
    const leaves = new Set<string>();
    for (const element of elements) for (const leaf of forest.leaves(element)) leaves.add(leaf);
    const known = [...leaves].map((id) => knowledge.nodes.get(id)?.budget).filter((budget) => budget !== undefined);
    return known.length ? known.reduce((sum, budget) => sum + budget, 0) : undefined;
  }
}

function weakest({ edges }: Link): string {
  return edges.map(({ basis }) => basis).sort((one, other) => compareBases(other, one))[0]!;
}
