// The indicators that measure a thing, with their figures.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { PREFIXES, type Row } from "../../lib/terms";
import { describe, notesIn } from "../../lib/thing";
import { linkedOf, relatedOf, type Group } from "./relations";

export interface Indicator {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  readonly figures: readonly Row[];
  /** What a document says of it in words, such as a target that is a range. */
  readonly notes: readonly string[];
}

/** More make a page slow. */
const MOST = 12;

/** The first of the indicators that measure a thing; the others stand among its relations. */
export async function indicatorsOf(thing: string, groups: readonly Group[], lang: Language): Promise<Indicator[]> {
  const group = groups.find(({ relation, direction }) => direction === "in" && relation === `${PREFIXES.pg}measures`);
  if (!group) return [];
  const linked = group.links.map(linkedOf);
  const others = group.total > linked.length ? await relatedOf(thing, group, "", lang) : [];
  const known = new Map([...linked, ...others].map(({ iri, code, label }) => [iri, { iri, code, label }]));
  return Promise.all(
    [...known.values()].slice(0, MOST).map(async (one) => {
      const [figures, said] = await Promise.all([ask("figures", { thing: one.iri, lang }), describe(one.iri, lang)]);
      return { ...one, figures: figures.rows, notes: notesIn(said, lang) };
    }),
  );
}
