// The elements of the lowest tier gathered by what they have in common: an office, a ward, a grade.

import type { Column, Group, Network } from "./column";
import { stated } from "./tie";

/** What stands before the key of a group, where a thing has its IRI. */
export const GROUP = "group:";
const SEVERAL = "several";
const NONE = "none";

interface Kind {
  readonly key: string;
  readonly label: string;
}

/** What elements are called that belong to several groups, or to none that is known. */
export type Others = Readonly<Record<"several" | "none", string>>;

/** The groups of some elements, each element in one, in a given order; those of several groups, and of none, last. */
export function groupsOf(
  elements: readonly string[],
  keysOf: (id: string) => readonly string[],
  kinds: readonly Kind[],
  others: Others,
): Group[] {
  const members = new Map<string, string[]>();
  for (const id of elements) {
    const keys = keysOf(id);
    const key = keys.length > 1 ? SEVERAL : (keys[0] ?? NONE);
    const known = members.get(key);
    if (known) known.push(id);
    else members.set(key, [id]);
  }
  const last = [
    { key: SEVERAL, label: others.several },
    { key: NONE, label: others.none },
  ];
  return [...kinds, ...last].flatMap(({ key, label }) => {
    const found = members.get(key);
    return found ? [{ id: GROUP + key, label, members: found }] : [];
  });
}

/** The columns by whose things elements can be gathered: most elements that are tied to some are tied to one. */
export function groupingColumns(network: Network, elements: readonly string[]): Column[] {
  return network.columns.filter((column) => {
    if (column.trunk) return false;
    const heads = [...headsAt(network, column, elements).values()];
    const single = heads.filter(({ size }) => size === 1);
    return single.length * 2 > heads.length && new Set(single.flatMap((one) => [...one])).size > 1;
  });
}

/** What of a column each element is tied to itself, as it stands in the column when nothing is opened. */
export function headsAt(
  { knowledge, forest }: Network,
  column: Column,
  elements: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const [heads, meant] = [new Set(column.heads), new Set(elements)];
  const found = new Map<string, Set<string>>();
  for (const { source, target } of stated(knowledge))
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const head = meant.has(one) ? [...forest.upwards(other)].find((above) => heads.has(above)) : undefined;
      if (head) found.set(one, (found.get(one) ?? new Set()).add(head));
    }
  return found;
}

/** Columns with one of the policy system, the one that holds groups, in place of all of it. */
export function withGroups(columns: readonly Column[], grouped: Column): Column[] {
  const beside = columns.filter(({ trunk }) => !trunk);
  const first = columns.findIndex(({ trunk }) => trunk);
  const at = first < 0 ? beside.filter(({ place }) => place <= grouped.place).length : first;
  return [...beside.slice(0, at), grouped, ...beside.slice(at)];
}
