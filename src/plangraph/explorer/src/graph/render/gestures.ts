// What a pointer or a finger does on the picture: choose, open, drag.

import type Graph from "graphology";
import type Sigma from "sigma";
import type { SigmaStageEventPayload } from "sigma/types";

import type { Position } from "../state";

/** How far from its middle a touch still means a mark, in pixels. */
const FINGER = 20;

export interface StageEvents {
  select(id: string): void;
  expand(id: string): void;
  moved(id: string, at: Position): void;
  /** The picture was painted anew, perhaps from elsewhere. */
  painted(): void;
}

/** Tell of gestures on the picture; `hover` is told what is under the pointer, or nothing. */
export function listen(sigma: Sigma, graph: Graph, events: StageEvents, hover: (id: string) => void): void {
  sigma.on("clickNode", ({ node }) => events.select(node));
  sigma.on("clickStage", ({ event }) => events.select(beside(sigma, graph, event)));
  sigma.on("doubleClickNode", (payload) => {
    payload.preventSigmaDefault();
    events.expand(payload.node);
  });
  sigma.on("doubleClickStage", (payload) => {
    const id = beside(sigma, graph, payload.event);
    if (!id) return;
    payload.preventSigmaDefault();
    events.expand(id);
  });
  sigma.on("enterNode", ({ node }) => hover(node));
  sigma.on("leaveNode", () => hover(""));
  drag(sigma, graph, events);
}

/** The nearest thing within reach of a finger, which covers more than a small mark; a mouse has to be on it. */
function beside(sigma: Sigma, graph: Graph, { x, y, original }: SigmaStageEventPayload["event"]): string {
  let found = { id: "", away: "touches" in original ? FINGER : 0 };
  graph.forEachNode((id, at) => {
    const mark = sigma.graphToViewport({ x: at.x as number, y: at.y as number });
    const away = Math.hypot(mark.x - x, mark.y - y);
    if (away < found.away) found = { id, away };
  });
  return found.id;
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
