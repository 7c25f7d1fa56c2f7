// Triples as N-Triples (https://www.w3.org/TR/n-triples/) writes them, one a line.

import type { Term } from "./terms";

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
}

const LINE =
  /^\s*(<[^>]*>|_:\S+)\s+<([^>]*)>\s+(?:(<[^>]*>|_:\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)\s*\.\s*$/;
const ESCAPED = /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(.))/gs;
const ESCAPES: Record<string, string> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

/** The triples of a document; lines that are none, such as comments, are passed over. */
export function toTriples(document: string): Triple[] {
  return document.split("\n").flatMap((line) => {
    const [, subject, predicate, resource, literal, lang, datatype] = LINE.exec(line) ?? [];
    if (subject === undefined || predicate === undefined) return [];
    const object: Term =
      resource === undefined
        ? {
            type: "literal",
            value: plain(literal ?? ""),
            ...(lang && { "xml:lang": lang }),
            ...(datatype && { datatype }),
          }
        : { type: resource.startsWith("_:") ? "bnode" : "uri", value: named(resource) };
    return [{ subject: named(subject), predicate: plain(predicate), object }];
  });
}

function named(term: string): string {
  return term.startsWith("_:") ? term : plain(term.slice(1, -1));
}

function plain(text: string): string {
  return text.replace(ESCAPED, (_, short?: string, long?: string, sign: string = "") =>
    short || long ? String.fromCodePoint(parseInt((short ?? long)!, 16)) : (ESCAPES[sign] ?? sign),
  );
}
