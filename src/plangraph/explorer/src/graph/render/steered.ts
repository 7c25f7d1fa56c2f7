// What a reader does with a picture of the network, however it is drawn.

import type { Position } from "../state";

export interface Steered {
  /** Show it smaller (above 1) or larger (below 1) by a factor; `quick`: without motion. */
  zoom(factor: number, quick: boolean): void;
  /** Show all of it. */
  fit(quick: boolean): void;
  /** Bring things into sight if they are not; where not all have room, the first before the others. */
  reveal(ids: readonly string[], quick: boolean): void;
  /** The thing that lies in a direction from another. */
  towards(id: string, direction: Position): string | undefined;
  /** Where things stand now, in the measure of the layout. */
  positions(): Map<string, Position>;
}

/** What stands out; everything else steps back while anything does. */
export interface Focus {
  readonly selected: string;
  /** Things and edges (by key) of a path; empty without one. */
  readonly path: ReadonlySet<string>;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The thing in a direction on the screen, nearest and straightest; undefined where none is. */
export function nearestTowards(
  from: string,
  candidates: readonly string[],
  [dx, dy]: Position,
  spot: (id: string) => Spot,
): string | undefined {
  const here = spot(from);
  let best: { id: string; cost: number } | undefined;
  for (const id of candidates) {
    const at = spot(id);
    const [x, y] = [at.x - here.x, at.y - here.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (id === from || along <= 0.5 || aside > along * 2.5) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id;
}
