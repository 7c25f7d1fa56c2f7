// The amounts of each row in each year as a table.

import type { Series } from "../../lib/budgets";
import { asMoney, fiscalYear, share } from "../../lib/format";
import type { Table } from "../../lib/view";
import { signed } from "./said";
import { cautionOf, cautionsOf, growthOf, rateOf, totalOf } from "./series";
import { words } from "./words";

export function tableOf(rows: readonly Series[], years: readonly number[]): Table<Series> {
  return {
    title: words.what,
    rows: [...rows],
    columns: [
      { label: words.code, value: ({ code }) => code },
      { label: words.name, value: ({ label }) => label },
      ...years.flatMap((year) =>
        (["budget", "settlement"] as const)
          .filter((of) => totalOf(rows, year, of) !== undefined)
          .map((of) => ({
            label: `${words[of]} ${fiscalYear(year)}`,
            value: (series: Series) => series.years.get(year)?.[of],
            format: (value: number) => asMoney(value),
          })),
      ),
      ...(rows.some((row) => growthOf(row) !== undefined)
        ? [{ label: words.change, value: growthOf, format: signed }]
        : []),
      ...(rows.some((row) => rateOf(row) !== undefined)
        ? [{ label: words.spent, value: rateOf, format: (value: number) => share(value / 100) }]
        : []),
      ...(cautionsOf(rows).length ? [{ label: words.caution, value: cautionOf }] : []),
    ],
  };
}
