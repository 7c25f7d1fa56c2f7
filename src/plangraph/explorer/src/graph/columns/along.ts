// Where a path between two things runs in the columns.

import type { Step } from "../paths";
import { edgeKey } from "../records";
import type { Forest } from "./forest";
import type { Line } from "./sums";

/** The part of a picture that a path takes. */
export interface Along {
  /** The boxes in which its things stand. */
  readonly boxes: ReadonlySet<string>;
  /** The keys of the lines that stand for its steps. */
  readonly lines: ReadonlySet<string>;
}

/** Find what a path from a thing takes of the boxes and lines on the screen. */
export function along(
  from: string,
  steps: readonly Step[],
  screen: { readonly forest: Forest; readonly boxes: ReadonlySet<string>; readonly lines: readonly Line[] },
): Along {
  const edges = new Set(steps.map(({ edge }) => edgeKey(edge)));
  const boxes = thingsOf(from, steps).map((id) => [...screen.forest.upwards(id)].find((at) => screen.boxes.has(at)));
  const lines = screen.lines.filter(({ links }) =>
    links.some(({ edges: own }) => own.every((one) => edges.has(edgeKey(one)))),
  );
  return { boxes: new Set(boxes.filter((id) => id !== undefined)), lines: new Set(lines.map(({ key }) => key)) };
}

/** What a path leads through, its two ends included. */
export function thingsOf(from: string, steps: readonly Step[]): string[] {
  return [from, ...steps.map(({ to }) => to)];
}
