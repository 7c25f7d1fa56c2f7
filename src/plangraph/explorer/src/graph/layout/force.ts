// The force layout: ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, 2014), in steps that can be watched.

import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

import type { Position } from "../state";
import type { LayoutRequest } from "./types";

const STEPS = 12; // into which its rounds are divided

/** Iterations in all: few for a large graph, whose steps are dear, more for a small one. */
function iterations(nodes: number): number {
  return nodes > 800 ? 180 : 360;
}

/** Yields the positions after each of some steps, the last time in their final places. */
export function* force(request: LayoutRequest): Generator<Record<string, Position>> {
  const graph = toGraph(request);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: false,
    barnesHutOptimize: graph.order > 300,
    gravity: 0.6,
    scalingRatio: 8,
    slowDown: 2,
    strongGravityMode: false,
    linLogMode: graph.order > 60,
  };
  for (let step = 0; step < STEPS; step++) {
    forceAtlas2.assign(graph, { iterations: Math.ceil(iterations(graph.order) / STEPS), settings });
    yield positionsOf(graph);
  }
}

function toGraph(request: LayoutRequest): Graph {
  const graph = new Graph({ type: "undirected", multi: false });
  const count = request.nodes.length;
  request.nodes.forEach((node, index) => {
    const pinned = request.pinned[node.id];
    const [x, y] = pinned ?? request.positions[node.id] ?? sunflower(index, count);
    graph.addNode(node.id, { x, y, size: node.size, fixed: pinned !== undefined });
  });
  for (const [source, target] of request.edges) if (source !== target) graph.mergeEdge(source, target);
  return graph;
}

/** A place on a spiral, so that the outcome does not depend on chance. */
function sunflower(index: number, count: number): Position {
  const radius = Math.sqrt(index + 1) * 10;
  const angle = index * 2.399963 + count;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function positionsOf(graph: Graph): Record<string, Position> {
  const positions: Record<string, Position> = {};
  graph.forEachNode((id, { x, y }) => (positions[id] = [x as number, y as number]));
  return positions;
}
