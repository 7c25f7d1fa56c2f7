// What the columns of a layered picture are called.

import { plural } from "../../lib/notation";

/** What columns are called by: the tier or kind of each thing, and the place of its column. */
export interface Tiered {
  readonly tier: string;
  readonly column: number;
}

export interface Heading {
  readonly text: string;
  /** The middle of the column. */
  readonly x: number;
}

/** The columns as they are seen: how far each reaches, and what it holds. */
export class Headings {
  readonly #columns = new Map<number, { left: number; right: number; readonly tiers: Map<string, number> }>();

  add({ tier, column: at }: Tiered, left: number, right = left): void {
    const column = this.#columns.get(at) ?? { left, right, tiers: new Map<string, number>() };
    column.left = Math.min(column.left, left);
    column.right = Math.max(column.right, right);
    column.tiers.set(tier, (column.tiers.get(tier) ?? 0) + 1);
    this.#columns.set(at, column);
  }

  /** From left to right; a column is called by the tier or kind of which it holds most, a lone one by nothing. */
  all(): Heading[] {
    if (this.#columns.size < 2) return [];
    return [...this.#columns.values()]
      .sort((one, other) => one.left - other.left)
      .map(({ left, right, tiers }) => {
        const [[tier, number] = ["", 0]] = [...tiers].sort(([, one], [, other]) => other - one);
        return { text: plural(tier, number), x: (left + right) / 2 };
      });
  }
}
