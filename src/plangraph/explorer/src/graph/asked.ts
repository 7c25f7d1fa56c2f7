// A picture that begins with the answer to a question, or to SPARQL that the reader wrote.

import type { Language } from "../lib/address.svelte";
import { answerOf, answerTo, thingsIn, valuesOf, type Answer } from "../lib/answers";
import { questions, type QuestionUse } from "../lib/api";
import { TRIPLES } from "../lib/media_types";
import { toTriples, type Triple } from "../lib/ntriples";
import { BASIS } from "../lib/notation";
import { inYear, ofPlan } from "../lib/scope.svelte";
import { LABEL, NOTATION, RDF_TYPE } from "../lib/terms";
import { edgeKey, type EdgeRecord, type NodeRecord } from "./records";

/** A question by name with what the reader gave for its parameters, or SPARQL. */
export type Asked =
  { readonly question: string; readonly given: Readonly<Record<string, string>> } | { readonly sparql: string };

/** How many things an answer may bring at once. */
const MOST = 300;

export interface Found {
  /** The question as it was asked; none for SPARQL of the reader's own. */
  readonly use: QuestionUse | undefined;
  /** The things to show, at most `MOST`. */
  readonly ids: readonly string[];
  /** How many there are in all. */
  readonly total: number;
  /** Of the triples of a CONSTRUCT: what they say of things, and the relations that they are; else nothing. */
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
  /** The edges to be drawn between the things, by key, if not all that are known are. */
  readonly only: ReadonlySet<string> | undefined;
}

/** Asks, and gives what of the answer can be drawn. */
export async function find(asked: Asked, lang: Language): Promise<Found> {
  if ("sparql" in asked) return { ...drawable(await answerOf(asked.sparql, TRIPLES)), use: undefined };
  const use = await useOf(asked, lang);
  return { ...drawable(await answerTo(use, TRIPLES)), use };
}

/** A question with all its parameters: what the reader gave, the plan that is shown, the page's language. */
async function useOf(asked: Extract<Asked, { question: string }>, lang: Language): Promise<QuestionUse> {
  const all = await questions();
  const question = all.find(({ name }) => name === asked.question);
  const parameters = question ? valuesOf(question, asked.given, inYear({ lang }), ofPlan()) : asked.given;
  return { name: asked.question, parameters };
}

function drawable(answer: Answer): Omit<Found, "use"> {
  if ("graph" in answer) return fromTriples(toTriples(answer.graph));
  const all = "rows" in answer ? thingsIn(answer.rows) : [];
  return { ids: all.slice(0, MOST), total: all.length, nodes: [], edges: [], only: undefined };
}

function fromTriples(triples: readonly Triple[]): Omit<Found, "use"> {
  const links = triples.filter(({ predicate, object }) => object.type !== "literal" && predicate !== RDF_TYPE);
  const all = [...new Set([...triples.map(({ subject }) => subject), ...links.map(({ object }) => object.value)])];
  const ids = all.slice(0, MOST);
  const kept = new Set(ids);
  const edges = links
    .map(({ subject, predicate, object }) => ({
      source: subject,
      relation: predicate,
      target: object.value,
      basis: BASIS.answered,
    }))
    .filter(({ source, target }) => kept.has(source) && kept.has(target));
  return { ids, total: all.length, nodes: told(triples, kept), edges, only: new Set(edges.map(edgeKey)) };
}

/** The things of which the triples themselves tell a name. */
function told(triples: readonly Triple[], kept: ReadonlySet<string>): NodeRecord[] {
  const bySubject = new Map<string, Triple[]>([...kept].map((id) => [id, []]));
  for (const triple of triples) bySubject.get(triple.subject)?.push(triple);
  return [...bySubject].flatMap(([id, facts]) => {
    const of = (predicate: string, lang?: string) =>
      facts.find((fact) => fact.predicate === predicate && (!lang || fact.object["xml:lang"] === lang))?.object.value ??
      "";
    const [any, ja, en] = [of(LABEL), of(LABEL, "ja"), of(LABEL, "en")];
    if (!any) return [];
    const label = { ja: ja || any, en: en || any };
    return [{ id, kind: of(RDF_TYPE), label, code: of(NOTATION), budget: undefined }];
  });
}
