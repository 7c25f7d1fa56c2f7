// The hue of what stands under each top-level element of a plan: --hue-1 and on in pages/tokens.css, then again.

import hues from "../generated/hues.json";
import { address } from "./address.svelte";
import { ask } from "./api";
import { wordsOf, type Words } from "./notation";
import { number, text, type Row } from "./terms";

/** A top-level element of a plan. */
export interface Top {
  readonly iri: string;
  readonly code: string;
  readonly label: Words;
  readonly number: number;
}

let tops: ReadonlyMap<string, Top> = $state.raw(new Map());
let others: ReadonlyMap<string, Top> = $state.raw(new Map());
const learned = new Set<string>();

/** Learn which top-level element everything in the plan that is looked at stands under. */
export async function fetchHues(plan: string): Promise<void> {
  tops = await topsOf(plan);
  learned.add(plan);
}

/** Learn the same of another plan, of which something is shown too; where that fails, it stays without a hue. */
export async function learnHues(plan: string): Promise<void> {
  if (learned.has(plan)) return;
  learned.add(plan);
  const known = await topsOf(plan).catch(() => learned.delete(plan) && undefined);
  if (known) others = new Map([...others, ...known]);
}

async function topsOf(plan: string): Promise<Map<string, Top>> {
  const { rows } = await ask("top-level", { plan });
  const known = new Map<string, Top>();
  for (const row of rows) {
    const iri = text(row.top);
    const top = known.get(iri) ?? toTop(row);
    known.set(iri, top);
    known.set(text(row.element), top);
  }
  return known;
}

/** The top-level element that a thing is or stands under; undefined if it stands under none. */
export function topOf(iri: string): Top | undefined {
  return tops.get(iri) ?? others.get(iri);
}

/** The top-level elements of the plan that is looked at, in their order. */
export function allTops(): Top[] {
  return [...new Set(tops.values())].sort((one, other) => one.number - other.number);
}

/** The code and name of a top-level element. */
export function topName({ code, label }: Top): string {
  const name = label[address.lang];
  return code === name ? name : `${code} ${name}`.trim();
}

/** The name of the token for a thing's hue. */
export function hueToken(top: Top | undefined): string {
  return top ? `hue-${((top.number - 1) % hues.count) + 1}` : "neutral";
}

/** The colour of what a thing stands under, as a CSS value; `tint` for areas that text stands on. */
export function hue(top: Top | undefined, form: "strong" | "tint" = "strong"): string {
  return `var(--${hueToken(top)}${form === "tint" ? "-tint" : ""})`;
}

function toTop(row: Row): Top {
  return {
    iri: text(row.top),
    code: text(row.top_code),
    label: wordsOf(row, "top"),
    number: number(row.number) ?? 0,
  };
}
