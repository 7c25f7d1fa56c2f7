// The files of a published site, each fetched once.

import { ApiError, type Question } from "../api";
import { served } from "../base";
import { tables } from "../publication";
import { unpacked } from "./unpacking";
import { words } from "./words";

/** What there is in a published site, and which question is answered by which file. */
export interface Site {
  /** The plan (IRI) that questions are about unless they name another. */
  plan: string;
  /** For each plan (IRI), the graphs (IRIs) that a question about it sees. */
  scopes: Record<string, string[]>;
  /** The key of each plan's city. */
  cities: Record<string, string>;
  /** The file of each graph (IRI), in gzip. */
  graphs: Record<string, string>;
  /** For each question, by its parameters, the file of the answer. */
  answers: Record<string, Record<string, string>>;
  /** For each question, by its parameters, the files of the table, without their endings. */
  tables: Record<string, Record<string, string>>;
}
export interface CutParameter {
  name: string;
  variable: string;
  type: string;
  default: string | null;
  choices: string[];
  derived: boolean;
  optional: boolean;
  fold: boolean;
}
/** A piece of a question: text, the place of a parameter's term, or that of the graphs that it sees. */
export interface Piece {
  kind: "text" | "parameter" | "graphs";
  text: string;
  needs?: string[];
}
export interface Cut {
  form: string;
  graphs: string[];
  parameters: CutParameter[];
  pieces: Piece[];
}
export interface Cuts {
  prefixes: Record<string, string>;
  /** By what things are called, as a path of SPARQL. */
  names: string;
  questions: Record<string, Cut>;
  taken: Record<string, Record<string, Record<string, string>>>;
}
export interface Descriptions {
  listed: Question[];
  others: Record<string, Question>;
}

const held = new Map<string, Promise<unknown>>();

export const site = () => json<Site>("data/site.json.gz").then(known);
export const cuts = () => json<Cuts>("data/cuts.json.gz");
export const descriptions = () => json<Descriptions>("data/questions.json.gz");

function known(all: Site): Site {
  Object.assign(tables, all.tables);
  return all;
}

/** A JSON file of the site, which is kept in gzip. */
export function json<T>(path: string): Promise<T> {
  const known = held.get(path) as Promise<T> | undefined;
  if (known) return known;
  const content = packed(path).then((response) => response.json() as Promise<T>);
  held.set(path, content);
  content.catch(() => held.delete(path));
  return content;
}

/** A JSON file of the site, which is kept in gzip, as an answer. */
export async function packed(path: string): Promise<Response> {
  const content = await unpacked(served(`/${path}`)).catch(() => {
    throw new ApiError(0, words.unreachable);
  });
  return new Response(content as BodyInit, { headers: { "Content-Type": "application/json" } });
}
