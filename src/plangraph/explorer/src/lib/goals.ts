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

export const GOALS: Goal[] = goals.map(({ code, label_ja, label_en, colour, ink }) => ({
  code,
  label: { ja: label_ja, en: label_en },
  colour,
  ink,
}));
const byCode = new Map(GOALS.map((goal) => [goal.code, goal]));
const goalOfTarget = new Map(Object.entries(targets));

/** The goal of a goal's or target's code (11, 11.5). */
export function goalOf(code: string): Goal | undefined {
  return byCode.get(goalOfTarget.get(code) ?? code);
}

/** The IRI of a goal or target. */
export function goalIri(code: string): string {
  return PREFIXES.sdg + code;
}

const codes = new Map([...byCode.keys(), ...goalOfTarget.keys()].map((code) => [goalIri(code), code]));

/** The code of a goal or target by its IRI, or undefined if the IRI is of anything else. */
export function goalCode(iri: string): string | undefined {
  return codes.get(iri);
}
