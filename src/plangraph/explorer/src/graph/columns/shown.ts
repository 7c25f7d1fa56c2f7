// What of the columns is on the screen: heads, the parts of what is opened, and what had to be gathered.

import type { Column, Network } from "./column";
import { GROUP } from "./grouping";

/** How many things can be read at once. */
export const MOST = 150;
/** How many of a column's things are shown by themselves where the others have to be gathered. */
const KEPT = 40;

/** A thing on the screen, with its parts if it is opened. */
export interface Item {
  /** Its IRI; of what is left of a column or group, that one's key after `REST`; of a group, its key after `GROUP`. */
  readonly id: string;
  readonly parts: readonly Item[];
  /** Whether its parts are shown. */
  readonly opened: boolean;
  /** How many things are inside it that hold nothing themselves, as the overview counts; of a group, its members. */
  readonly inside: number;
  /** The things that it stands for, if it is a group that is not opened, or what is left of a column or group. */
  readonly rest: readonly string[];
}

export interface ShownColumn {
  readonly column: Column;
  readonly items: readonly Item[];
  /** Things of the column to which nothing beside it leads, and which are therefore not on the screen. */
  readonly loose: readonly string[];
  /** How the column was gathered so that the whole can be read. */
  readonly gathered: "" | "into-parents" | "rest";
}

export interface Shown {
  readonly columns: readonly ShownColumn[];
  /** What had been opened and was closed again, for there was no room. */
  readonly closed: readonly string[];
}

export const REST = "rest:";

/** Whether it is what is left of a column or group. */
export function isRest(id: string): boolean {
  return id.startsWith(REST);
}

/** Whether it stands for several things and has no IRI. */
export function isGathered(id: string): boolean {
  return isRest(id) || id.startsWith(GROUP);
}

/**
 * What the columns show with some things opened, the latest last; what holds a thing to be revealed is opened too.
 */
export function show(
  network: Network,
  columns: readonly Column[],
  asked: readonly string[],
  revealed: readonly string[] = [],
): Shown {
  const inside = insideOf(network, columns);
  const above = new Set(revealed.flatMap((id) => [...inside.upwards(id)].slice(1).reverse()));
  const opened = [...asked, ...[...above].filter((id) => !asked.includes(id))];
  let drafts = columns.map((column) => draft(network, column));
  for (let sum = total(drafts); sum > MOST; sum = total(drafts)) {
    const largest = drafts.reduce((one, other) => (other.heads.length > one.heads.length ? other : one));
    const next = gather(network, inside, largest, new Set(opened));
    if (next.heads.length >= largest.heads.length) break;
    drafts = drafts.map((one) => (one === largest ? next : one));
  }
  const heads = new Set(drafts.flatMap((one) => one.heads));
  const wanted = new Set(opened);
  const open = new Set<string>();
  const closed: string[] = [];
  let left = MOST - total(drafts);
  for (const id of [...opened].reverse()) {
    const way = wayTo(inside, heads, id);
    const folded = way.filter((one) => !open.has(one));
    if (!folded.length || !way.every((one) => wanted.has(one))) continue;
    const parts = folded.reduce((sum, one) => sum + inside.children(one).length, 0);
    if (parts > left && open.size) closed.push(id);
    else {
      for (const one of folded) open.add(one);
      left -= parts;
    }
  }
  const screen: Screen = { network, inside, open, asked: wanted };
  return { columns: drafts.map((one) => toShown(screen, one)), closed };
}

/** What has to be open so that the parts of a thing are seen: it and what holds it, up to a head; else nothing. */
function wayTo(inside: Inside, heads: ReadonlySet<string>, id: string): string[] {
  const up = [...inside.upwards(id)];
  return up.slice(0, up.findIndex((one) => heads.has(one)) + 1);
}

/** What is inside what: groups hold their members, all else is as the forest says. */
interface Inside {
  children(id: string): readonly string[];
  upwards(id: string): Iterable<string>;
  /** How many things are inside one, at whatever depth; of a group, how many members it has. */
  size(id: string): number;
  /** How many of them hold nothing themselves. */
  lowest(id: string): number;
}

function insideOf({ forest }: Network, columns: readonly Column[]): Inside {
  const groups = columns.flatMap(({ grouped }) => grouped?.groups ?? []);
  const members = new Map(groups.map((group) => [group.id, group.members]));
  const holders = new Map(groups.flatMap((group) => group.members.map((id) => [id, group.id])));
  return {
    children: (id) => members.get(id) ?? forest.children(id),
    upwards: (id) => (holders.has(id) ? [id, holders.get(id)!] : forest.upwards(id)),
    size: (id) => members.get(id)?.length ?? forest.size(id),
    lowest: (id) => members.get(id)?.length ?? (forest.size(id) && [...forest.leaves(id)].length),
  };
}

interface Screen {
  readonly network: Network;
  readonly inside: Inside;
  readonly open: ReadonlySet<string>;
  /** All that is to be opened, whether there is room or not. */
  readonly asked: ReadonlySet<string>;
}

/** The things on the screen, each with what it stands for: itself, or what is left of a column. */
export function* everything(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    yield* everything(item.parts);
  }
}

interface Draft {
  readonly column: Column;
  readonly heads: readonly string[];
  readonly rest: readonly string[];
  readonly loose: readonly string[];
  readonly gathered: ShownColumn["gathered"];
  /** What stands for what is left of the column. */
  readonly key: string;
}

function draft({ weights, isPart }: Network, column: Column): Draft {
  const few = column.trunk || (column.heads.length <= FEW && !isPart);
  const heads = few ? column.heads : column.heads.filter((id) => weights.has(id));
  const loose = few ? [] : column.heads.filter((id) => !weights.has(id));
  return { column, heads, rest: [], loose, gathered: "", key: REST + column.key };
}

/** So many things may stand in a column without a line: that they have none in the whole plan is worth knowing. */
const FEW = 17;

function gather(
  { forest, weights }: Network,
  inside: Inside,
  { column, heads, loose, key }: Draft,
  opened: ReadonlySet<string>,
): Draft {
  const parents = [...new Set(heads.map((id) => forest.parent(id) ?? id))];
  if (parents.length > 1 && parents.length * 2 <= heads.length)
    return { column, heads: forest.sort(parents), rest: [], loose: [], gathered: "into-parents", key };
  const weigh = (id: string) => weights.get(id) ?? inside.size(id);
  const byWeight = [...heads].sort((one, other) => weigh(other) - weigh(one));
  const kept = new Set(opened.has(key) ? heads : byWeight.slice(0, KEPT));
  return {
    column,
    heads: heads.filter((id) => kept.has(id)),
    rest: heads.filter((id) => !kept.has(id)),
    loose,
    gathered: "rest",
    key,
  };
}

function total(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, { heads }) => sum + heads.length, 0);
}

function toShown(screen: Screen, { column, heads, rest, loose, gathered, key }: Draft): ShownColumn {
  const items = heads.map((id) => toItem(screen, id));
  const left = rest.flatMap((id) => (isGathered(id) ? screen.inside.children(id) : id));
  if (left.length) items.push(restItem(key, left));
  return { column, items, loose, gathered };
}

/** The largest group whose members are all shown when it is opened. */
const WHOLE_GROUP = 100;

function toItem(screen: Screen, id: string): Item {
  const { inside, open, asked, network } = screen;
  const children = inside.children(id);
  const opened = open.has(id) && children.length > 0;
  const cut = isGathered(id) && children.length > WHOLE_GROUP && !asked.has(REST + id);
  const kept = new Set(cut ? heaviest(network, children) : children);
  const parts = opened ? [...kept].map((child) => toItem(screen, child)) : [];
  if (opened && cut)
    parts.push(
      restItem(
        REST + id,
        children.filter((child) => !kept.has(child)),
      ),
    );
  return { id, parts, opened, inside: inside.lowest(id), rest: isGathered(id) && !opened ? children : [] };
}

function heaviest({ weights, forest }: Network, ids: readonly string[]): string[] {
  const byWeight = [...ids].sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
  return forest.sort(byWeight.slice(0, KEPT));
}

function restItem(id: string, rest: readonly string[]): Item {
  return { id, parts: [], opened: false, inside: rest.length, rest };
}
