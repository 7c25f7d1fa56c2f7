// The flows as a Sankey diagram lays them out (d3-sankey).

import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";

import { codedName } from "../../lib/codes";
import { number, text, type Row } from "../../lib/terms";

/** The stage of policies. */
export const LAST = 3;
/** How wide the bar of a place is, in pixels. */
export const BAR = 12;

export interface Place {
  readonly iri: string;
  readonly label: string;
  /** 0 challenge, 1 strategy, 2 theme, 3 policy. */
  readonly stage: number;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  /** Its IRI. */
  readonly basis: string;
  readonly value: number;
}

export interface Flows {
  readonly places: readonly Place[];
  readonly flows: readonly Flow[];
  /** What the city calls that to which strategies lead; "" if they lead to nothing. */
  readonly last?: string;
}

export type PlacedNode = SankeyNode<Place, { basis: string }>;
export type PlacedLink = SankeyLink<Place, { basis: string }>;

/** The flows of an answer; places stand as its rows do, and those that the city orders in its order, with codes. */
export function toFlows(
  rows: readonly Row[],
  order: readonly { readonly iri: string; readonly code: string }[] = [],
): Flows {
  const codes = new Map(order.map(({ iri, code }) => [iri, code]));
  const named = (iri: string, label: string) => codedName({ code: codes.get(iri) ?? "", label });
  const places = new Map<string, Place>();
  const flows = rows.map((row) => {
    const stage = number(row.stage) ?? 1;
    const [from, to] = [text(row.source), text(row.target)];
    // Themes are known from the flows that lead to them: what else leads to a policy is a strategy.
    const fromStage = places.get(from)?.stage ?? (stage === LAST ? 1 : stage - 1);
    places.set(from, { iri: from, label: named(from, text(row.source_label)), stage: fromStage });
    places.set(to, { iri: to, label: named(to, text(row.target_label)), stage });
    return { from, to, basis: text(row.basis), value: number(row.value) ?? 0 };
  });
  const last = text(rows.find((row) => number(row.stage) === LAST)?.tier_label);
  const ranks = new Map(order.map(({ iri }, at) => [iri, at]));
  const rank = ({ iri }: Place) => ranks.get(iri) ?? -1;
  const inOrder = [...places.values()].sort((one, other) => rank(one) - rank(other));
  // Challenges stand by the strategies that answer them, so that few lines cross.
  const at = new Map(inOrder.map(({ iri }, index) => [iri, index]));
  const reached = ({ iri, stage }: Place) => {
    const to = stage ? [] : flows.filter(({ from }) => from === iri).map((flow) => at.get(flow.to)!);
    return to.reduce((sum, one) => sum + one, 0) / (to.length || 1);
  };
  inOrder.sort((one, other) => one.stage - other.stage || reached(one) - reached(other));
  return { places: inOrder, flows: flows.filter((flow) => flow.value > 0), last };
}

/** How many strategies answer a challenge. */
export function answering({ places, flows }: Flows): number {
  const challenges = new Set(places.filter(({ stage }) => stage === 0).map(({ iri }) => iri));
  const answers = new Set(flows.filter(({ from }) => challenges.has(from)).map(({ to }) => to));
  return places.filter(({ iri, stage }) => stage === 1 && answers.has(iri)).length;
}

const band = sankeyLinkHorizontal<Place, { basis: string }>();

export function bandPath(link: PlacedLink): string {
  return band(link) ?? "";
}

/** How far the next place above or below in the same stage is, from middle to middle. */
export function clearance(nodes: readonly PlacedNode[], node: PlacedNode): number {
  const middle = (one: PlacedNode) => ((one.y0 ?? 0) + (one.y1 ?? 0)) / 2;
  const others = nodes.filter((other) => other !== node && other.x0 === node.x0);
  return Math.min(Infinity, ...others.map((other) => Math.abs(middle(other) - middle(node))));
}

export interface Room {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** How wide the names are that stand between the bands. */
  readonly names: number;
}

/** Whether bands come to a place and leave it. */
export function isBetween({ stage }: Place): boolean {
  return stage > 0 && stage < LAST;
}

/** Lay the flows out in a box. The bands that leave a place between others begin after its name. */
export function layOut({ places, flows }: Flows, { left, right, height, names }: Room) {
  if (!places.length) return { nodes: [], links: [] };
  const stages = [...new Set(places.map(({ stage }) => stage))].sort();
  const layout = sankey<Place, { basis: string }>()
    .nodeId((place) => place.iri)
    // Where no flow leads through all stages that there are, a place stands where its own flows put it.
    .nodeAlign((node, columns) => (stages.length > columns ? (node.depth ?? 0) : stages.indexOf(node.stage)))
    .nodeSort((one, other) => (one.index ?? 0) - (other.index ?? 0))
    .nodeWidth(BAR)
    .nodePadding(9)
    // Nothing is moved towards what it is tied to, which would leave a gap where few ties lead.
    .iterations(0)
    .extent([
      [left, 8],
      [right, height - 8],
    ]);
  const laid = layout({
    nodes: places.map((place) => ({ ...place })),
    links: flows.map(({ from, to, basis, value }) => ({ source: from, target: to, basis, value })),
  });
  for (const node of laid.nodes) if (isBetween(node)) node.x1 = (node.x1 ?? 0) + names;
  return laid;
}

/** Everything that a place leads to or comes from. */
export function reach({ flows }: Flows, iri: string): Set<string> {
  const found = new Set([iri]);
  const walk = (forward: boolean) => {
    const queue = [iri];
    while (queue.length) {
      const at = queue.pop()!;
      for (const flow of flows) {
        const [here, next] = forward ? [flow.from, flow.to] : [flow.to, flow.from];
        if (here === at && !found.has(next)) {
          found.add(next);
          queue.push(next);
        }
      }
    }
  };
  walk(true);
  walk(false);
  return found;
}
