// RDF terms as the SPARQL 1.1 Query Results JSON Format gives them.

import namespaces from "../generated/namespaces.json";
import { encoded, readable } from "./thing_path";

export interface Term {
  type: "uri" | "literal" | "bnode";
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}
export type Row = Record<string, Term | undefined>;
export interface Rows {
  variables: string[];
  rows: Row[];
}

export const THINGS = namespaces.things;
export const PREFIXES = namespaces.prefixes;
export const RDF_TYPE = `${PREFIXES.rdf}type`;
export const LABEL = `${PREFIXES.rdfs}label`;
export const NOTATION = `${PREFIXES.skos}notation`;

/** The text of a term, or "". */
export function text(term: Term | undefined): string {
  return term?.value ?? "";
}

/** The number that a term states, or undefined if it states none. */
export function number(term: Term | undefined): number | undefined {
  const value = term?.type === "literal" && term.value !== "" ? Number(term.value) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a term is true. */
export function truth(term: Term | undefined): boolean {
  return term?.value === "true" || term?.value === "1";
}

/** The last part of an IRI: what comes after the last # or /. */
export function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf("#"), iri.lastIndexOf("/")) + 1);
}

/** An IRI with its prefix if it has one, such as pg:Project or sdg:11.5; else itself. */
export function compact(iri: string): string {
  for (const [prefix, base] of Object.entries(PREFIXES)) {
    const rest = iri.slice(base.length);
    if (iri.startsWith(base) && rest && !rest.includes("/")) return `${prefix}:${rest}`;
  }
  return iri;
}

/** What stands in the address for a thing: the path of our own IRIs as it is read, prefix:name, or the whole IRI. */
export function pathOf(iri: string): string {
  return iri.startsWith(THINGS) ? readable(iri.slice(THINGS.length)) : compact(iri);
}

/** The IRI that a path in the address stands for. */
export function iriOf(path: string): string {
  const [, prefix = "", name = ""] = /^([a-z]+):([^/].*)$/.exec(path) ?? [];
  const base = new Map(Object.entries(PREFIXES)).get(prefix);
  if (base) return base + name;
  if (/^https?:\//.test(path)) return path.replace(/^(https?:)\/+/, "$1//");
  return THINGS + encoded(path);
}

/** Whether an IRI names a thing of ours or a goal or target, which have pages of their own. */
export function isThing(iri: string): boolean {
  return iri.startsWith(THINGS) || (iri.startsWith(PREFIXES.sdg) && !iri.startsWith(PREFIXES.sdgo));
}

/** Where a thing's own page is. */
export function pageOf(iri: string): { view: string; rest: string } {
  return { view: "thing", rest: pathOf(iri) };
}
