// The seventeen goals and their targets, from the project's own tables.

import goals from "../generated/goals.json";
import targets from "../generated/targets.json";
import type { Language } from "./address.svelte";
import { PREFIXES } from "./terms";

export interface Goal {
  code: string;
  label: Record<Language, string>;
  colour: string;
  /** Black or white, whichever reads better on the colour. */
  ink: string;
}

export const GOALS: Goal[] = goals.map(({ code, label_ja, label_en, colour }) => ({
  code,
  label: { ja: label_ja, en: label_en },
  colour,
  ink: inkOn(colour),
}));
const byCode = new Map(GOALS.map((goal) => [goal.code, goal]));
const goalOfTarget = new Map(Object.entries(targets));

/** The goal of a goal's or target's code (11, 11.5). */
export function goalOf(code: string): Goal | undefined {
  return byCode.get(goalOfTarget.get(code) ?? code);
}

/** The code of a goal or target by its IRI, or undefined if the IRI is of anything else. */
export function goalCode(iri: string): string | undefined {
  const code = iri.startsWith(PREFIXES.sdg) ? iri.slice(PREFIXES.sdg.length) : "";
  return goalOf(code) && code;
}

/** The IRI of a goal or target. */
export function goalIri(code: string): string {
  return PREFIXES.sdg + code;
}

/** WCAG 2.2's contrast: white where it reaches 4.5 on the colour. */
function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => linear(parseInt(colour.slice(i, i + 2), 16) / 255));
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) >= 4.5 ? "#ffffff" : "#000000";
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
