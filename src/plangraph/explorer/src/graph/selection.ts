/** The part of what is known that is to be drawn, and what the legend says about it. */

import { BASIS, familyOf, type Words } from "../lib/notation";
import { edgeKey, type EdgeRecord, type Knowledge, type NodeRecord } from "./records";
import { visible, type GraphState } from "./state";

export interface Drawing {
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
  /** What the city calls the things of each look, where that is one word. */
  readonly tiers: ReadonlyMap<string, Words | undefined>;
  /** How many of each are there before filtering, so that what is switched off stays in the legend. */
  readonly counts: {
    readonly kinds: ReadonlyMap<string, number>;
    readonly relations: ReadonlyMap<string, number>;
    readonly bases: ReadonlyMap<string, number>;
  };
}

/** Of some things only these relations between them are meant, as a CONSTRUCT makes them. */
export interface Meant {
  readonly ids: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export function draw(knowledge: Knowledge, state: GraphState, meant?: Meant): Drawing {
  const shown = visible(state)
    .map((id) => knowledge.nodes.get(id))
    .filter((node) => node !== undefined);
  const ids = new Set(shown.map((node) => node.id));
  const between = withoutEchoes(
    [...knowledge.edges.values()].filter(
      (edge) => ids.has(edge.source) && ids.has(edge.target) && isMeant(edge, meant),
    ),
  );
  const nodes = shown.filter((node) => !state.filters.kinds.includes(familyOf(node.kind).iri));
  const kept = new Set(nodes.map((node) => node.id));
  const edges = between.filter(
    (edge) =>
      kept.has(edge.source) &&
      kept.has(edge.target) &&
      !state.filters.relations.includes(edge.relation) &&
      !state.filters.bases.includes(edge.basis),
  );
  return {
    nodes,
    edges,
    tiers: tiersOf(shown),
    counts: {
      kinds: tally(shown, (node) => familyOf(node.kind).iri),
      relations: tally(between, (edge) => edge.relation),
      bases: tally(between, (edge) => edge.basis),
    },
  };
}

/** What the city calls the things of each look; nothing where they stand on several tiers, or one on none. */
function tiersOf(shown: readonly NodeRecord[]): Map<string, Words | undefined> {
  const tiers = new Map<string, Words | undefined>();
  for (const { kind, tier } of shown) {
    const { iri } = familyOf(kind);
    const known = tiers.get(iri);
    const same = !tiers.has(iri) || (known && tier && known.ja === tier.label.ja && known.en === tier.label.en);
    tiers.set(iri, same ? tier?.label : undefined);
  }
  return tiers;
}

function isMeant(edge: EdgeRecord, meant: Meant | undefined): boolean {
  return !meant || !meant.ids.has(edge.source) || !meant.ids.has(edge.target) || meant.edges.has(edgeKey(edge));
}

/** An inferred edge between two things that a stated edge joins already would only be drawn on top of it. */
function withoutEchoes(edges: readonly EdgeRecord[]): EdgeRecord[] {
  const stated = new Set<string>();
  for (const { basis, source, target } of edges) if (basis !== BASIS.inferred) stated.add(pair(source, target));
  return edges.filter((edge) => edge.basis !== BASIS.inferred || !stated.has(pair(edge.source, edge.target)));
}

function pair(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function tally<T>(items: readonly T[], by: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(by(item), (counts.get(by(item)) ?? 0) + 1);
  return new Map([...counts].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0])));
}
