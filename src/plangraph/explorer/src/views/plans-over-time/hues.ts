// The hue of an element of either plan: that of what both stand under.

import { hue, topOf } from "../../lib/hues.svelte";
import { upwards, type Elements } from "./tiers";

/** The colour of an element as a CSS value, by the first above it that has one. */
export function hueIn(elements: Elements, iri: string): string {
  return hue(topOf(iri) ?? [...upwards(iri, elements)].map(({ iri: over }) => topOf(over)).find((top) => top));
}
