// What a pointer or a finger does on the picture: choose, open, drag.

import type Graph from "graphology";
import type Sigma from "sigma";

import type { Position } from "../state";

export interface StageEvents {
  select(id: string): void;
  expand(id: string): void;
  moved(id: string, at: Position): void;
}

/** Tell of gestures on the picture; `hover` is told what is under the pointer, or nothing. */
export function listen(sigma: Sigma, graph: Graph, events: StageEvents, hover: (id: string) => void): void {
  sigma.on("clickNode", ({ node }) => events.select(node));
  sigma.on("clickStage", () => events.select(""));
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    events.expand(node);
  });
  sigma.on("enterNode", ({ node }) => hover(node));
  sigma.on("leaveNode", () => hover(""));
  drag(sigma, graph, events);
}

function drag(sigma: Sigma, graph: Graph, events: StageEvents): void {
  let dragged = "";
  let shifted = false;
  sigma.on("downNode", ({ node }) => {
    dragged = node;
    shifted = false;
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on("moveBody", ({ event }) => {
    if (!dragged) return;
    shifted = true;
    graph.mergeNodeAttributes(dragged, sigma.viewportToGraph(event));
    event.preventSigmaDefault();
    event.original.preventDefault();
  });
  const drop = () => {
    if (dragged && shifted && graph.hasNode(dragged)) {
      const { x, y } = graph.getNodeAttributes(dragged);
      events.moved(dragged, [x as number, y as number]);
    }
    dragged = "";
    sigma.setCustomBBox(null);
  };
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
}
