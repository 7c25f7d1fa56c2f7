// What the graph view knows: things and the relations between them, as the questions answer them.

import type { Language } from "../lib/address.svelte";

export type Words = Record<Language, string>;

/** How far an edge may be trusted: `inferred` follows from the ontology, `answered` is made by a reader's query. */
export const BASES = ["official", "assumed", "suggested", "inferred", "answered"] as const;
export type Basis = (typeof BASES)[number];

export interface NodeRecord {
  /** The IRI. */
  readonly id: string;
  /** The local name of its class, such as `Project`. */
  readonly type: string;
  readonly label: Words;
  readonly code: string;
  /** The code of the basic policy that it stands under, `""` if under none. */
  readonly policy: string;
  /** Its budget in yen; without one, 0. */
  readonly budget: number;
  /** The official colour of an SDG goal, `""` for anything else. */
  readonly colour: string;
}

export interface EdgeRecord {
  readonly source: string;
  readonly target: string;
  /** The IRI of the property. */
  readonly relation: string;
  readonly basis: Basis;
}

const RANK: Record<Basis, number> = { official: 0, assumed: 1, suggested: 2, inferred: 3, answered: 4 };

export function edgeKey(edge: EdgeRecord): string {
  return `${edge.source} ${edge.relation} ${edge.target}`;
}

/** Reads a basis from an IRI or a code; what has none of its own is stated by the plan itself. */
export function basisOf(text: string): Basis {
  const name = text.slice(Math.max(text.lastIndexOf("#"), text.lastIndexOf("/")) + 1).toLowerCase();
  return BASES.find((basis) => basis === name) ?? "official";
}

/** The sooner of two bases in the order official, assumed, suggested, inferred comes first. */
export function compareBases(one: Basis, other: Basis): number {
  return RANK[one] - RANK[other];
}

/** Things and relations that have been fetched. It only grows; what is shown of it is the state's matter. */
export class Knowledge {
  readonly nodes = new Map<string, NodeRecord>();
  readonly edges = new Map<string, EdgeRecord>();
  /** Names of classes (by local name) and properties (by IRI). */
  readonly names = new Map<string, Words>();
  /** The things of the whole plan's network. */
  readonly plan = new Set<string>();
  /** Things whose ties are all known. */
  readonly complete = new Set<string>();
  readonly #touching = new Map<string, Set<string>>();
  readonly #inside = new Map<string, number>();

  add(nodes: Iterable<NodeRecord>, edges: Iterable<EdgeRecord> = []): void {
    for (const node of nodes) this.nodes.set(node.id, merged(this.nodes.get(node.id), node));
    for (const edge of edges) this.#addEdge(edge);
  }

  /** The edges at a thing, in the order in which they were learnt. */
  edgesOf(id: string): EdgeRecord[] {
    return [...(this.#touching.get(id) ?? [])].map((key) => this.edges.get(key)!);
  }

  /** What a thing is directly part of. */
  parentOf(id: string): string {
    return this.edgesOf(id).find((edge) => edge.source === id && isPartOf(edge))?.target ?? "";
  }

  /** How many things are directly part of a thing. */
  insideOf(id: string): number {
    return this.#inside.get(id) ?? 0;
  }

  #addEdge(edge: EdgeRecord): void {
    const key = edgeKey(edge);
    const known = this.edges.get(key);
    if (known && compareBases(known.basis, edge.basis) <= 0) return;
    this.edges.set(key, edge);
    if (known) return;
    if (isPartOf(edge)) this.#inside.set(edge.target, this.insideOf(edge.target) + 1);
    for (const end of [edge.source, edge.target]) {
      const keys = this.#touching.get(end);
      if (keys) keys.add(key);
      else this.#touching.set(end, new Set([key]));
    }
  }
}

function isPartOf(edge: EdgeRecord): boolean {
  return /(#partOf|#unitOf|core#broader)$/.test(edge.relation);
}

/** Answers differ in how much they tell: what a later one leaves out stays as it was. */
function merged(known: NodeRecord | undefined, node: NodeRecord): NodeRecord {
  if (!known) return node;
  return {
    ...node,
    code: node.code || known.code,
    policy: node.policy || known.policy,
    budget: node.budget || known.budget,
    colour: node.colour || known.colour,
  };
}
