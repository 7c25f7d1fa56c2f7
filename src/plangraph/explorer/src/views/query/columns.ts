// How the columns of an answer are shown: things as links, amounts in yen, years as years.

import { address, href } from "../../lib/address.svelte";
import { capital, count, yen } from "../../lib/format";
import { compact, isThing, number, pageOf, text, type Row, type Rows } from "../../lib/terms";
import type { Column } from "../../lib/view";
import { words } from "./words";

const MONEY = /budget|settlement|difference|amount|yen|revenue|expenditure|cost/i;
const PLAIN = /year|code|page|grade\b|rank|fiscal|depth/i;

/** The columns of rows, in their order; where a thing has its name beside it, the name is the link to it. */
export function columnsOf({ variables, rows }: Rows): Column[] {
  const named = new Map(variables.map((variable, at) => [nameOf(variable, at, variables), variable]));
  const told = new Set([...named].filter(([name]) => name).map(([, variable]) => variable));
  return variables
    .filter((variable) => !told.has(variable) || !holdsIris(variable, rows))
    .map((variable) => {
      const numeric = !PLAIN.test(variable) && isNumeric(variable, rows);
      return {
        label: heading(variable),
        value: (row) => (numeric ? number(row[variable]) : shown(row, variable)),
        format: formatOf(variable, rows),
        href: (row) => {
          const term = row[named.get(variable) ?? variable];
          return term?.type === "uri" && isThing(term.value) ? href(pageOf(term.value)) : undefined;
        },
      };
    });
}

/** How the numbers of a column are written. */
export function formatOf(variable: string, rows: Row[]): (value: number) => string {
  return isMoney(variable) && largest(variable, rows) > 1e5 ? (value) => yen(value) : (value) => count(value, 3);
}

export function isMoney(variable: string): boolean {
  return MONEY.test(variable);
}

function nameOf(variable: string, at: number, variables: string[]): string {
  const own = `${variable}_label`;
  if (variables.includes(own)) return own;
  return at === 0 && variables.includes("label") ? "label" : "";
}

function holdsIris(variable: string, rows: Row[]): boolean {
  return rows.every((row) => row[variable] === undefined || row[variable].type === "uri");
}

/** The name of a column in the reader's language, as far as it has one. */
export function heading(variable: string): string {
  const plain = variable.replace(/_label$/, "");
  const whole = words.columns[variable] ?? called(plain) ?? numbered(plain);
  if (whole) return whole;
  if (address.lang === "en") return capital(plain.replaceAll("_", " "));
  return plain
    .split("_")
    .map((part) => called(part) ?? part)
    .join("");
}

/** The name of a column of a series, such as that of the eleventh goal. */
function numbered(variable: string): string | undefined {
  const [, name, number] = /^([a-z]+)(\d+)$/.exec(variable) ?? [];
  const named = name && called(name);
  return named && (address.lang === "en" ? `${named} ${number}` : named + number);
}

function called(variable: string): string | undefined {
  return words.columns[variable] ?? words.parameters[variable];
}

/** The columns that hold numbers which may be drawn. */
export function numericOf({ variables, rows }: Rows): string[] {
  return variables.filter((variable) => !PLAIN.test(variable) && isNumeric(variable, rows));
}

/** The column that names each row: a label if there is one, else the first that is not a number. */
export function namingOf({ variables, rows }: Rows): string {
  const words = variables.filter((variable) => !isNumeric(variable, rows));
  return (
    words.find((name) => name === "label") ??
    words.find((name) => /label$/.test(name)) ??
    words[0] ??
    variables[0] ??
    ""
  );
}

function shown(row: Row, variable: string): string {
  const term = row[variable];
  return term?.type === "uri" ? compact(term.value).replace("https://w3id.org/plangraph/id/", "") : text(term);
}

function isNumeric(variable: string, rows: Row[]): boolean {
  const values = rows.map((row) => row[variable]).filter((term) => term !== undefined);
  return values.length > 0 && values.every((term) => term.datatype !== undefined && number(term) !== undefined);
}

function largest(variable: string, rows: Row[]): number {
  return rows.reduce((most, row) => Math.max(most, Math.abs(number(row[variable]) ?? 0)), 0);
}
