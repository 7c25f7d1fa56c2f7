// Colours, sizes and lines of things and relations. The same for the screen, the SVG and the legend.

import { goalOf } from "../lib/goals";
import { kindOf } from "../lib/kinds";
import { colour } from "../lib/theme.svelte";
import { radiusOf } from "./kinds";
import type { Basis, EdgeRecord, Knowledge, NodeRecord } from "./records";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  readonly neutral: string;
  readonly policies: Readonly<Record<string, string>>;
}

/** The colours of the present theme. */
export function palette(): Palette {
  const policies = Object.fromEntries(
    ["1", "2", "3", "4", "5", "6", "7", "8"].map((code) => [code, colour(`hue-${code}`)]),
  );
  return {
    paper: colour("paper"),
    ink: colour("ink"),
    soft: colour("ink-soft"),
    accent: colour("accent"),
    neutral: colour("neutral"),
    policies,
  };
}

export function fillOf(node: NodeRecord, colours: Palette): string {
  const kind = kindOf(node.type);
  if (kind === "Goal" || kind === "Target") return goalOf(node.code)?.colour ?? colours.neutral;
  return colours.policies[node.policy] ?? colours.neutral;
}

export function radius(node: NodeRecord, knowledge: Knowledge): number {
  return radiusOf(node.type, node.budget, knowledge.insideOf(node.id));
}

export interface Line {
  readonly colour: string;
  readonly width: number;
  readonly dotted: boolean;
}

const STRENGTH: Record<Basis, number> = {
  official: 0.62,
  assumed: 0.38,
  suggested: 0.55,
  inferred: 0.16,
  answered: 0.45,
};
const WIDTH: Record<Basis, number> = { official: 1.3, assumed: 1, suggested: 1, inferred: 0.5, answered: 1 };

/** How a relation is drawn: official full, assumed lighter, suggested dotted, inferred thin and pale. */
export function lineOf(edge: EdgeRecord, colours: Palette, crowded: boolean): Line {
  const strength = STRENGTH[edge.basis] * (crowded ? 0.5 : 1);
  return {
    colour: mix(colours.ink, colours.paper, strength),
    width: WIDTH[edge.basis] * (crowded ? 0.6 : 1),
    dotted: edge.basis === "suggested",
  };
}

/** A colour between two of the form #rrggbb; `share` of the first. */
export function mix(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((hex) => parseInt(hex.slice(at, at + 2), 16));
    return Math.round(a! * share + b! * (1 - share))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}
