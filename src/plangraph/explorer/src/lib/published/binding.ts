// A question's parameters bound as terms, as plangraph/queries/binding.py does it. The build has cut the question at
// its parameters, so that no text of a value meets the text of the query and nothing here reads SPARQL.

import numbers from "../../generated/large_numbers.json";
import namespaces from "../../generated/namespaces.json";
import { ApiError } from "../api";
import { folded } from "../folding";
import { PREFIXES } from "../terms";
import type { Cut, CutParameter } from "./files";
import { fiscalYearIn } from "./fiscal_year";
import { words } from "./words";

const ABSOLUTE = new RegExp(`^${namespaces.absolute}$`);
const [SOME, ANY] = [`\\d{1,${numbers.mostDigits}}`, `\\d{0,${numbers.mostDigits}}`];
const INTEGER = new RegExp(`^[+-]?${SOME}$`);
const DECIMAL = new RegExp(`^[+-]?(${SOME}(\\.${ANY})?|\\.${SOME})$`);
const XSD = PREFIXES.xsd;
const YEAR = "year";

/** Gives the IRI of what goes by a name that is not an IRI. */
export type Resolve = (name: string) => Promise<string>;

/**
 * The text of a question with its values.
 *
 * `given` has all values, what the plan gives among them; `graphs` are written where the question leaves room for those
 * that it sees.
 */
export async function bound(
  cut: Cut,
  given: Readonly<Record<string, string>>,
  resolve: Resolve,
  graphs: readonly string[] = [],
): Promise<string> {
  const terms = new Map<string, string>();
  const absent = new Set<string>();
  for (const parameter of cut.parameters) {
    const value = given[parameter.name] ?? parameter.default ?? undefined;
    if (value !== undefined) terms.set(parameter.variable, await term(parameter, value, resolve));
    else if (parameter.optional) absent.add(parameter.variable);
    else if (!parameter.derived) throw new ApiError(400, words.needed(parameter.name));
  }
  return cut.pieces
    .filter(({ needs }) => !needs?.some((variable) => absent.has(variable)))
    .map(({ kind, text }) => {
      if (kind === "graphs") return graphs.map((graph) => `FROM ${iri(graph)}\n`).join("");
      return kind === "parameter" ? (terms.get(text) ?? `?${text}`) : text;
    })
    .join("");
}

async function term(parameter: CutParameter, value: string, resolve: Resolve): Promise<string> {
  const { name, type, choices, fold } = parameter;
  if (choices.length && !choices.includes(value))
    throw new ApiError(400, words.notAChoice(name, value, choices.join(", ")));
  if (type === "iri") return iri(expanded(value) ?? (await resolve(value)));
  if (type === "string") return literal(fold ? folded(value) : value);
  if (name === YEAR) return `"${fiscalYear(value)}"^^<${XSD}integer>`;
  if (type === "integer" && INTEGER.test(value)) return `"${BigInt(value)}"^^<${XSD}integer>`;
  if (type === "decimal" && DECIMAL.test(value))
    return `"${value}"^^<${XSD}${/\.\d*[1-9]/.test(value) ? "decimal" : "integer"}>`.replace(/\.0*"/, '"');
  if (type === "integer" || type === "decimal") throw new ApiError(400, words.wrongType(name, value));
  return `${literal(value)}@${type}`;
}

function fiscalYear(value: string): number {
  const year = fiscalYearIn(value);
  if (year === undefined) throw new ApiError(400, words.noYear(YEAR, value));
  return year;
}

/** The IRI that a value is or stands for by its prefix. */
function expanded(value: string): string | undefined {
  const [, prefix = "", rest = ""] = /^([a-z]+):(.*)$/.exec(value.normalize("NFKC")) ?? [];
  const base = new Map(Object.entries(PREFIXES)).get(prefix);
  if (base) return base + rest;
  return value.includes("://") ? value : undefined;
}

function iri(value: string): string {
  if (!ABSOLUTE.test(value)) throw new ApiError(400, words.unknownName(value));
  return `<${value}>`;
}

/** A literal as SPARQL 1.1 writes it (section 19.7, ECHAR). */
export function literal(value: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${value.replace(/[\\"\n\r\t]/g, (letter) => escapes[letter]!)}"`;
}
