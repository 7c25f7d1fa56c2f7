// What a layout is given and gives back. Everything is plain, so that it can cross to a worker.

import type { LayoutName, Position } from "../state";

export interface LayoutNode {
  readonly id: string;
  readonly tier: number;
  readonly code: string;
  /** Its place in the city's own order, if it has one. */
  readonly rank?: number | undefined;
  /** The IRI of what it is part of, `""` if that is not drawn. */
  readonly parent: string;
  /** Whether its place in its tier follows from its code alone. */
  readonly numbered: boolean;
  readonly size: number;
}

export interface LayoutRequest {
  /** Which request it is; its replies bear the same number. */
  readonly turn: number;
  readonly name: LayoutName;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly (readonly [source: string, target: string])[];
  /** Where things are now; a force layout starts from here. */
  readonly positions: Readonly<Record<string, Position>>;
  /** Width over height of the place where it is shown. */
  readonly aspect: number;
  readonly pinned: Readonly<Record<string, Position>>;
}

export interface LayoutReply {
  readonly turn: number;
  readonly positions: Record<string, Position>;
  readonly done: boolean;
}
