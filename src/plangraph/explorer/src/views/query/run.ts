// Asks a question, or SPARQL that the reader wrote, and gives the answer in a form to show.

import { checked, questionUrl, RESULTS, toRows, type Question, type QuestionUse } from "../../lib/api";
import { PREFIXES, type Rows } from "../../lib/terms";

export type Answer = { rows: Rows } | { truth: boolean } | { graph: string };

const ACCEPT = `${RESULTS}, text/turtle;q=0.9`;

/** The answer to a question. */
export async function answerTo(use: QuestionUse): Promise<Answer> {
  return read(await fetch(questionUrl(use), { headers: { Accept: ACCEPT } }));
}

/** The answer to a query. */
export async function answerOf(sparql: string): Promise<Answer> {
  const headers = { Accept: ACCEPT, "Content-Type": "application/sparql-query" };
  return read(await fetch("/sparql", { method: "POST", headers, body: sparql }));
}

/** The values of a question's parameters: what the address says, else the page's own (plan, lang), else the usual ones. */
export function valuesOf(question: Question, query: Record<string, string>, own: Record<string, string>): Record<string, string> {
  return Object.fromEntries(question.parameters.map(({ name, default: usual }) => [name, query[name] ?? own[name] ?? usual ?? ""]));
}

/** A query as it stands alone anywhere: without the question's header, with the prefixes that it uses. */
export function alone(sparql: string): string {
  const body = sparql.replace(/^#\+.*\n/gm, "").trim();
  const used = Object.entries(PREFIXES).filter(
    ([prefix]) => new RegExp(`(^|[^\\w?$<])${prefix}:`).test(body) && !new RegExp(`PREFIX\\s+${prefix}:`, "i").test(body),
  );
  const lines = used.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`);
  return [...lines, body].join("\n") + "\n";
}

async function read(response: Response): Promise<Answer> {
  await checked(response);
  if (!response.headers.get("Content-Type")?.includes("json")) return { graph: await response.text() };
  const answer = (await response.json()) as { boolean?: boolean } & Parameters<typeof toRows>[0];
  return typeof answer.boolean === "boolean" ? { truth: answer.boolean } : { rows: toRows(answer) };
}
