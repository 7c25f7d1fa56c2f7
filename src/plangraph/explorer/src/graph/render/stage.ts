// The picture in WebGL: sigma fed with what is drawn, where it stands, and what is to stand out.

import Graph from "graphology";
import Sigma from "sigma";
import type { CameraState } from "sigma/types";

import type { Language } from "../../lib/address.svelte";
import { allTops } from "../../lib/hues.svelte";
import { enlarged } from "../../lib/paper";
import type { Palette } from "../look";
import { edgeKey, type Knowledge } from "../records";
import type { Drawing } from "../selection";
import type { Position } from "../state";
import { attributesOf, labelledOf, lineAttributes, type Shown } from "./attributes";
import { lineLook, markLook, type Emphasis } from "./emphasis";
import { listen, type StageEvents } from "./gestures";
import { Headings } from "./headings";
import { Labels, SMALLEST, type Labelled } from "./labels";
import { programs } from "./programs";
import { toShow, type Area } from "./sight";
import { nearestTowards, type Focus, type Steered } from "./steered";

const CROWDED = 400; // things
/** So few things that all of them may bear their names, where there is room. */
const FEW = 120;
/** From which radius on a mark bears its name among many. */
const LARGE = 7;
const SHIFT = 220; // milliseconds
const MARGIN = 60; // pixels that something in sight keeps from the edge
const ROOM_FOR_NAMES = 640; // pixels

export class Stage implements Steered {
  readonly #graph = new Graph({ multi: true, type: "directed" });
  readonly #sigma: Sigma;
  readonly #labels: Labels;
  #layered = false;
  #crowded = false;
  #colours: Palette;
  #focus: Focus = { selected: "", path: new Set() };
  #near: ReadonlySet<string> | undefined;
  #hovered = "";
  #frame = 0;
  readonly #watch = new ResizeObserver(() => this.#sigma.scheduleRefresh());

  constructor(container: HTMLElement, colours: Palette, events: StageEvents) {
    this.#colours = colours;
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      ...programs(),
      renderLabels: false,
      minEdgeThickness: 0.5,
      hideEdgesOnMove: false,
      zIndex: true,
      stagePadding: padding(container.clientWidth),
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      nodeReducer: (id, data) => markLook(id, data, this.#emphasis()),
      edgeReducer: (key, data) =>
        lineLook(key, this.#graph.hasExtremity(key, this.#focus.selected), data, this.#emphasis()),
    });
    for (const canvas of Object.values(this.#sigma.getCanvases())) canvas.setAttribute("aria-hidden", "true");
    const context = this.#sigma.getCanvases().labels!.getContext("2d")!;
    this.#labels = new Labels(context, colours, getComputedStyle(document.body).fontFamily);
    this.#recolour();
    this.#sigma.on("afterRender", () => {
      this.#label();
      events.painted();
    });
    listen(this.#sigma, this.#graph, events, (id) => this.#hover(id));
    this.#watch.observe(container);
  }

  /** Draw these things and relations, at once; with `layered`, in columns that are named. */
  draw(
    drawing: Drawing,
    knowledge: Knowledge,
    positions: ReadonlyMap<string, Position>,
    lang: Language,
    layered: boolean,
  ): void {
    cancelAnimationFrame(this.#frame);
    const graph = this.#graph;
    const crowded = drawing.nodes.length > CROWDED;
    const scale = crowded ? (this.#isRoomy() ? 0.8 : 0.5) : this.#isRoomy() ? 1.25 : 1;
    this.#layered = layered;
    this.#crowded = drawing.nodes.length > FEW;
    graph.clear();
    const tops = new Set(allTops().map(({ iri }) => iri));
    const crowd = { crowded, roomy: this.#isRoomy(), scale };
    for (const node of drawing.nodes) {
      const [x, y] = positions.get(node.id) ?? nearOf(node.id, knowledge, positions);
      graph.addNode(node.id, { x, y, ...attributesOf(node, knowledge, lang, tops.has(node.id), crowd) });
    }
    for (const edge of drawing.edges)
      graph.addDirectedEdgeWithKey(
        edgeKey(edge),
        edge.source,
        edge.target,
        lineAttributes(edge, this.#colours, crowded),
      );
    this.focus(this.#focus);
  }

  /** Move things to where they are to stand; with `quick`, at once. */
  move(positions: ReadonlyMap<string, Position>, quick: boolean): void {
    cancelAnimationFrame(this.#frame);
    const graph = this.#graph;
    const moves = graph
      .filterNodes((id) => positions.has(id))
      .map((id) => {
        const { x, y } = graph.getNodeAttributes(id);
        return { id, from: [x as number, y as number] as const, to: positions.get(id)! };
      });
    const begun = performance.now();
    const step = (now: number) => {
      const share = quick ? 1 : Math.min(1, (now - begun) / SHIFT);
      const eased = 1 - (1 - share) ** 3;
      for (const { id, from, to } of moves) {
        if (!graph.hasNode(id)) continue;
        const at = { x: from[0] + (to[0] - from[0]) * eased, y: from[1] + (to[1] - from[1]) * eased };
        graph.mergeNodeAttributes(id, at);
      }
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    if (quick) step(begun);
    else this.#frame = requestAnimationFrame(step);
  }

  focus(focus: Focus): void {
    this.#focus = focus;
    const { selected } = focus;
    this.#near = this.#graph.hasNode(selected) ? new Set(this.#graph.neighbors(selected)) : undefined;
    this.#sigma.refresh({ skipIndexation: true });
  }

  recolour(colours: Palette): void {
    this.#colours = colours;
    this.#recolour();
  }

  /** Bring things into sight if they are not, smaller if they have no room together. */
  reveal(ids: readonly string[], quick: boolean): void {
    const things = ids.flatMap((id) => this.#sigma.getNodeDisplayData(id) ?? []);
    if (!things.length) return;
    const { width, height } = this.#sigma.getDimensions();
    const free = { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN };
    const shot = toShow(
      things.map((data) => this.#sigma.framedGraphToViewport(data)),
      free,
    );
    if (!shot) return;
    const camera = this.#sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio * shot.smaller);
    this.#look({ ...this.#sigma.viewportToFramedGraph(shot.centre), ratio }, quick);
  }

  zoom(factor: number, quick: boolean): void {
    const camera = this.#sigma.getCamera();
    this.#look({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, quick);
  }

  fit(quick: boolean): void {
    this.#look({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, quick);
  }

  /** What is in sight, in the measure of the layout, but with y downwards as on a screen. */
  sight(): Area {
    const { width, height } = this.#sigma.getDimensions();
    const [first, last] = [
      { x: 0, y: 0 },
      { x: width, y: height },
    ].map((at) => this.#sigma.viewportToGraph(at));
    return { x: first!.x, y: -first!.y, width: last!.x - first!.x, height: first!.y - last!.y };
  }

  /** Look at a place of the layout. */
  lookAt([x, y]: Position, quick: boolean): void {
    this.#look(this.#sigma.viewportToFramedGraph(this.#sigma.graphToViewport({ x, y })), quick);
  }

  /** Width over height of what the things may fill. */
  aspect(): number {
    const { clientWidth: width, clientHeight: height } = this.#sigma.getContainer();
    const margin = 2 * padding(width);
    return Math.max(0.3, (width - margin) / Math.max(1, height - margin));
  }

  /** The picture as it stands now, for paper: of what WebGL has painted nothing is left there. */
  image(): string {
    this.#labels.enlarge(enlarged(SMALLEST, this.#sigma.getDimensions().width));
    this.#sigma.refresh();
    this.#labels.enlarge(1);
    const layers = Object.values(this.#sigma.getCanvases());
    const whole = document.createElement("canvas");
    [whole.width, whole.height] = [layers[0]!.width, layers[0]!.height];
    const context = whole.getContext("2d")!;
    for (const layer of layers) if (layer.width) context.drawImage(layer, 0, 0, whole.width, whole.height);
    return whole.toDataURL();
  }

  /** Where things stand now. */
  positions(): Map<string, Position> {
    return new Map(this.#graph.mapNodes((id, { x, y }) => [id, [x as number, y as number] as Position]));
  }

  /** The thing in a direction on the screen, nearest and straightest, among its neighbours or else all. */
  towards(id: string, direction: Position): string | undefined {
    const graph = this.#graph;
    if (!graph.hasNode(id)) return graph.nodes()[0];
    const spot = (other: string) => this.#screen(other);
    return (
      nearestTowards(id, graph.neighbors(id), direction, spot) ?? nearestTowards(id, graph.nodes(), direction, spot)
    );
  }

  kill(): void {
    cancelAnimationFrame(this.#frame);
    this.#watch.disconnect();
    this.#sigma.kill();
  }

  /** Move the camera; sigma's motion in no time divides by it, and what is asked meanwhile begins at no number. */
  #look(to: Partial<CameraState>, quick: boolean): void {
    if (quick) this.#sigma.getCamera().setState(to);
    else void this.#sigma.getCamera().animate(to, { duration: SHIFT });
  }

  #screen(id: string) {
    const { x, y } = this.#graph.getNodeAttributes(id);
    return this.#sigma.graphToViewport({ x: x as number, y: y as number });
  }

  #emphasis(): Emphasis {
    return {
      focus: this.#focus,
      hovered: this.#hovered,
      near: this.#near,
      namesAtOnce: this.#namesAtOnce(),
      colours: this.#colours,
    };
  }

  /** How many neighbours may all bear their names without hiding each other. */
  #namesAtOnce(): number {
    return this.#isRoomy() ? 24 : 8;
  }

  #isRoomy(): boolean {
    return this.#sigma.getDimensions().width > ROOM_FOR_NAMES;
  }

  /** Write names beside the marks that are to bear them. */
  #label(): void {
    const sigma = this.#sigma;
    const marks: Labelled[] = [];
    const columns = new Headings();
    let top = Infinity;
    this.#graph.forEachNode((id) => {
      const data = sigma.getNodeDisplayData(id) as Shown | undefined;
      if (!data || data.hidden) return;
      const { x, y } = sigma.framedGraphToViewport(data);
      const size = sigma.scaleSize(data.size);
      top = Math.min(top, y - size);
      if (this.#layered) columns.add(data, x);
      marks.push(labelledOf(id, data, x, y, size, !this.#crowded || size >= LARGE));
    });
    const headings = columns.all();
    this.#labels.draw({ ...sigma.getDimensions(), marks, headings, top: Math.max(top, 12), crowded: this.#crowded });
  }

  #recolour(): void {
    const { accent } = this.#colours;
    this.#labels.recolour(this.#colours);
    this.#sigma.setSettings({
      defaultDrawNodeHover: (context, data) => {
        context.beginPath();
        context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
        context.lineWidth = 2.5;
        context.strokeStyle = accent;
        context.stroke();
      },
    });
  }

  #hover(id: string): void {
    this.#hovered = id;
    this.#sigma.getContainer().style.cursor = id ? "pointer" : "";
    this.#sigma.refresh({ skipIndexation: true });
  }
}

function padding(width: number): number {
  return width > ROOM_FOR_NAMES ? 44 : 30;
}

/** A thing that has no place yet comes out of one that it is tied to. */
function nearOf(id: string, knowledge: Knowledge, positions: ReadonlyMap<string, Position>): Position {
  for (const edge of knowledge.edgesOf(id)) {
    const at = positions.get(edge.source === id ? edge.target : edge.source);
    if (at) return at;
  }
  return [0, 0];
}
