// The layered layout: tiers as columns from left to right, so that labels are read along their line.
//
// Within the hierarchy things stand in the order of their codes, parents in the middle of what is below them. What
// stands outside it is ordered by the mean height of its neighbours (the barycentre method of Sugiyama, Tagawa and
// Toda, 1981). A crowded tier is folded into several sub-columns.

import { byPlace } from "../../lib/codes";
import { MOST_BOXES } from "../boxes/setting";
import type { Position } from "../state";
import type { LayoutNode, LayoutRequest } from "./types";

const ROW = 10; // units of the layout
const LONGEST_COLUMN = 120; // things
/** Boxes with names take more height than marks. */
const LONGEST_OF_BOXES = 30;
const MOST_FOLDS = 5; // of a column
const SWEEPS = 3; // rounds
const FEW = 17; // things
const MANY = 120; // things

type Heights = Map<string, number>;

/** Places things by tier; x grows to the right, y upwards. */
export function tiers(request: LayoutRequest): Record<string, Position> {
  const columns = byTier(request.nodes);
  const most = request.nodes.length > MOST_BOXES ? LONGEST_COLUMN : LONGEST_OF_BOXES;
  const heights: Heights = new Map();
  placeTree(request.nodes, heights, most);
  const extent = Math.max(ROW * 8, ...heights.values(), longest(columns, most) * ROW);
  placeOthers(columns, request.edges, heights, extent);
  return { ...spread(columns, heights, extent, request, most), ...request.pinned };
}

function byTier(nodes: readonly LayoutNode[]): LayoutNode[][] {
  const columns = new Map<number, LayoutNode[]>();
  for (const node of nodes) {
    const column = columns.get(node.tier);
    if (column) column.push(node);
    else columns.set(node.tier, [node]);
  }
  return [...columns].sort(([one], [other]) => one - other).map(([, column]) => column.sort(byPlaceThenId));
}

function byPlaceThenId(one: LayoutNode, other: LayoutNode): number {
  return byPlace(one, other) || (one.id < other.id ? -1 : 1);
}

function longest(columns: readonly LayoutNode[][], most: number): number {
  return Math.min(most, Math.max(1, ...columns.map((column) => column.length)));
}

/** Gives heights to what is in the hierarchy: leaves one after another, parents in their middle. */
function placeTree(nodes: readonly LayoutNode[], heights: Heights, most: number): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = new Map<string, LayoutNode[]>();
  const roots: LayoutNode[] = [];
  for (const node of nodes) {
    const parent = byId.get(node.parent);
    if (parent && parent.tier < node.tier) children.set(parent.id, [...(children.get(parent.id) ?? []), node]);
    else roots.push(node);
  }
  const leaves = nodes.filter((node) => children.has(node.parent) && !children.has(node.id)).length;
  const step = ROW / folds(leaves, most);
  let row = 0;
  const place = (node: LayoutNode): number => {
    const below = (children.get(node.id) ?? []).sort(byPlaceThenId).map(place);
    const height = below.length ? (below[0]! + below.at(-1)!) / 2 : row++ * step;
    heights.set(node.id, height);
    return height;
  };
  for (const root of roots.sort(byPlaceThenId)) if (children.has(root.id)) place(root);
}

function folds(count: number, most: number): number {
  return Math.min(MOST_FOLDS, Math.max(1, Math.ceil(count / most)));
}

/** Gives heights to the rest, by those of their neighbours, a few times over. */
function placeOthers(columns: LayoutNode[][], edges: LayoutRequest["edges"], heights: Heights, extent: number): void {
  const anchored = new Set(heights.keys());
  const around = neighbours(edges);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of columns) {
      const loose = column
        .filter((node) => !anchored.has(node.id))
        .map((node) => ({ node, wish: node.numbered ? 0 : (mean(around.get(node.id), heights) ?? extent / 2) }))
        .sort((one, other) => one.wish - other.wish || byPlaceThenId(one.node, other.node));
      const gap = extent / (loose.length || 1);
      loose.forEach(({ node }, place) => heights.set(node.id, (place + 0.5) * gap));
    }
  }
}

function neighbours(edges: LayoutRequest["edges"]): Map<string, string[]> {
  const around = new Map<string, string[]>();
  const put = (at: string, other: string) => {
    const known = around.get(at);
    if (known) known.push(other);
    else around.set(at, [other]);
  };
  for (const [source, target] of edges) {
    put(source, target);
    put(target, source);
  }
  return around;
}

function mean(ids: readonly string[] | undefined, heights: Heights): number | undefined {
  const known = (ids ?? []).map((id) => heights.get(id)).filter((height) => height !== undefined);
  return known.length ? known.reduce((sum, height) => sum + height, 0) / known.length : undefined;
}

/** How wide a column is: a few things among many bear their names, which need room, unless there is hardly any. From
 * eight on they stand so close that all names are on one side. */
function weightOf(column: readonly LayoutNode[], many: boolean, wide: boolean, most: number): number {
  if (!many || !wide || column.length > FEW) return 1 + 0.3 * (folds(column.length, most) - 1);
  if (column.length < 3) return 1.3;
  return column.length < 8 ? 2.2 : 3.2;
}

function spread(
  columns: LayoutNode[][],
  heights: Heights,
  extent: number,
  request: LayoutRequest,
  most: number,
): Record<string, Position> {
  const many = request.nodes.length > MANY;
  const weights = columns.map((column) => weightOf(column, many, request.aspect > 1, most));
  const upToLast = weights.slice(0, -1).reduce((sum, weight) => sum + weight, 0);
  const inLast = 0.3 * (folds(columns.at(-1)?.length ?? 0, most) - 1);
  const unit = (extent * request.aspect) / Math.max(1, upToLast + inLast);
  const positions: Record<string, Position> = {};
  let left = 0;
  columns.forEach((column, index) => {
    const fold = folds(column.length, most);
    const inOrder = [...column].sort((one, other) => heights.get(one.id)! - heights.get(other.id)!);
    inOrder.forEach((node, place) => {
      const x = left + (place % fold) * 0.3 * unit;
      positions[node.id] = [x, -heights.get(node.id)!];
    });
    left += weights[index]! * unit;
  });
  return positions;
}
