// The lines of the picture as a table.

import { isGathered } from "../../../graph/columns/shown";
import type { Line } from "../../../graph/columns/sums";
import { href } from "../../../lib/address.svelte";
import { asMoney } from "../../../lib/format";
import { basisName } from "../../../lib/notation";
import { pageOf } from "../../../lib/terms";
import type { Table } from "../../../lib/view";
import type { Names } from "./naming";
import { words } from "./words";

/** The table of some lines; `money` is what the heading says of their money, "" where none is known. */
export function tableOf(lines: readonly Line[], names: Names, money: string): Table<Line> {
  return {
    title: words.table,
    rows: [...lines],
    columns: [
      { label: words.from, value: (line) => names.whole(line.from), href: (line) => pageHref(line.from) },
      { label: words.to, value: (line) => names.whole(line.to), href: (line) => pageHref(line.to) },
      { label: words.basis, value: (line) => basisName(line.basis) },
      { label: words.links, value: (line) => line.links.length },
      ...(money
        ? [{ label: money, value: (line: Line) => line.money, format: (value: number) => asMoney(value) }]
        : []),
    ],
  };
}

function pageHref(id: string): string | undefined {
  return isGathered(id) ? undefined : href(pageOf(id));
}
