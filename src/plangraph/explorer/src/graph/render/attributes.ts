// What sigma is told of a thing or a relation, and what the names beside the marks are written from.

import type { NodeDisplayData } from "sigma/types";

import type { Language } from "../../lib/address.svelte";
import { goalOf } from "../../lib/goals";
import { BASIS, KIND, kindName } from "../../lib/notation";
import { fillOf, radius, strokeOf, type Palette } from "../look";
import { columnOf, nameOf, type EdgeRecord, type Knowledge, type NodeRecord } from "../records";
import type { Labelled } from "./labels";

/** How many things stand in how much room. */
export interface Crowd {
  readonly crowded: boolean;
  readonly roomy: boolean;
  /** By how much marks are larger than usual. */
  readonly scale: number;
}

/** What of a thing is kept beside what sigma needs. */
interface Extra {
  readonly tier: string;
  readonly column: number;
  readonly code?: string;
  readonly weight: number;
  readonly inner?: string;
  readonly innerInk?: string;
}

/** A thing as sigma has it. */
export type Shown = NodeDisplayData & Extra;

export function attributesOf(node: NodeRecord, knowledge: Knowledge, lang: Language, isTop: boolean, crowd: Crowd) {
  const goal = node.kind === KIND.goal ? goalOf(node.code) : undefined;
  const code = node.kind === KIND.project ? "" : node.code;
  const size = radius(node, knowledge);
  return {
    size: Math.max(2, size * crowd.scale),
    color: fillOf(node),
    kind: node.kind,
    tier: node.tier?.label[lang] || kindName(node.kind),
    column: columnOf(node),
    label: nameOf({ ...node, code }, lang),
    code,
    weight: size + (goal || isTop ? 30 : 0),
    forceLabel: isTop || (goal !== undefined && (crowd.roomy || !crowd.crowded)),
    inner: goal?.code,
    innerInk: goal?.ink,
  };
}

export function lineAttributes(edge: EdgeRecord, colours: Palette, crowded: boolean) {
  const stroke = strokeOf(edge, colours, crowded);
  return {
    color: stroke.colour,
    size: stroke.width,
    type: stroke.dashes || "line",
    zIndex: edge.basis === BASIS.inferred ? 0 : 1,
  };
}

/** What is to be written beside a mark on the screen, if there is `room` for it or it has to stand there. */
export function labelledOf(id: string, data: Shown, x: number, y: number, size: number, room: boolean): Labelled {
  const rank = data.highlighted ? 3000 : data.forceLabel ? 1000 * (data.zIndex ?? 0) : 0;
  return {
    id,
    x,
    y,
    size,
    label: data.forceLabel || room ? (data.label ?? "") : "",
    code: data.code ?? "",
    weight: data.weight + rank,
    must: rank >= 2000,
    ringed: data.highlighted === true,
    inner: data.inner ?? "",
    innerInk: data.innerInk ?? "",
  };
}
