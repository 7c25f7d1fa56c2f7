// What the graph view knows: things and the relations between them, as the questions answer them.

import type { Language } from "../lib/address.svelte";
import { codedName } from "../lib/codes";
import { familyOf, lineOf, nests, type Words } from "../lib/notation";
import { PREFIXES } from "../lib/terms";

export interface NodeRecord {
  /** The IRI. */
  readonly id: string;
  /** Its class (IRI). */
  readonly kind: string;
  readonly label: Words;
  readonly code: string;
  /** Its place in the city's own order among those of its sort, if it has one. */
  readonly rank?: number | undefined;
  /** The tier on which it stands, in the city's words and order, if it stands on one. */
  readonly tier?: { readonly label: Words; readonly rank: number } | undefined;
  /** Its budget with all inside, if one is known. */
  readonly budget: number | undefined;
}

export interface EdgeRecord {
  readonly source: string;
  readonly target: string;
  /** The IRI of the property. */
  readonly relation: string;
  /** How far it may be trusted, or where it comes from (IRI). */
  readonly basis: string;
}

/** What a thing is called: its code and its name, or once what stands for both. */
export function nameOf({ code, label }: NodeRecord, lang: Language): string {
  return codedName({ code, label: label[lang] });
}

export function edgeKey(edge: EdgeRecord): string {
  return `${edge.source} ${edge.relation} ${edge.target}`;
}

/** The columns of the policy system begin and end here in the notation; within, the city's own order holds. */
const TRUNK = { from: 40, to: 101 } as const;
const MOST_TIERS = 100;

/** The place of a thing's column in the layered picture, from left to right. */
export function columnOf({ kind, tier }: Pick<NodeRecord, "kind" | "tier">): number {
  const { column, trunk } = familyOf(kind);
  return trunk && tier ? TRUNK.from + ((TRUNK.to - TRUNK.from) * tier.rank) / MOST_TIERS : column;
}

/** The basis by the code that questions answer with. */
export function basisOf(code: string): string {
  return PREFIXES.pg + code;
}

/** The more trusted of two bases comes first. */
export function compareBases(one: string, other: string): number {
  return lineOf(one).order - lineOf(other).order;
}

/** Things and relations that have been fetched. It only grows; what is shown of it is the state's matter. */
export class Knowledge {
  readonly nodes = new Map<string, NodeRecord>();
  readonly edges = new Map<string, EdgeRecord>();
  /** Names of properties that the ontology does not tell, as answers do. */
  readonly names = new Map<string, Words>();
  /** The things of the whole plan's network. */
  readonly plan = new Set<string>();
  /** The fiscal year of the budgets; undefined where none is known. */
  year: number | undefined;
  /** Things whose ties are all known. */
  readonly complete = new Set<string>();
  #hasBudgets = false;
  #largest: ReadonlyMap<string, number> | undefined;
  readonly #touching = new Map<string, Set<string>>();
  readonly #inside = new Map<string, number>();

  add(nodes: Iterable<NodeRecord>, edges: Iterable<EdgeRecord> = []): void {
    for (const node of nodes) {
      this.nodes.set(node.id, merged(this.nodes.get(node.id), node));
      this.#hasBudgets ||= node.budget !== undefined;
    }
    for (const edge of edges) this.#addEdge(edge);
    this.#largest = undefined;
  }

  /** How large a thing is: its budget, or where no budget is known at all, the number of things in it. */
  valueOf(node: NodeRecord): number {
    return (this.#hasBudgets ? node.budget : this.insideOf(node.id)) ?? 0;
  }

  /** The largest value among the things of one look. */
  largest(family: string): number {
    this.#largest ??= this.#measure();
    return this.#largest.get(family) ?? 0;
  }

  /** The edges at a thing, in the order in which they were learnt. */
  edgesOf(id: string): EdgeRecord[] {
    return [...(this.#touching.get(id) ?? [])].map((key) => this.edges.get(key)!);
  }

  /** What a thing is directly part of. */
  parentOf(id: string): string {
    return this.edgesOf(id).find((edge) => edge.source === id && nests(edge.relation))?.target ?? "";
  }

  /** How many things are directly part of a thing. */
  insideOf(id: string): number {
    return this.#inside.get(id) ?? 0;
  }

  #measure(): Map<string, number> {
    const largest = new Map<string, number>();
    for (const node of this.nodes.values()) {
      const family = familyOf(node.kind).iri;
      largest.set(family, Math.max(largest.get(family) ?? 0, this.valueOf(node)));
    }
    return largest;
  }

  #addEdge(edge: EdgeRecord): void {
    const key = edgeKey(edge);
    const known = this.edges.get(key);
    if (known && compareBases(known.basis, edge.basis) <= 0) return;
    this.edges.set(key, edge);
    if (known) return;
    if (nests(edge.relation)) this.#inside.set(edge.target, this.insideOf(edge.target) + 1);
    for (const end of [edge.source, edge.target]) {
      const keys = this.#touching.get(end);
      if (keys) keys.add(key);
      else this.#touching.set(end, new Set([key]));
    }
  }
}

/** Answers differ in how much they tell: what a later one leaves out stays as it was. */
function merged(known: NodeRecord | undefined, node: NodeRecord): NodeRecord {
  if (!known) return node;
  return {
    ...node,
    code: node.code || known.code,
    rank: node.rank ?? known.rank,
    tier: node.tier ?? known.tier,
    budget: node.budget ?? known.budget,
  };
}
