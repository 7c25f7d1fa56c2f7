// The colours of boxes and lines: a goal has its own, everything else the hue of what it stands under.

import { goalOf } from "../../../lib/goals";
import { hue, topOf } from "../../../lib/hues.svelte";
import { KIND } from "../../../lib/notation";
import type { NodeRecord } from "../../../graph/records";

/** A part of a box's bar. */
export interface Band {
  readonly colour: string;
  /** Its share of the bar's height, up to 1. */
  readonly share: number;
}

/** The colour of a thing as a CSS value. */
export function colourOf(id: string, node: NodeRecord | undefined): string {
  const goal = node && (node.kind === KIND.goal || node.kind === KIND.target) ? goalOf(node.code) : undefined;
  return goal?.colour ?? hue(topOf(id));
}
