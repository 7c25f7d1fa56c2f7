// Why a statement of a published site holds, told as the server tells it (plangraph/reasoning/explanation.py).

import english from "../../generated/english.json";
import { ApiError, type Results } from "../api";
import { RESULTS } from "../media_types";
import { localName, PREFIXES, THINGS, type Row, type Term } from "../terms";
import { query } from "./engine";
import { json } from "./files";
import { Proofs, type Rule, type Statement } from "./proofs";
import { words } from "./words";

interface Words {
  readonly ja: string;
  readonly en: string;
}
/** What one needs to explain statements without Python: see plangraph/reasoning/followed.py. */
interface Means {
  readonly terms: string[];
  readonly rules: Rule[];
  readonly texts: { asserted: string; labels: string; grounds: string; source: string };
  readonly sentence: Words;
  readonly is_a: Words;
  readonly given: Record<string, Words>;
}
interface Grounds {
  basis: string | null;
  rationale: { ja: string | null; en: string | null } | null;
  source: { iri: string; labels: Words } | null;
}

const NOTHING: Grounds = { basis: null, rationale: null, source: null };
const BEFORE_VOWEL = new RegExp(english.before_quoted_vowel, "g");
const TYPE = `<${PREFIXES.rdf}type>`;

let proofs: Proofs | undefined;

/** Explain the statement of three IRIs; `prologue` has the prefixes that every query knows. */
export async function explained(given: Record<string, string>, prologue: string): Promise<unknown> {
  const means = await json<Means>("data/explaining.json.gz");
  const iris = [given.subject, given.predicate, given.object].map((iri) => {
    if (!iri || /[\s<>"{}|^`\\]/.test(iri)) throw new ApiError(400, words.unknownName(iri ?? ""));
    return `<${iri}>`;
  });
  const statement = iris as unknown as Statement;
  const inferred = (proofs ??= new Proofs(means.terms, means.rules));
  const graph = new Told(means, prologue);
  if (!inferred.has(statement) && !(await graph.isStated(statement))) throw new ApiError(404, words.noReason);
  const steps = inferred.stepsTo(statement);
  const said = new Map(
    [statement, ...steps.flatMap(({ premises, conclusion }) => [...premises, conclusion])].map((one) => [
      one.join(" "),
      one,
    ]),
  );
  const names = await graph.names([...said.values()].flat());
  const grounds = new Map<string, Grounds>();
  for (const [key, one] of said) if (!inferred.has(one)) grounds.set(key, await graph.grounds(one));
  const told = ([subject, predicate, object]: Statement) => {
    const parts = [subject, predicate, object].map((term) => names.get(term) ?? { ja: shown(term), en: shown(term) });
    return {
      subject: shown(subject),
      predicate: shown(predicate),
      object: shown(object),
      text: sentence(means.sentence, parts),
    };
  };
  return {
    asserted: grounds.has(statement.join(" ")),
    steps: steps.map(({ rule, premises, conclusion }) => ({
      rule: rule.name,
      axiom_label: rule.axiom_label,
      premises: premises.map((one) => ({
        ...told(one),
        asserted: grounds.has(one.join(" ")),
        ...(grounds.get(one.join(" ")) ?? NOTHING),
      })),
      conclusion: told(conclusion),
    })),
  };
}

/** The graphs of the site, from which statements are told in words. */
class Told {
  constructor(
    private readonly means: Means,
    private readonly prologue: string,
  ) {}

  isStated(statement: Statement): Promise<boolean> {
    return this.truth(put(this.means.texts.asserted, { statement: statement.join(" ") }));
  }

  /** What terms are called, by the terms as they stand in a query. */
  async names(terms: readonly string[]): Promise<Map<string, Words>> {
    const things = [...new Set(terms.filter((term) => term.startsWith("<")))].sort();
    const found = new Map(things.map((thing) => [thing, {} as Partial<Words>]));
    const rows = things.length ? await this.rows(put(this.means.texts.labels, { things: things.join(" ") })) : [];
    for (const { thing, label, language, code } of rows) {
      const before = code && !thing!.value.startsWith(PREFIXES.pg) ? `${code.value} ` : "";
      Object.assign(found.get(written(thing!))!, { [language!.value]: (before + label!.value).trim() });
    }
    return new Map(
      [...found].map(([thing, { ja, en }]) => {
        const name = ja ?? en ?? last(shown(thing));
        return [thing, thing === TYPE ? this.means.is_a : { ja: name, en: en ?? name }];
      }),
    );
  }

  /** The basis, rationale and source of what is stated: those of its link, or its subject's source. */
  async grounds(statement: Statement): Promise<Grounds> {
    const [subject, predicate, object] = statement;
    const parts = { subject, predicate, object };
    const [link] = await this.rows(put(this.means.texts.grounds, parts));
    if (!link) {
      for (const [graph, labels] of Object.entries(this.means.given)) {
        const there = await this.truth(`ASK { GRAPH <${graph}> { ${statement.join(" ")} } }`);
        if (there) return { ...NOTHING, source: { iri: graph, labels } };
      }
    }
    const source = link ? link.source : (await this.rows(put(this.means.texts.source, parts)))[0]?.source;
    const rationale = { ja: link?.ja?.value ?? null, en: link?.en?.value ?? null };
    return {
      basis: link?.basis ? localName(link.basis.value) : null,
      rationale: rationale.ja || rationale.en ? rationale : null,
      source: source && {
        iri: source.value,
        labels: (await this.names([written(source)])).get(written(source))!,
      },
    } as Grounds;
  }

  private async truth(text: string): Promise<boolean> {
    return (await this.answer(text)).boolean === true;
  }

  private async rows(text: string): Promise<Row[]> {
    return (await this.answer(text)).results?.bindings ?? [];
  }

  private async answer(text: string): Promise<Results> {
    return JSON.parse(await query(text, [], RESULTS, this.prologue)) as Results;
  }
}

/** A text with values in the place of their names, each behind `$`. */
function put(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\w+)/g, (_, name: string) => values[name] ?? "");
}

/** A term as it stands in a query. */
function written({ type, value, datatype, ...more }: Term): string {
  if (type === "uri") return `<${value}>`;
  if (type === "bnode") return `_:${value}`;
  const text = JSON.stringify(value); // whose escapes SPARQL knows too
  const lang = more["xml:lang"];
  return lang ? `${text}@${lang}` : datatype ? `${text}^^<${datatype}>` : text;
}

/** A literal without its quotes, an IRI without its brackets. */
function shown(term: string): string {
  if (term.startsWith("<")) return term.slice(1, -1);
  return term.startsWith('"') ? term.slice(1, term.lastIndexOf('"')) : term;
}

function last(iri: string): string {
  return iri.startsWith(THINGS) ? decodeURIComponent(iri.slice(THINGS.length)) : localName(iri);
}

function sentence(form: Words, parts: readonly Words[]): Words {
  const filled = (lang: "ja" | "en") => form[lang].replace(/\{(\d)\}/g, (_, at: string) => parts[Number(at)]![lang]);
  return { ja: filled("ja"), en: filled("en").replace(BEFORE_VOWEL, "$1n") };
}
