// What lines and colours of the picture stand for.

import type { Placed } from "../../../graph/columns/placing";
import type { Line } from "../../../graph/columns/sums";
import { topOf } from "../../../lib/hues.svelte";
import { allLines, basisName } from "../../../lib/notation";
import type { LegendEntry } from "../../../lib/view";
import type { Colouring } from "./colouring";
import type { Picture } from "./state.svelte";

/** The bases of the lines, with how many links each has. */
export function basisEntries(lines: readonly Line[]): LegendEntry[] {
  return allLines()
    .filter(({ iri }) => lines.some(({ basis }) => basis === iri))
    .map(({ iri }) => ({
      key: iri,
      label: basisName(iri),
      line: iri,
      count: lines.filter(({ basis }) => basis === iri).reduce((sum, line) => sum + line.links.length, 0),
    }));
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
