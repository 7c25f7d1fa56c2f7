// Asks a question, or SPARQL that the reader wrote, and gives the answer in a form to show.

import { questionUrl, send, toRows, type Parameters, type Question, type QuestionUse, type Results } from "./api";
import { served } from "./base";
import { QUERY, RESULTS, TRIPLES, TURTLE } from "./media_types";
import { isThing, PREFIXES, type Rows } from "./terms";

export type Answer = { rows: Rows } | { truth: boolean } | { graph: string };

/** How triples are wanted: to be read by a person, or by a program. */
type TripleForm = typeof TURTLE | typeof TRIPLES;

/** The answer to a question. */
export async function answerTo(use: QuestionUse, triples: TripleForm = TURTLE): Promise<Answer> {
  return read(await send(questionUrl(use), { headers: { Accept: accepting(triples) } }));
}

/** The answer to a query. */
export async function answerOf(sparql: string, triples: TripleForm = TURTLE): Promise<Answer> {
  const headers = { Accept: accepting(triples), "Content-Type": QUERY };
  return read(await send(served("/sparql"), { method: "POST", headers, body: sparql }));
}

/**
 * The values of a question's parameters: the page's (plan, year, lang), else the address's, else the usual ones.
 *
 * In `taken` is what may stand for the plan that is looked at: the first of it that a question without a parameter for
 * the plan or its city takes from a plan does.
 */
export function valuesOf(
  question: Question,
  query: Record<string, string>,
  own: Parameters,
  taken: Parameters = {},
): Record<string, string> {
  const named = question.parameters.some(({ name }) => name === "plan" || name === "city");
  const derived = new Set(question.parameters.filter((parameter) => parameter.derived).map(({ name }) => name));
  const standing = named ? undefined : Object.keys(taken).find((name) => derived.has(name));
  const values = question.parameters.map(({ name, default: usual }): [string, string] => [
    name,
    String(own[name] ?? query[name] ?? usual ?? (name === standing ? taken[name] : undefined) ?? ""),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== "")); // what is left out is derived by the server
}

/** The things that stand in an answer, each once: those that have a page; without any, whatever has an IRI. */
export function thingsIn({ rows }: Rows): string[] {
  const all = rows
    .flatMap((row) => Object.values(row))
    .filter((term) => term?.type === "uri")
    .map((term) => term!.value);
  const things = all.filter(isThing);
  return [...new Set(things.length ? things : all)];
}

/** A query as it stands alone anywhere: without the question's header, with the prefixes that it uses. */
export function alone(sparql: string): string {
  const body = sparql.replace(/^#\+.*\n/gm, "").trim();
  const used = Object.entries(PREFIXES).filter(
    ([prefix]) =>
      new RegExp(`(^|[^\\w?$<])${prefix}:`).test(body) && !new RegExp(`PREFIX\\s+${prefix}:`, "i").test(body),
  );
  const lines = used.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`);
  return [...lines, body].join("\n") + "\n";
}

function accepting(triples: TripleForm): string {
  return `${RESULTS}, ${triples};q=0.9`;
}

async function read(response: Response): Promise<Answer> {
  if (!response.headers.get("Content-Type")?.includes("json")) return { graph: await response.text() };
  const answer = (await response.json()) as Results;
  return typeof answer.boolean === "boolean" ? { truth: answer.boolean } : { rows: toRows(answer) };
}
