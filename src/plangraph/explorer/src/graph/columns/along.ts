// Where a path between two things runs in the columns.

import { nests } from "../../lib/notation";
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
  /** How many of its steps are not drawn, for a column is not shown, or not beside the other. */
  readonly undrawn: number;
}

/** Find what a path from a thing takes of the boxes and lines on the screen. */
export function along(
  from: string,
  steps: readonly Step[],
  screen: { readonly forest: Forest; readonly boxes: ReadonlySet<string>; readonly lines: readonly Line[] },
): Along {
  const edges = new Set(steps.map(({ edge }) => edgeKey(edge)));
  const boxes = thingsOf(from, steps).map((id) => [...screen.forest.upwards(id)].find((at) => screen.boxes.has(at)));
  const links = screen.lines.flatMap((line) =>
    line.links
      .map((link) => link.edges.map(edgeKey))
      .filter((own) => own.every((one) => edges.has(one)))
      .map((own) => ({ key: line.key, own })),
  );
  const drawn = new Set(links.flatMap(({ own }) => own));
  const undrawn = steps.filter(({ edge }, at) => {
    const [one, other] = [boxes[at], boxes[at + 1]];
    if (!one || !other) return true;
    return one !== other && !nests(edge.relation) && !drawn.has(edgeKey(edge));
  });
  return {
    boxes: new Set(boxes.filter((id) => id !== undefined)),
    lines: new Set(links.map(({ key }) => key)),
    undrawn: undrawn.length,
  };
}

/** What a path leads through, its two ends included. */
export function thingsOf(from: string, steps: readonly Step[]): string[] {
  return [from, ...steps.map(({ to }) => to)];
}
