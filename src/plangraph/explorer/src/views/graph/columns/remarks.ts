// What is said of the picture in words: what its columns show, what part of the plan it is, what is put on it.

import type { Column } from "../../../graph/columns/column";
import { isRest, type Shown } from "../../../graph/columns/shown";
import { count } from "../../../lib/format";
import { afterNumber } from "../../../lib/notation";
import { columnName } from "./naming";
import type { Picture } from "./state.svelte";
import { words } from "./words";

/** How many things a column shows, and what they are; what is gathered into its parents is told as these. */
export function partOf({ column: meant, items, gathered }: Shown["columns"][number], all: readonly Column[]): string {
  const own = items.filter(({ id }) => !isRest(id));
  const isOf = ({ heads }: Column) => own.every(({ id }) => heads.includes(id));
  const column = (gathered === "into-parents" && all.find(isOf)) || meant;
  const { grouped } = column;
  const many = grouped ? grouped.groups.reduce((sum, { members }) => sum + members.length, 0) : own.length;
  const called = afterNumber(columnName(column), many);
  return words.part(count(many), grouped ? words.grouped(called, grouped.by) : called);
}

/** What part of the plan is shown, and what is put on it. */
export function remarksOn({ kept, leaves, found, called, all }: Picture): string[] {
  const lowest = all.columns.findLast(({ trunk }) => trunk);
  const leafName = lowest ? afterNumber(columnName(lowest), leaves.length) : "";
  const known = (things: ReadonlySet<string>) => [...things].filter((id) => all.knowledge.nodes.has(id)).length;
  return [
    ...(kept ? [words.shown(count(kept.size), count(leaves.length), leafName)] : []),
    ...(found ? [words.putOn(called, count(found.size), count(known(found)))] : []),
  ];
}

/** The notes of the reader, each with its number and what it is on. */
export function notesIn(notes: ReadonlyMap<string, string>, name: (id: string) => string): string[] {
  return [...notes].map(([id, note], at) => `[${at + 1}] ${name(id)}: ${note}`);
}
