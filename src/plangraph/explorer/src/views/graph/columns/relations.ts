// Which relations lines stand for.

import type { Line } from "../../../graph/columns/sums";

/** The relations (IRIs) of a line's links, the most frequent first. */
export function relationsOf({ links }: Pick<Line, "links">): string[] {
  const tally = new Map<string, number>();
  for (const { edges } of links) for (const { relation } of edges) tally.set(relation, (tally.get(relation) ?? 0) + 1);
  return [...tally].sort((one, other) => other[1] - one[1]).map(([relation]) => relation);
}

/** What all lines between two columns say. */
export interface Between {
  /** Relations (IRIs), the most frequent first. */
  readonly relations: readonly string[];
  /** Whether they point from left to right; undefined if some point either way, or two ties meet in them. */
  readonly forward: boolean | undefined;
}

/** What the lines say that leave a column to the next. */
export function between(lines: readonly Line[], column: number): Between {
  const own = lines.filter((line) => line.column === column);
  const links = own.flatMap((line) => line.links);
  const ways = new Set(own.map(({ forward }) => forward));
  const direct = ways.size === 1 && links.every(({ edges }) => edges.length === 1);
  return { relations: relationsOf({ links }), forward: direct ? own[0]!.forward : undefined };
}
