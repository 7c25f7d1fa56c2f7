// Colours, sizes and lines of things and relations: the notation in the present theme. The same on screen and in SVG.

import { goalOf, type Goal } from "../lib/goals";
import { hueToken, topOf } from "../lib/hues.svelte";
import { familyOf, KIND, lineOf } from "../lib/notation";
import { colour } from "../lib/theme.svelte";
import type { EdgeRecord, Knowledge, NodeRecord } from "./records";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
}

/** The colours of the present theme. */
export function palette(): Palette {
  return { paper: colour("paper"), ink: colour("ink"), soft: colour("ink-soft"), accent: colour("accent") };
}

/** A goal has its own colour, everything else the hue of what it stands under. */
export function fillOf(node: NodeRecord): string {
  return ownGoalOf(node)?.colour ?? colour(hueToken(topOf(node.id)));
}

/** The goal that a thing is, or is a target of. */
export function ownGoalOf(node: NodeRecord): Goal | undefined {
  return node.kind === KIND.goal || node.kind === KIND.target ? goalOf(node.code) : undefined;
}

/** The radius of a thing in pixels: its area follows its value, up to the largest of its kind. */
export function radius(node: NodeRecord, knowledge: Knowledge): number {
  const family = familyOf(node.kind);
  const largest = knowledge.largest(family.iri);
  return (
    family.radius * (1 + (largest ? family.growth * Math.sqrt(Math.max(0, knowledge.valueOf(node)) / largest) : 0))
  );
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dashes: string;
}

/** How a relation is drawn; among very many, thinner and paler. */
export function strokeOf(edge: EdgeRecord, colours: Palette, crowded: boolean): Stroke {
  const { strength, width, dashes } = lineOf(edge.basis);
  return {
    colour: mix(colours.ink, colours.paper, strength * (crowded ? 0.5 : 1)),
    width: width * (crowded ? 0.6 : 1),
    dashes,
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
