// The second engine: the addresses of the server answered from files, or by Oxigraph in the reader's browser.

import { ApiError } from "../api";
import { within } from "../base";
import { QUERY, RESULTS, TRIPLES, TURTLE } from "../media_types";
import { keyOf } from "../publication";
import { bound, literal } from "./binding";
import { query } from "./engine";
import { cuts, descriptions, packed, site } from "./files";
import { readingOf } from "./reading";
import { words } from "./words";

type Given = Record<string, string>;

/** Answer what the server would answer at an address. What goes wrong is an ApiError in the language of the page. */
export async function send(url: string, request: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(url, location.href);
  const path = within(pathname) ?? pathname;
  const { format = "", ...given } = Object.fromEntries(searchParams) as Given & { format?: string };
  const accept = new Headers(request.headers).get("Accept") ?? "";
  if (path === "/api/info") return packed("data/info.json.gz");
  if (path === "/api/queries") return answered(JSON.stringify((await descriptions()).listed));
  if (path.startsWith("/api/queries/")) return question(decodeURIComponent(path.slice(13)), given, format, accept);
  if (path === "/sparql") return sparql(request.body as string, accept);
  if (path === "/api/explain") return answered(JSON.stringify(await explained(given)));
  throw new ApiError(501, words.needsServer);
}

async function question(name: string, given: Given, format: string, accept: string): Promise<Response> {
  if (format === "description") return answered(JSON.stringify(await described(name)));
  if (!format) {
    const found = (await site()).answers[name]?.[keyOf(given)];
    if (found) return packed(`data/answers/${found}.json.gz`).catch(() => computed(name, given, format, accept));
  }
  return computed(name, given, format, accept);
}

async function computed(name: string, given: Given, format: string, accept: string): Promise<Response> {
  const [{ questions, taken }, { plan, scopes, cities }] = await Promise.all([cuts(), site()]);
  const cut = questions[name];
  if (!cut) throw new ApiError(404, words.unknownQuestion(name));
  const known = new Set(cut.parameters.map((parameter) => parameter.name));
  const stranger = Object.keys(given).find((parameter) => !known.has(parameter));
  if (stranger) throw new ApiError(400, words.unknownParameter(name, stranger));
  const about = given.plan ?? plan;
  const usual = { ...(known.has("plan") && { plan: about }), ...(known.has("city") && { city: cities[about] ?? "" }) };
  const all = { ...usual, ...taken[about]?.[name], ...given };
  const scope = known.has("plan") ? (scopes[about] ?? []) : cut.graphs;
  const resolve = (value: string) => named(value, scopes[about] ?? []);
  if (format === "sparql") return answered(await bound(cut, all, resolve, scope), QUERY);
  if (format && format !== "json") throw new ApiError(501, words.needsServer);
  return asked(await bound(cut, all, resolve), scope, cut.form, accept);
}

async function sparql(text: string, accept: string): Promise<Response> {
  return asked(text, [], readingOf(text).form, accept);
}

async function asked(text: string, graphs: readonly string[], form: string, accept: string): Promise<Response> {
  const triples = form === "CONSTRUCT" || form === "DESCRIBE";
  const type = triples ? (accept.includes(TRIPLES) ? TRIPLES : TURTLE) : RESULTS;
  return answered(await query(text, graphs, type, await prologue()), type);
}

/** The prefixes that every query knows, before those that it declares itself. */
async function prologue(): Promise<string> {
  const { prefixes } = await cuts();
  return Object.entries(prefixes)
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `)
    .join("");
}

/** The IRI of what has a name as its code or its label, in a scope or anywhere. */
async function named(name: string, scope: readonly string[]): Promise<string> {
  const value = literal(name.trim());
  const { names } = await cuts();
  const text = `SELECT DISTINCT ?thing WHERE { ?thing ${names} ?name FILTER(STR(?name) = ${value}) } LIMIT 2`;
  for (const graphs of [scope, []]) {
    const { results } = JSON.parse(await query(text, graphs, RESULTS, await prologue())) as {
      results: { bindings: { thing: { value: string } }[] };
    };
    if (results.bindings.length > 1) throw new ApiError(400, words.severalNames(name));
    if (results.bindings[0]) return results.bindings[0].thing.value;
  }
  throw new ApiError(400, words.unknownName(name));
}

async function explained(given: Given): Promise<unknown> {
  return (await import("./explaining")).explained(given);
}

async function described(name: string): Promise<unknown> {
  const { listed, others } = await descriptions();
  const found = listed.find((each) => each.name === name) ?? others[name];
  if (!found) throw new ApiError(404, words.unknownQuestion(name));
  return found;
}

function answered(text: string, type = "application/json"): Response {
  return new Response(text, { headers: { "Content-Type": type } });
}
