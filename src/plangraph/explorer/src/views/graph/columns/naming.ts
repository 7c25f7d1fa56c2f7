// What things are called in the picture, with what is put on them.

import { everything, isRest, type Shown } from "../../../graph/columns/shown";
import type { Column, Network } from "../../../graph/columns/column";
import { nameOf } from "../../../graph/records";
import { address } from "../../../lib/address.svelte";
import { count } from "../../../lib/format";
import { afterNumber } from "../../../lib/notation";
import { localName } from "../../../lib/terms";
import type { Picture } from "./state.svelte";
import { words } from "./words";

export interface Names {
  /** The code and the label that stand in a box. */
  readonly parts: (id: string) => { code: string; label: string };
  /** The whole name in a sentence. */
  readonly whole: (id: string) => string;
}

/** How many of what is put on the picture a thing holds, by its id. */
export type Holds = (id: string) => number;

export function columnName({ label }: Column): string {
  return label[address.lang];
}

/** What things, groups and what is left of columns are called. */
export function namesOf(picture: Picture, { columns }: Shown, holds: Holds | undefined): Names {
  const { nodes } = picture.all.knowledge;
  const noted = [...picture.notes.keys()];
  const groups = new Map(
    picture.columns.flatMap(({ grouped }) => grouped?.groups ?? []).map(({ id, label }) => [id, label]),
  );
  const rests = new Map(
    columns.flatMap(({ column, items }) =>
      [...everything(items)]
        .filter(({ id }) => isRest(id))
        .map(({ id, rest }) => [id, { column, many: rest.length }] as const),
    ),
  );

  /** A pin, the number of the note, how many of what is put on the picture a thing holds. */
  function marksOf(id: string): string {
    const held = holds?.(id) ?? 0;
    const note = noted.indexOf(id) + 1;
    return [picture.pinned.includes(id) ? " ◆" : "", note ? ` [${note}]` : "", held ? ` ●${count(held)}` : ""].join("");
  }

  function parts(id: string): { code: string; label: string } {
    if (isRest(id)) {
      const found = rests.get(id);
      return {
        code: "",
        label: found ? words.rest(count(found.many), afterNumber(columnName(found.column), found.many)) : "",
      };
    }
    const node = nodes.get(id);
    if (groups.has(id) || !node) return { code: "", label: groups.get(id) ?? localName(id) };
    return { code: node.code, label: `${node.label[address.lang]}${marksOf(id)}` };
  }

  function whole(id: string): string {
    const node = nodes.get(id);
    return node ? nameOf(node, address.lang) : parts(id).label;
  }

  return { parts, whole };
}

/** How many of the things that were found are in a thing. */
export function holding(found: ReadonlySet<string>, { forest, knowledge }: Network): Holds {
  const sums = new Map<string, number>();
  for (const id of found)
    if (knowledge.nodes.has(id)) for (const above of forest.upwards(id)) sums.set(above, (sums.get(above) ?? 0) + 1);
  return (id) => sums.get(id) ?? 0;
}
