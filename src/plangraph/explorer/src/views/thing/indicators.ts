// The indicators that measure a thing, with their figures.

import type { Language } from "../../lib/address.svelte";
import { ask } from "../../lib/api";
import { PREFIXES, type Row } from "../../lib/terms";
import { linkedOf, relatedOf, type Group } from "./relations";

export interface Indicator {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  readonly figures: readonly Row[];
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
    [...known.values()].slice(0, MOST).map(async (one) => ({
      ...one,
      figures: (await ask("figures", { thing: one.iri, lang })).rows,
    })),
  );
}
