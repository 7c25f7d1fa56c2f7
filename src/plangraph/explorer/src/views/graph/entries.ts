// The legend of the network, which is its filter too.

import type { Drawing } from "../../graph/selection";
import { allLines, basisName, families, plural } from "../../lib/notation";
import { address } from "../../lib/address.svelte";
import type { LegendEntry } from "../../lib/view";

type Called = (name: string) => string;

export function kindEntries({ counts, tiers }: Drawing): LegendEntry[] {
  return families()
    .filter(({ iri }) => counts.kinds.has(iri))
    .sort((one, other) => one.column - other.column)
    .map(({ iri, label }) => {
      const count = counts.kinds.get(iri)!;
      const called = tiers.get(iri)?.[address.lang] || label[address.lang];
      return { key: iri, label: plural(called, count), kind: iri, count };
    });
}

export function basisEntries({ counts }: Drawing): LegendEntry[] {
  return allLines()
    .filter(({ iri }) => counts.bases.has(iri))
    .map(({ iri }) => ({ key: iri, label: basisName(iri), line: iri, count: counts.bases.get(iri)! }));
}

export function relationEntries({ counts }: Drawing, called: Called): LegendEntry[] {
  return [...counts.relations].map(([key, count]) => ({ key, label: called(key), colour: "var(--neutral)", count }));
}
