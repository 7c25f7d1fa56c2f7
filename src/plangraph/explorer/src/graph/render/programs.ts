// How WebGL draws marks and lines, and whether the browser at hand does it rightly.

import Graph from "graphology";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";

import { KIND } from "../../lib/notation";
import { dashedPrograms } from "./dashed";
import { MarkProgram } from "./marks";

/** The programs that sigma is given. */
export const programs = (): Partial<Settings> => ({
  defaultNodeType: "mark",
  nodeProgramClasses: { mark: MarkProgram },
  edgeProgramClasses: dashedPrograms(),
  defaultEdgeType: "line",
});

const SIDE = 60; // pixels
const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
let known: boolean | undefined;

/**
 * Whether WebGL is here and sets marks where they belong: some browsers have it and set all of them on one spot. A few
 * are drawn unseen, once, and read back.
 */
export function drawsRightly(): boolean {
  known ??= tried();
  return known;
}

function tried(): boolean {
  const container = document.createElement("div");
  Object.assign(container.style, { position: "fixed", left: "-999px", width: `${SIDE}px`, height: `${SIDE}px` });
  document.body.append(container);
  let sigma: Sigma | undefined;
  try {
    const graph = new Graph();
    for (const [x, y] of CORNERS)
      graph.addNode(`${x}${y}`, { x, y, size: 6, color: "#ff0000", kind: KIND.goal, label: "" });
    graph.addDirectedEdge("00", "11", { size: 4, color: "#0000ff" });
    sigma = new Sigma(graph, container, { ...programs(), renderLabels: false, stagePadding: 12 });
    sigma.refresh();
    const { nodes, edges } = sigma.getCanvases();
    const spots = CORNERS.map(([x, y]) => sigma!.graphToViewport({ x, y }));
    const middle = { x: SIDE / 2, y: SIDE / 2 };
    return spots.every((spot) => isPainted(nodes!, spot)) && !isPainted(nodes!, middle) && isPainted(edges!, middle);
  } catch {
    return false;
  } finally {
    sigma?.kill();
    container.remove();
  }
}

/** Whether there is anything at a place, or right beside it, for a mark may be open in its middle. */
function isPainted(canvas: HTMLCanvasElement, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [SIDE, SIDE];
  const context = copy.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(canvas, 0, 0, SIDE, SIDE);
  const reach = 4;
  const { data } = context.getImageData(x - reach, y - reach, 2 * reach, 2 * reach);
  return data.some((value, at) => at % 4 === 3 && value > 60);
}
