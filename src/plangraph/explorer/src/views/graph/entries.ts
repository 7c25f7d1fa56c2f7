// The legend of the network, which is its filter too.

import { tierOf } from "../../graph/kinds";
import { BASES } from "../../graph/records";
import type { Drawing } from "../../graph/selection";
import { kindName, plural } from "../../lib/kinds";
import type { LegendEntry } from "../../lib/view";
import { words } from "./words";

type Called = (name: string) => string;

export function kindEntries(drawing: Drawing): LegendEntry[] {
  return [...drawing.counts.kinds]
    .sort(([one], [other]) => tierOf(one) - tierOf(other))
    .map(([key, count]) => ({ key, label: plural(kindName(key), count), kind: key, count }));
}

export function basisEntries(drawing: Drawing): LegendEntry[] {
  return BASES.filter((basis) => drawing.counts.bases.has(basis)).map((basis) => ({
    key: basis,
    label: words.basis[basis],
    line: basis,
    count: drawing.counts.bases.get(basis)!,
  }));
}

export function relationEntries(drawing: Drawing, called: Called): LegendEntry[] {
  return [...drawing.counts.relations].map(([key, count]) => ({
    key,
    label: called(key),
    colour: "var(--neutral)",
    count,
  }));
}
