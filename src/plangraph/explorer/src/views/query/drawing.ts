// What an answer can be drawn as, and what stands in each picture: lines over years, places, a tree, links.

import { scaleOf, type Chart, type Line } from "../../lib/lines";
import { toTriples } from "../../lib/ntriples";
import { codedName } from "../../lib/codes";
import { isThing, LABEL, number, pathOf, text, type Row, type Rows } from "../../lib/terms";
import { holdsOf, namingOf, numericOf, subjectOf, type Headings } from "./columns";

/** How an answer may be shown, in the order in which it is offered. */
const FORMS = ["text", "table", "bars", "lines", "map", "tree", "network"] as const;
export type Form = (typeof FORMS)[number];

/** A thing in a tree, with the row that tells of it, if one does. */
export interface Branch {
  readonly iri: string;
  readonly name: string;
  readonly row: Row | undefined;
  readonly children: Branch[];
}

export interface Knot {
  readonly iri: string;
  readonly name: string;
}

export interface Net {
  readonly knots: readonly Knot[];
  readonly links: readonly (readonly [from: string, to: string])[];
}

/** Triples as rows, each thing with its name where the triples tell one. */
export function rowsOf(document: string): Rows {
  const triples = toTriples(document);
  const names = new Map(triples.flatMap((one) => (one.predicate === LABEL ? [[one.subject, one.object]] : [])));
  const kindOf = (value: string) => (value.startsWith("_:") ? ("bnode" as const) : ("uri" as const));
  const rows = triples.map(({ subject, predicate, object }): Row => {
    const name = object.type === "literal" ? undefined : names.get(object.value);
    return {
      subject: { type: kindOf(subject), value: subject },
      subject_label: names.get(subject) ?? { type: "literal", value: pathOf(subject) },
      predicate: { type: "uri", value: predicate },
      object,
      object_label: name ?? { type: "literal", value: object.type === "uri" ? pathOf(object.value) : object.value },
    };
  });
  return { variables: ["subject", "subject_label", "predicate", "object", "object_label"], rows };
}

const ITS_YEAR = "_year";

/** The years of a column's values, if several are known: its own, or else those of the rows; else "". */
function yearsOf({ variables, rows }: Rows, headings: Headings, column: string): string {
  const own = column + ITS_YEAR;
  const isOfOne = (name: string) => name.endsWith(ITS_YEAR) && variables.includes(name.slice(0, -ITS_YEAR.length));
  const candidates = variables.includes(own) ? [own] : variables.filter((name) => !isOfOne(name));
  const several = (name: string) => new Set(rows.flatMap((row) => number(row[name]) ?? [])).size > 1;
  return candidates.find((name) => holdsOf(name, rows, headings) === "year" && several(name)) ?? "";
}

/** A column over the years, a line for each name; undefined where no names tell the rows of a year apart. */
export function chartOver(all: Rows, headings: Headings, column: string): Chart | undefined {
  const year = yearsOf(all, headings, column);
  const rows = all.rows.filter((row) => number(row[year]) !== undefined && number(row[column]) !== undefined);
  const naming = telling({ ...all, rows }, headings, year);
  if (!year || !rows.length || !naming) return undefined;
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const name = naming.map((variable) => text(row[variable])).join(" · ");
    const points = [...(lines.get(name)?.points ?? []), { year: number(row[year])!, value: number(row[column])! }];
    lines.set(name, { kind: name, label: name, points: points.sort((one, other) => one.year - other.year) });
  }
  const years = rows.map((row) => number(row[year])!);
  return {
    unit: "",
    unitLabel: "",
    lines: [...lines.values()],
    years: [Math.min(...years), Math.max(...years)],
    ...scaleOf(rows.map((row) => number(row[column])!)),
  };
}

/** The columns of numbers that can be drawn over the years, the most telling first. */
export function chartedOf(all: Rows, headings: Headings): string[] {
  return numericOf(all, headings).filter((column) => chartOver(all, headings, column));
}

/** As few columns of words as tell the rows of each year apart; undefined if none do. */
function telling({ variables, rows }: Rows, headings: Headings, year: string): string[] | undefined {
  const first = namingOf({ variables: variables.filter((name) => name !== year), rows }, headings);
  const others = variables.filter((name) => name !== first && holdsOf(name, rows, headings) === "label");
  const apart = (names: string[]) =>
    new Set(rows.map((row) => [year, ...names].map((name) => text(row[name])).join("\n"))).size === rows.length;
  const candidates = [[], [first], ...others.map((other) => [first, other]), [first, ...others]];
  return candidates.find(apart);
}

/** The column that says where something is: its values are places with an outline; else "". */
export function placingOf({ variables, rows }: Rows, outlined: ReadonlySet<string>): string {
  return variables.find((name) => rows.some((row) => outlined.has(text(row[name])))) ?? "";
}

/** The column of what each row stands under, where the rows are a tree; else "". */
export function aboveOf(all: Rows): string {
  const subject = subjectOf(all);
  const subjects = new Set(all.rows.map((row) => text(row[subject])));
  const columns = all.variables.filter((name) => name !== subject && holdsThings(name, all.rows));
  return (
    columns.find((name) => name === "parent") ??
    columns.find((name) =>
      all.rows.some((row) => subjects.has(text(row[name])) && text(row[name]) !== text(row[subject])),
    ) ??
    ""
  );
}

/** The rows as a tree: what has nothing above it, or stands in a circle, is a root. */
export function treeOf(all: Rows, headings: Headings): Branch[] {
  const [subject, above, naming] = [subjectOf(all), aboveOf(all), namingOf(all, headings)];
  const [found, parents] = [new Map<string, Branch>(), new Map<string, string>()];
  for (const row of all.rows) {
    const iri = text(row[subject]);
    if (parents.has(iri)) continue;
    parents.set(iri, text(row[above]));
    const name = codedName({ code: text(row.code), label: text(row[naming]) }) || pathOf(iri);
    found.set(iri, { iri, name, row, children: [] });
  }
  for (const row of all.rows) {
    const iri = text(row[above]);
    const name = codedName({ code: text(row[`${above}_code`]), label: text(row[`${above}_label`]) });
    if (name && !found.has(iri)) found.set(iri, { iri, name, row: undefined, children: [] });
  }
  const roots: Branch[] = [];
  for (const [iri, branch] of found) {
    const parent = isInCircle(iri, parents) ? undefined : found.get(parents.get(iri) ?? "");
    (parent?.children ?? roots).push(branch);
  }
  return roots;
}

function isInCircle(iri: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(iri); at && !seen.has(at); at = parents.get(at)) {
    if (at === iri) return true;
    seen.add(at);
  }
  return false;
}

/** The forms in which rows can be shown: a table always, and what their columns allow. */
export function formsOf(rows: Rows, headings: Headings, outlined: ReadonlySet<string>): Form[] {
  const figures = numericOf(rows, headings);
  const can: Partial<Record<Form, boolean>> = {
    table: true,
    bars: figures.length > 0,
    lines: chartedOf(rows, headings).length > 0,
    map: placingOf(rows, outlined) !== "",
    tree: aboveOf(rows) !== "",
    network: tiedOf(rows).length > 0 && isNamed(rows, headings),
  };
  return FORMS.filter((form) => can[form]);
}

/** Whether what the rows are about has names of its own: a direction that many links share tells none of them. */
function isNamed(all: Rows, headings: Headings): boolean {
  const [subject, naming] = [subjectOf(all), namingOf(all, headings)];
  const different = (variable: string) => new Set(all.rows.map((row) => text(row[variable]))).size;
  return 2 * different(naming) >= different(subject);
}

/** The columns of things to which the first thing of a row may be tied. */
export function tiedOf(all: Rows): string[] {
  const subject = subjectOf(all);
  return all.variables.filter((name) => name !== subject && name !== "predicate" && holdsThings(name, all.rows));
}

/** The things of the rows with the links from the first thing of each to that of another column. */
export function netOf(all: Rows, headings: Headings, other: string, most: number): Net {
  const [subject, naming] = [subjectOf(all), namingOf(all, headings)];
  const knots = new Map<string, Knot>();
  const links = new Map<string, readonly [string, string]>();
  const learn = (iri: string, name: string) => {
    if (!knots.has(iri) && knots.size < most) knots.set(iri, { iri, name: name || pathOf(iri) });
    return knots.has(iri);
  };
  for (const row of all.rows) {
    const [from, to] = [text(row[subject]), text(row[other])];
    if (!from || !to || from === to || row[other]?.type === "literal") continue;
    const known = learn(from, text(row[naming])) && learn(to, text(row[`${other}_label`]));
    if (known) links.set(`${from} ${to}`, [from, to]);
  }
  return { knots: [...knots.values()], links: [...links.values()] };
}

function holdsThings(variable: string, rows: readonly Row[]): boolean {
  const named = rows.map((row) => row[variable]).filter((term) => term?.type === "uri");
  return named.length > 0 && named.some((term) => isThing(term!.value));
}
