// The one way to the data: questions by name (and, in the query view, SPARQL that the reader wrote).

import type { Language } from "./address.svelte";
import { served } from "./base";
import { frame } from "./i18n/frame";
import { learnTongue } from "./i18n/script";
import { RESULTS } from "./media_types";
import { PUBLISHED, tableOf } from "./publication";
import type { Row, Rows } from "./terms";

export type Parameters = Record<string, string | number>;
export interface QuestionUse {
  name: string;
  parameters?: Parameters;
}
/** What a column of an answer holds; queries/words.toml says what each of them means. */
export type Holds =
  | "thing"
  | "code"
  | "label"
  | "text"
  | "count"
  | "number"
  | "money"
  | "percent"
  | "year"
  | "date"
  | "order"
  | "grade"
  | "basis"
  | "flag"
  | "remark"
  | "colour";
export interface Heading {
  name: string;
  label: Record<Language, string>;
  holds: Holds;
  /** What values are called that are words of the question: `total`, `none`. */
  values?: Readonly<Record<string, Record<Language, string>>>;
}
export interface QuestionParameter {
  name: string;
  label: Record<Language, string>;
  type: "iri" | "integer" | "decimal" | "string" | Language;
  default: string | null;
  choices: string[];
  choice_labels: Record<string, Record<Language, string>>;
  derived: boolean;
  required: boolean;
}
export interface Question {
  name: string;
  topic: string;
  topic_label: Record<Language, string>;
  /** What a plan must have to be asked about the topic; null where any plan will do. */
  topic_needs: string | null;
  form: "SELECT" | "ASK" | "CONSTRUCT" | "DESCRIBE";
  summary: Record<Language, string>;
  description: Record<Language, string>;
  parameters: QuestionParameter[];
  columns: Heading[];
  sparql: string;
}
export interface Info {
  identity: string;
  plan: string;
  datasets: string[];
  counts: Record<string, number>;
  graphs: Record<string, number>;
  version: string;
}

/** Where in a query a fault lies, the first line and column being 1. */
export interface Place {
  line: number;
  column: number;
}

/** What the server said was wrong, in its words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** Where it lies in the query; undefined where it is of no query, or nobody knows. */
    readonly place?: Place,
  ) {
    super(message);
  }
}

/** How much of what a server says of a fault is shown, in characters. */
const LONGEST = 400;
const held = new Map<string, Promise<unknown>>();

/** The rows that a question answers with. The same question is asked once a visit: a build never changes. */
export function ask(name: string, parameters: Parameters = {}): Promise<Rows> {
  const read = async (response: Response) => toRows((await response.json()) as Results);
  return once(questionUrl({ name, parameters }), read, RESULTS);
}

/** What is served and how much of it. */
export function info(): Promise<Info> {
  return once(served("/api/info"), (response) => response.json() as Promise<Info>);
}

/** All questions that there are. */
export function questions(): Promise<Question[]> {
  return once(served("/api/queries"), (response) => response.json() as Promise<Question[]>);
}

/** What is said of one question, also of one that is not listed. */
export function question(name: string): Promise<Question> {
  return once(questionUrl({ name }, "description"), (response) => response.json() as Promise<Question>);
}

/** A question as SPARQL with its parameters bound. */
export function boundText(use: QuestionUse): Promise<string> {
  return once(questionUrl(use, "sparql"), (response) => response.text());
}

/** JSON of another resource of the API. */
export function resource<T>(path: string, query: Record<string, string> = {}): Promise<T> {
  return once(`${served(path)}?${new URLSearchParams(query)}`, (response) => response.json() as Promise<T>);
}

/** The address of a question's answer. */
export function questionUrl(use: QuestionUse, format = ""): string {
  const query = new URLSearchParams(Object.entries(use.parameters ?? {}).map(([key, value]) => [key, String(value)]));
  if (format) query.set("format", format);
  const tail = query.toString();
  return served(`/api/queries/${encodeURIComponent(use.name)}${tail ? `?${tail}` : ""}`);
}

/** An answer in the SPARQL 1.1 Query Results JSON Format. */
export interface Results {
  head: { vars?: string[] };
  results?: { bindings: Row[] };
  boolean?: boolean;
}

/** Rows from the SPARQL 1.1 Query Results JSON Format. */
export function toRows(answer: Results): Rows {
  const rows = answer.results?.bindings ?? [];
  for (const row of rows) for (const term of Object.values(row)) if (term) learnTongue(term.value, term["xml:lang"]);
  return { variables: answer.head.vars ?? [], rows };
}

/** The address of a question's answer as a table; "" where there is none. */
export function tableUrl(use: QuestionUse, format: string): string {
  return PUBLISHED ? tableOf(use, format) : questionUrl(use, format);
}

/** Ask the server, or the files of a published site. What goes wrong is an ApiError in the words of the page. */
export async function send(url: string, request: RequestInit): Promise<Response> {
  if (PUBLISHED) return (await import("./published")).send(url, request);
  const response = await fetch(url, request).catch(() => {
    throw new ApiError(0, frame.unreachable);
  });
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const tail = document.documentElement.lang === "ja" ? "_ja" : "";
  const parts = ["title", "detail"].map((name) => problem[name + tail] ?? problem[name]);
  const said = parts.filter((part) => typeof part === "string").join(": ");
  const message = said.slice(0, LONGEST) || `${response.status} ${response.statusText}`;
  throw new ApiError(response.status, message, placeIn(problem));
}

/** Where the problem details of a server say that a fault lies. */
function placeIn({ line, column }: Record<string, unknown>): Place | undefined {
  return typeof line === "number" && typeof column === "number" ? { line, column } : undefined;
}

function once<T>(url: string, read: (response: Response) => Promise<T>, accept = "*/*"): Promise<T> {
  const known = held.get(url) as Promise<T> | undefined;
  if (known) return known;
  const answer = send(url, { headers: { Accept: accept } }).then(read);
  held.set(url, answer);
  answer.catch(() => held.delete(url));
  return answer;
}
