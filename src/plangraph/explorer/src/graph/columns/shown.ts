// What of the columns is on the screen: heads, the parts of what is opened, and what had to be gathered.

import type { Column, Network } from "./column";

/** How many things can be read at once. */
export const MOST = 150;
/** How many of a column's things are shown by themselves where the others have to be gathered. */
const KEPT = 40;

/** A thing on the screen, with its parts if it is opened. */
export interface Item {
  /** Its IRI; of what is left of a column, that column's key after `REST`. */
  readonly id: string;
  readonly parts: readonly Item[];
  /** Whether its parts are shown. */
  readonly opened: boolean;
  /** How many things are inside it. */
  readonly inside: number;
  /** The things that it stands for, if it is what is left of a column. */
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

/**
 * What the columns show with some things opened, the latest last; what holds a thing to be revealed is opened too.
 */
export function show(
  network: Network,
  columns: readonly Column[],
  asked: readonly string[],
  revealed: readonly string[] = [],
): Shown {
  const above = revealed.flatMap((id) => [...network.forest.upwards(id)].slice(1).reverse());
  const opened = [...asked, ...above.filter((id) => !asked.includes(id))];
  let drafts = columns.map((column) => draft(network, column));
  for (let sum = total(drafts); sum > MOST; sum = total(drafts)) {
    const largest = drafts.reduce((one, other) => (other.heads.length > one.heads.length ? other : one));
    const next = gather(network, largest, new Set(opened));
    if (next.heads.length >= largest.heads.length) break;
    drafts = drafts.map((one) => (one === largest ? next : one));
  }
  const heads = new Set(drafts.flatMap((one) => one.heads));
  const inColumns = (id: string) => [...network.forest.upwards(id)].some((one) => heads.has(one));
  const open: string[] = [];
  const closed: string[] = [];
  let left = MOST - total(drafts);
  for (const id of opened.filter(inColumns).reverse()) {
    const parts = network.forest.children(id).length;
    if (parts > left && open.length) closed.push(id);
    else {
      open.push(id);
      left -= parts;
    }
  }
  return { columns: drafts.map((one) => toShown(network, one, new Set(open))), closed };
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

function draft({ weights }: Network, column: Column): Draft {
  const few = column.trunk || column.heads.length <= FEW;
  const heads = few ? column.heads : column.heads.filter((id) => weights.has(id));
  const loose = few ? [] : column.heads.filter((id) => !weights.has(id));
  return { column, heads, rest: [], loose, gathered: "", key: REST + column.key };
}

/** So many things may stand in a column without a line: that they have none is worth knowing. */
const FEW = 17;

function gather(
  { forest, weights }: Network,
  { column, heads, loose, key }: Draft,
  opened: ReadonlySet<string>,
): Draft {
  const parents = [...new Set(heads.map((id) => forest.parent(id) ?? id))];
  if (parents.length > 1 && parents.length * 2 <= heads.length)
    return { column, heads: forest.sort(parents), rest: [], loose: [], gathered: "into-parents", key };
  const byWeight = [...heads].sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
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

function toShown(
  network: Network,
  { column, heads, rest, loose, gathered, key }: Draft,
  open: Set<string>,
): ShownColumn {
  const items = heads.map((id) => toItem(network, id, open));
  if (rest.length) items.push({ id: key, parts: [], opened: false, inside: rest.length, rest });
  return { column, items, loose, gathered };
}

function toItem(network: Network, id: string, open: ReadonlySet<string>): Item {
  const children = network.forest.children(id);
  const opened = open.has(id) && children.length > 0;
  return {
    id,
    parts: opened ? children.map((child) => toItem(network, child, open)) : [],
    opened,
    inside: network.forest.size(id),
    rest: [],
  };
}
