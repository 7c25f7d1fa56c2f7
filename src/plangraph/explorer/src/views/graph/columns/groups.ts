// The groups of a picture in columns, by their names.

import type { Column, Group, Network } from "../../../graph/columns/column";
import type { Facts } from "../../../graph/columns/classes";
import { groupsOf, headsAt } from "../../../graph/columns/grouping";
import { nameOf } from "../../../graph/records";
import { address } from "../../../lib/address.svelte";
import { capital } from "../../../lib/format";
import { afterNumber, plural } from "../../../lib/notation";
import { codedName } from "../../../lib/codes";
import { gradesOf } from "../../../lib/outline";
import { pathOf } from "../../../lib/terms";
import { words } from "./words";

/** What stands in the address where elements are gathered by grade. */
export const GRADE = "grade";

/** What stands over a column. */
export function heading({ label, grouped }: Column): string {
  const own = capital(plural(label[address.lang], 2));
  return grouped ? words.grouped(own, grouped.by) : own;
}

/** How it is said that elements are gathered by what goes by a name. */
export function byName(name: string): string {
  return words.groupedBy(afterNumber(name, 1));
}

/** Elements by grade, in the city's order of grades. */
export function byGrade(facts: Facts, elements: readonly string[]): Group[] {
  const grades = gradesOf(facts.values()).map(({ grade }) => ({ key: grade.code, label: codedName(grade) }));
  const keysOf = (id: string) => [facts.get(id)?.grade?.code ?? []].flat();
  return groupsOf(elements, keysOf, grades, { several: words.several, none: words.noGrade });
}

/** Elements by what of a column they are tied to, in the order of the column. */
export function byThings(network: Network, column: Column, elements: readonly string[]): Group[] {
  const heads = headsAt(network, column, elements);
  const named = column.heads.map((id) => ({
    key: pathOf(id),
    label: nameOf(network.knowledge.nodes.get(id)!, address.lang),
  }));
  const keysOf = (id: string) => [...(heads.get(id) ?? [])].map(pathOf);
  return groupsOf(elements, keysOf, named, { several: words.several, none: words.without });
}
