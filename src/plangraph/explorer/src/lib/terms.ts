// RDF terms as the SPARQL 1.1 Query Results JSON Format gives them.

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

export const THINGS = "https://w3id.org/plangraph/id/";
export const PREFIXES: Record<string, string> = {
  pg: "https://w3id.org/plangraph/ontology#",
  sdgo: "http://metadata.un.org/sdg/ontology#",
  sdg: "http://metadata.un.org/sdg/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  org: "http://www.w3.org/ns/org#",
  dcterms: "http://purl.org/dc/terms/",
  dcat: "http://www.w3.org/ns/dcat#",
  void: "http://rdfs.org/ns/void#",
  geo: "http://www.opengis.net/ont/geosparql#",
  foaf: "http://xmlns.com/foaf/0.1/",
};

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

/** What stands in the address for a thing: the path of our own IRIs, prefix:name, or the whole IRI. */
export function pathOf(iri: string): string {
  return iri.startsWith(THINGS) ? iri.slice(THINGS.length) : compact(iri);
}

/** The IRI that a path in the address stands for. */
export function iriOf(path: string): string {
  const [, prefix = "", name = ""] = /^([a-z]+):([^/].*)$/.exec(path) ?? [];
  if (PREFIXES[prefix]) return PREFIXES[prefix] + name;
  if (/^https?:\//.test(path)) return path.replace(/^(https?:)\/+/, "$1//");
  return THINGS + path;
}

/** Whether an IRI names a thing of ours or a goal or target, which have pages of their own. */
export function isThing(iri: string): boolean {
  return iri.startsWith(THINGS) || /^https?:\/\/metadata\.un\.org\/sdg\/\d/.test(iri);
}

/** Where a thing's own page is. */
export function pageOf(iri: string): { view: string; rest: string } {
  return { view: "thing", rest: pathOf(iri) };
}
