// What a layout is asked for: the things that are drawn, as far as their places depend on them.

import { familyOf } from "../../lib/notation";
import { MOST_BOXES } from "../boxes/setting";
import { radius } from "../look";
import { columnOf, type Knowledge } from "../records";
import type { Drawing } from "../selection";
import type { GraphState, Position } from "../state";
import { depthsIn } from "./depths";
import type { LayoutRequest } from "./types";

/** Ask for the places of all that is drawn; `positions` are where things stand now, `aspect` width over height. */
export function requestFor(
  { nodes, edges }: Drawing,
  knowledge: Knowledge,
  state: GraphState,
  positions: ReadonlyMap<string, Position>,
  aspect: number,
): Omit<LayoutRequest, "turn"> {
  const drawn = new Set(nodes.map((node) => node.id));
  const depths = nodes.length > MOST_BOXES ? new Map<string, number>() : depthsIn(nodes, edges);
  return {
    name: state.layout,
    nodes: nodes.map((node) => {
      const parent = knowledge.parentOf(node.id);
      const { trunk, numbered } = familyOf(node.kind);
      return {
        id: node.id,
        tier: columnOf(node) + (depths.get(node.id) ?? 0),
        code: node.code,
        rank: node.rank,
        parent: trunk && drawn.has(parent) ? parent : "",
        numbered,
        size: radius(node, knowledge),
      };
    }),
    edges: edges.map((edge) => [edge.source, edge.target] as const),
    positions: Object.fromEntries(positions),
    aspect,
    pinned: Object.fromEntries(Object.entries(state.pinned).filter(([id]) => drawn.has(id))),
  };
}
