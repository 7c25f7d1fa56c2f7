// How the columns of an answer are called and shown: things as links, amounts in the city's currency, years as years.

import { address, href } from "../../lib/address.svelte";
import type { Heading, Holds, Question } from "../../lib/api";
import type { CityOrder } from "../../lib/city_order";
import { asMoney, count, fiscalYear, moment } from "../../lib/format";
import { basisName } from "../../lib/notation";
import { inOwnWords } from "../../lib/own_words.svelte";
import { compact, isThing, number, pageOf, text, truth, type Row, type Rows } from "../../lib/terms";
import type { Column } from "../../lib/view";
import { words } from "./words";

export type Headings = ReadonlyMap<string, Heading>;

/** Columns that hold numbers to be compared, the most telling first. */
const COMPARED: readonly Holds[] = ["money", "count", "number", "percent"];

/** The headings of a question's columns; of a query of one's own its variables, which hold what they do elsewhere. */
export function headingsOf(question: Question | undefined, all: readonly Question[]): Headings {
  if (question) return new Map(question.columns.map((heading) => [heading.name, heading]));
  const known = all.flatMap(({ columns }) => columns);
  return new Map(known.map(({ name, holds }) => [name, { name, holds, label: { ja: name, en: name } }]));
}

const noOrder: CityOrder = () => undefined;

/** The columns of rows, in their order; where a thing has its name beside it, the name is the link to it. */
export function columnsOf({ variables, rows }: Rows, headings: Headings, order = noOrder): Column[] {
  const named = new Map(variables.map((variable, at) => [nameOf(variable, at, variables), variable]));
  const told = new Set([...named].filter(([name]) => name).map(([, variable]) => variable));
  /** Where a row's thing stands in the city's order, by its name or code too, if all things of the column do. */
  const placeIn = (variable: string) => {
    const thing = named.get(variable) ?? (variable === "code" ? named.get("label") : variable.replace(/_code$/, ""));
    const place = (row: Row) => (thing === undefined ? undefined : order(text(row[thing])));
    return rows.every((row) => row[variable] === undefined || place(row) !== undefined) ? { place } : {};
  };
  return variables
    .filter((variable) => !told.has(variable) || !holdsIris(variable, rows))
    .map((variable) => {
      const holds = holdsOf(variable, rows, headings);
      const unnamed = variable === variables[0] && !named.get(variable) && holdsIris(variable, rows);
      return {
        key: variable,
        screen: unnamed && isOfQuestion(variable, headings),
        label: heading(variable, headings),
        value: (row) => called(variable, row, headings) ?? valueOf(row[variable], holds),
        ...placeIn(variable),
        format: formatOf(holds),
        prose: holds === "remark" || holds === "text",
        href: (row) => {
          const term = row[named.get(variable) ?? variable];
          return term?.type === "uri" && isThing(term.value) ? href(pageOf(term.value)) : undefined;
        },
      };
    });
}

/** Whether a question has put the column there, and not who wrote the query. */
function isOfQuestion(variable: string, headings: Headings): boolean {
  return heading(variable, headings) !== variable;
}

/** What a value is called that is a word of the question. */
function called(variable: string, row: Row, headings: Headings): string | undefined {
  const term = row[variable];
  return term && headings.get(variable)?.values?.[text(term)]?.[address.lang];
}

/** The name of a column in the reader's language; of one that no question has, its own. */
export function heading(variable: string, headings: Headings): string {
  return inOwnWords(headings.get(variable)?.label[address.lang] ?? "", address.lang) || variable;
}

/** What a column holds: as its heading says, or as its values show. */
export function holdsOf(variable: string, rows: readonly Row[], headings: Headings): Holds {
  const said = headings.get(variable)?.holds;
  if (said) return said;
  const values = rows.map((row) => row[variable]).filter((term) => term !== undefined);
  if (values.length && values.every((term) => term.type === "uri")) return "thing";
  const numeric = values.length > 0 && values.every((term) => term.datatype && number(term) !== undefined);
  return numeric ? "number" : "text";
}

/** How the numbers of a column are written. */
export function formatOf(holds: Holds): (value: number) => string {
  if (holds === "money") return (value) => asMoney(value);
  if (holds === "year") return (value) => fiscalYear(value);
  if (holds === "order" || holds === "grade") return String;
  return (value) => count(value, 3);
}

/** The columns whose numbers may be drawn as bars, the most telling first. */
export function numericOf({ variables, rows }: Rows, headings: Headings): string[] {
  const place = (variable: string) => COMPARED.indexOf(holdsOf(variable, rows, headings));
  return variables
    .filter((variable) => place(variable) >= 0 && rows.some((row) => number(row[variable]) !== undefined))
    .sort((one, other) => place(one) - place(other));
}

/** The column that names each row: its own label, else the first label, else the first that holds no number. */
export function namingOf({ variables, rows }: Rows, headings: Headings): string {
  const holds = (variable: string) => holdsOf(variable, rows, headings);
  const plain = variables.filter((variable) => !COMPARED.includes(holds(variable)));
  const own = ["label", `${variables[0] ?? ""}_label`].find((name) => plain.includes(name));
  return own ?? plain.find((name) => holds(name) === "label") ?? plain[0] ?? variables[0] ?? "";
}

/** The column of the thing that each row is about, or "". */
export function subjectOf({ variables, rows }: Rows): string {
  return variables.find((variable) => rows.length > 0 && holdsIris(variable, rows)) ?? "";
}

function nameOf(variable: string, at: number, variables: string[]): string {
  const own = `${variable}_label`;
  if (variables.includes(own)) return own;
  const label = variables.indexOf("label");
  if (label >= 0 && at === (variables[label - 1] === "code" ? Math.max(label - 2, 0) : 0)) return "label";
  // Where no name is known, the code stands for it.
  if (label < 0 && at === 0 && variables[1] === "code") return "code";
  return variables.includes(`${variable}_code`) ? `${variable}_code` : "";
}

function holdsIris(variable: string, rows: readonly Row[]): boolean {
  return rows.every((row) => row[variable] === undefined || row[variable].type === "uri");
}

function valueOf(term: Row[string], holds: Holds): string | number | undefined {
  if (term === undefined) return undefined;
  if (holds === "flag") return truth(term) ? words.yes : words.no;
  if (holds === "basis" && term.type === "uri") return basisName(term.value);
  if (holds === "date") return moment(term.value);
  if (holds === "code" || holds === "label" || holds === "text" || holds === "remark") return text(term);
  if (term.type === "uri") return compact(pageOf(term.value).rest);
  return number(term) ?? text(term);
}
