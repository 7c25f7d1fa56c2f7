// The answer to a coverage question as a matrix of rows by the seventeen goals, with its sums.

import { number, text, type Row } from "../../lib/terms";

export const METRICS = ["measures", "projects", "links", "budget", "standing"] as const;
export type Metric = (typeof METRICS)[number];
export const LINK_BASES = ["all", "official", "assumed", "suggested"] as const;
export type LinkBasis = (typeof LINK_BASES)[number];

/** The code of the column of what serves no goal. */
const NO_GOAL = "none";

export interface Cell {
  readonly measures: number;
  readonly projects: number;
  readonly links: number;
  readonly official: number;
  readonly assumed: number;
  readonly suggested: number;
  /** In the city's currency; undefined where none is known. */
  readonly budget: number | undefined;
  /** How many of the projects that were graded are ahead of target or on it, and how many are behind it. */
  readonly reached: number;
  readonly behind: number;
}

export interface MatrixRow {
  /** The IRI, `""` for what belongs to no row. */
  readonly iri: string;
  readonly code: string;
  readonly label: string;
  /** Cells by the number of the goal. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Of what serves a goal; undefined where nothing in the row does: no figure stands by empty cells. */
  readonly sum: Cell | undefined;
}

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  readonly columns: ReadonlyMap<string, Cell>;
  readonly total: Cell | undefined;
  /** Whether any link of the plan is recorded; if not, it is not known which cells are empty. */
  readonly recorded: boolean;
}

export function toMatrix(answer: readonly Row[]): Matrix {
  const rows = new Map<
    string,
    { iri: string; code: string; label: string; cells: Map<string, Cell>; sum: Cell | undefined }
  >();
  const columns = new Map<string, Cell>();
  let total: Cell | undefined;
  for (const line of answer) {
    const [part, code, goal] = [text(line.part), text(line.code), text(line.goal_code)];
    const cell = toCell(line);
    if (part === "total") total = cell;
    else if (part === "column") columns.set(goal, cell);
    else {
      const key = text(line.row) || code;
      const row = rows.get(key) ?? {
        iri: text(line.row),
        code,
        label: text(line.label),
        cells: new Map(),
        sum: undefined,
      };
      if (part === "row") row.sum = cell;
      else row.cells.set(goal, cell);
      rows.set(key, row);
    }
  }
  return {
    rows: [...rows.values()].map((row) => ({ ...row, sum: served(row.sum, row.cells) })),
    columns,
    total: served(total, columns),
    recorded: answer.some((line) => line.links !== undefined),
  };
}

/** A sum without what serves no goal, whose column is not shown; undefined if nothing serves one. */
function served(sum: Cell | undefined, cells: ReadonlyMap<string, Cell>): Cell | undefined {
  const serving = [...cells].filter(([goal]) => goal !== NO_GOAL).map(([, cell]) => cell);
  const none = cells.get(NO_GOAL);
  if (!sum || !serving.length || !none) return serving.length ? sum : undefined;
  const known = sum.budget !== undefined && serving.some(({ budget }) => budget !== undefined);
  return {
    measures: sum.measures - none.measures,
    projects: sum.projects - none.projects,
    links: sum.links - none.links,
    official: sum.official - none.official,
    assumed: sum.assumed - none.assumed,
    suggested: sum.suggested - none.suggested,
    budget: known ? sum.budget! - (none.budget ?? 0) : undefined,
    reached: sum.reached - none.reached,
    behind: sum.behind - none.behind,
  };
}

function toCell(line: Row): Cell {
  const of = (name: string) => number(line[name]) ?? 0;
  return {
    measures: of("measures"),
    projects: of("projects"),
    links: of("links"),
    official: of("official"),
    assumed: of("assumed"),
    suggested: of("suggested"),
    budget: number(line.budget),
    reached: of("ahead") + of("on_target"),
    behind: of("behind"),
  };
}

/** What a cell shows, or undefined if there is nothing to show in it. */
export function valueOf(cell: Cell | undefined, metric: Metric, basis: LinkBasis): number | undefined {
  if (!cell || (basis !== "all" && cell[basis] === 0)) return undefined;
  if (metric === "standing") return shareReached(cell);
  const value = metric === "links" && basis !== "all" ? cell[basis] : cell[metric];
  return value || undefined;
}

/** The rows in their order; what belongs to none of them is one only where something in it is counted. */
export function rowsToShow({ rows }: Matrix, metric: Metric, basis: LinkBasis): MatrixRow[] {
  return rows.filter(
    ({ iri, cells }) => iri || [...cells.values()].some((cell) => valueOf(cell, metric, basis) !== undefined),
  );
}

function shareReached({ reached, behind }: Cell): number | undefined {
  return reached + behind ? (100 * reached) / (reached + behind) : undefined;
}

/** How strongly a value is coloured, from 0 to 1; shares as they are, others by the square root. */
export function strengthOf(value: number, metric: Metric, most: number): number {
  if (metric === "standing") return value / 100;
  return most > 0 ? Math.sqrt(Math.max(0, value) / most) : 0;
}
