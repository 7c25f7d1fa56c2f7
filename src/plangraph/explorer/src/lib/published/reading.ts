// What of a query has to be known before it is asked: its form, and whether it names graphs itself.

const QUOTED = /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/;
const NO_KEYWORDS = new RegExp(`<[^>\\s]*>|${QUOTED.source}|[?$]\\w+|#.*`, "g");

export interface Reading {
  /** SELECT, ASK, CONSTRUCT or DESCRIBE. */
  readonly form: string;
  /** Whether it asks some graphs by their names. */
  readonly names: boolean;
  /** Whether it says itself which graphs it is asked of. */
  readonly from: boolean;
}

/** Read a query by its keywords, which stand neither in texts, IRIs and variables nor in comments. */
export function readingOf(sparql: string): Reading {
  const plain = sparql.replace(NO_KEYWORDS, " ");
  const from = /\bFROM\b/i.test(plain);
  return {
    form: /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(plain)?.[1]?.toUpperCase() ?? "SELECT",
    names: from || /\bGRAPH\b/i.test(plain),
    from,
  };
}
