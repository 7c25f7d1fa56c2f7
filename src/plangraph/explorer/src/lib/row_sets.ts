// By what the things of a plan can be laid out in rows: the city's own tiers, strategies, wards and offices.

import published from "../generated/published.json";
import words from "../generated/words.json";
import { ask } from "./api";
import { frame } from "./i18n/frame";
import { afterNumber, KIND, kindName } from "./notation";
import { here, inPlan, itemKind } from "./scope.svelte";
import { localName, number, pathOf, text } from "./terms";
import { readable } from "./thing_path";

export interface RowSet {
  /** What stands in the address for it. */
  readonly key: string;
  /** The class or tier (IRI) that a question takes as `by`. */
  readonly iri: string;
  /** What one of its things is called. */
  readonly label: string;
  /** Whether its things are elements of the policy system, which go by their codes. */
  readonly coded: boolean;
  /** How many things there are, where that is known. */
  readonly size: number | undefined;
  /** How many of the plan's items stand below them, where that is known. */
  readonly held: number | undefined;
}

const WORD_STARTS = new RegExp(words.starts, "g");
/** More rows than this are a list, not a picture. */
const MOST = 200;
/** As many rows as are seen at a glance. */
export const GLANCE = published.glance;

/** The sets of rows that a plan has, its tiers first, from the top down; what stands lowest is counted in them. */
export async function rowSets(): Promise<RowSet[]> {
  const { has } = here();
  const { rows } = await ask("tiers", inPlan());
  const keys = keysOf(rows.map((row) => ({ tier: text(row.tier), kind: text(row.class) })));
  const tiers = rows.map((row, at) => ({
    key: keys[at]!,
    iri: text(row.tier),
    label: text(row.label),
    coded: true,
    size: number(row.elements) ?? 0,
    held: number(row.projects) ?? 0,
    counted: text(row.class) === itemKind(),
  }));
  const above = tiers.filter(({ size, counted }) => size > 1 && size <= MOST && !counted);
  return [
    ...(above.length ? above : tiers.filter(({ size }) => size <= MOST)),
    ...(has.strategies && !keys.includes("strategy") ? [special("strategy", KIND.strategy, frame.strategy)] : []),
    ...(has.wards ? [special("ward", KIND.ward, frame.ward)] : []),
    ...(has.offices ? [special("office", KIND.topLevelOffice, kindName(KIND.topLevelOffice))] : []),
  ];
}

/** What stands in the address for tiers: the name of their class, or their own where several share it. */
export function keysOf(tiers: readonly { readonly tier: string; readonly kind: string }[]): string[] {
  const names = tiers.map(({ kind }) => kebab(localName(kind)));
  return tiers.map(({ tier }, at) =>
    names.filter((name) => name === names[at]).length > 1 ? pathOf(tier) : names[at]!,
  );
}

/** The set of rows that an address asks for; else, of the tiers seen at a glance that hold most, the lowest. */
export function chosenSet(sets: readonly RowSet[], key: string | undefined): RowSet | undefined {
  const seen = sets.filter(({ size }) => size !== undefined && size <= GLANCE);
  const most = Math.max(...seen.map(({ held }) => held ?? 0));
  const glance = seen.filter(({ held }) => (held ?? 0) === most).at(-1);
  return sets.find((set) => set.key === key || pathOf(set.iri) === readable(key ?? "")) ?? glance ?? sets[0];
}

/** What things of a set are called after their number: 23 policies. */
export function namesOf({ label }: RowSet, many: number): string {
  return afterNumber(label, many);
}

function special(key: string, iri: string, label: string): RowSet {
  return { key, iri, label, coded: key === "strategy", size: undefined, held: undefined };
}

function kebab(name: string): string {
  return name.replace(WORD_STARTS, "-").toLowerCase();
}
