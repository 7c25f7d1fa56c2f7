// The facets by which the leaves of a plan are filtered: grade, budget, change of budget.

import { classOfChange, classOfMoney, UNKNOWN, type Fact } from "../../../graph/columns/classes";
import type { Facet } from "../../../lib/facets";
import { asMoney } from "../../../lib/format";
import { codedName } from "../../../lib/codes";
import { words } from "./words";

/** An element of the lowest tier with what is known of it. */
export interface Leaf {
  readonly id: string;
  readonly fact: Fact | undefined;
}

/** What stands in the address for them. */
export const FILTERS = ["grade", "budget", "change"] as const;

/** The facets for which anything is known. */
export function filters(rows: readonly Leaf[]): Facet<Leaf>[] {
  const known = (of: (fact: Fact) => unknown) => rows.some(({ fact }) => fact && of(fact) !== undefined);
  const all: (Facet<Leaf> & { known: boolean })[] = [
    {
      key: "grade",
      label: words.grade,
      values: ({ fact }) => [
        fact?.grade
          ? { key: fact.grade.code, label: codedName(fact.grade), place: fact.grade.rank }
          : { key: UNKNOWN, label: words.noGrade },
      ],
      inOrder: true,
      known: known(({ grade }) => grade),
    },
    {
      key: "budget",
      label: words.budgetOf,
      values: ({ fact }) => [{ key: classOfMoney(fact?.budget), label: moneyName(classOfMoney(fact?.budget)) }],
      inOrder: true,
      known: known(({ budget }) => budget),
    },
    {
      key: "change",
      label: words.change,
      values: ({ fact }) => [{ key: classOfChange(fact?.change), label: changeName(classOfChange(fact?.change)) }],
      inOrder: true,
      known: known(({ change }) => change),
    },
  ];
  return all.filter((facet) => facet.known);
}

export function changeName(key: string): string {
  return key === UNKNOWN ? words.noChange : (words.changes[Number(key)] ?? "");
}

function moneyName(key: string): string {
  if (key === UNKNOWN) return words.noBudget;
  const digits = Number(key);
  return digits ? words.between(asMoney(10 ** (digits - 1)), asMoney(10 ** digits)) : asMoney(0);
}
