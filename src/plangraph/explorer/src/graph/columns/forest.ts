// What stands inside what, as the nesting relations say it, in the city's own order.

import { address, type Language } from "../../lib/address.svelte";
import { nests } from "../../lib/notation";
import type { EdgeRecord, Knowledge, NodeRecord } from "../records";

export class Forest {
  readonly #nodes: ReadonlyMap<string, NodeRecord>;
  /** The relations that set things inside each other. */
  readonly edges: EdgeRecord[] = [];
  readonly #parents = new Map<string, string>();
  readonly #children = new Map<string, string[]>();
  readonly #sizes = new Map<string, number>();

  constructor({ nodes, edges }: Pick<Knowledge, "nodes" | "edges">) {
    this.#nodes = nodes;
    for (const edge of edges.values()) {
      const { source, target, relation } = edge;
      if (!nests(relation) || this.#parents.has(source) || source === target) continue;
      if (!nodes.has(source) || !nodes.has(target) || this.#holds(source, target)) continue;
      this.#parents.set(source, target);
      this.edges.push(edge);
      const siblings = this.#children.get(target);
      if (siblings) siblings.push(source);
      else this.#children.set(target, [source]);
    }
    for (const siblings of this.#children.values()) this.sort(siblings);
  }

  parent(id: string): string | undefined {
    return this.#parents.get(id);
  }

  children(id: string): readonly string[] {
    return this.#children.get(id) ?? [];
  }

  /** A thing, what it stands in, what that stands in, and so on. */
  *upwards(id: string): Generator<string> {
    for (let at: string | undefined = id; at !== undefined; at = this.#parents.get(at)) yield at;
  }

  /** Whether a thing is one of these, or stands in one of them. */
  isWithin(id: string, these: { has(id: string): boolean }): boolean {
    for (let at: string | undefined = id; at !== undefined; at = this.#parents.get(at)) if (these.has(at)) return true;
    return false;
  }

  /** A thing with everything inside it, itself first. */
  *downwards(id: string): Generator<string> {
    yield id;
    for (const child of this.children(id)) yield* this.downwards(child);
  }

  /** The things inside a thing that hold nothing themselves; itself if it holds nothing. */
  *leaves(id: string): Generator<string> {
    const children = this.children(id);
    if (!children.length) yield id;
    for (const child of children) yield* this.leaves(child);
  }

  /** How many things are inside a thing, at whatever depth. */
  size(id: string): number {
    let size = this.#sizes.get(id);
    if (size === undefined) {
      size = this.children(id).reduce((sum, child) => sum + 1 + this.size(child), 0);
      this.#sizes.set(id, size);
    }
    return size;
  }

  /**
   * Put things in the order of what they stand in, and in the city's own; those without a code, as offices are, come
   * last, and what the city gives no place goes by its code or its name in the reader's language.
   */
  sort(ids: string[]): string[] {
    const { lang } = address;
    const ways = new Map(ids.map((id) => [id, [...this.upwards(id)].map((at) => this.#nodes.get(at)).reverse()]));
    return ids.sort((one, other) => compareWays(ways.get(one)!, ways.get(other)!, lang));
  }

  /** Whether the would-be child already stands above its would-be parent. */
  #holds(child: string, parent: string): boolean {
    for (const above of this.upwards(parent)) if (above === child) return true;
    return false;
  }
}

type Way = readonly (NodeRecord | undefined)[];

function compareWays(one: Way, other: Way, lang: Language): number {
  for (const [at, node] of one.entries()) {
    const beside = other[at];
    if (!node || !beside || node === beside) continue;
    const order = compare(node, beside, lang);
    if (order) return order;
  }
  return 0;
}

function compare(one: NodeRecord, other: NodeRecord, lang: Language): number {
  if (!one.code !== !other.code) return one.code ? -1 : 1;
  if (one.rank !== undefined && other.rank !== undefined && one.rank !== other.rank) return one.rank - other.rank;
  if (one.code && other.code) return CODES.compare(one.code, other.code);
  return NAMES[lang].compare(one.label[lang], other.label[lang]);
}

const CODES = new Intl.Collator("en", { numeric: true });
const NAMES: Record<Language, Intl.Collator> = {
  ja: new Intl.Collator("ja", { numeric: true }),
  en: new Intl.Collator("en", { numeric: true }),
};
