// What lines and colours of the picture stand for.

import type { Placed } from "../../../graph/columns/placing";
import type { Line } from "../../../graph/columns/sums";
import { topOf } from "../../../lib/hues.svelte";
import { allLines, BASIS, basisName, relationName } from "../../../lib/notation";
import type { LegendEntry } from "../../../lib/view";
import type { Colouring } from "./colouring";
import { relationsOf } from "./relations";
import type { Picture } from "./state.svelte";
import { words } from "./words";

/** The bases of the lines, with how many links each has; of what the plan's structure says, by which relations. */
export function basisEntries(lines: readonly Line[]): LegendEntry[] {
  return allLines().flatMap(({ iri }) => {
    const own = lines.filter(({ basis }) => basis === iri);
    if (!own.length) return [];
    const links = own.flatMap((line) => line.links);
    const named = iri === BASIS.structural ? relationsOf({ links }).map(relationName).filter(Boolean) : [];
    return [{ key: iri, label: words.meaning(basisName(iri), named), line: iri, count: links.length }];
  });
}

/** What colours stand for, as far as no box or caption on the picture says it. */
export function colourEntries(
  picture: Picture,
  { legend }: Colouring,
  { boxes, captions }: Pick<Placed, "boxes" | "captions">,
): LegendEntry[] {
  if (picture.tint !== "top") return [...legend];
  const told = new Set([...boxes, ...captions].map(({ id }) => id));
  const used = new Set(boxes.map(({ id }) => topOf(id)?.iri));
  return legend.every(({ key }) => told.has(key) || !used.has(key)) ? [] : legend.filter(({ key }) => used.has(key));
}
