// Why a statement of a published site holds, told in the words that were handed out with the site
// (plangraph/reasoning/followed.py).

import english from "../../generated/english.json";
import { ApiError } from "../api";
import { json } from "./files";
import { Proofs, type Rule, type Statement } from "./proofs";
import { words } from "./words";

interface Words {
  readonly ja: string;
  readonly en: string;
}
interface Grounds {
  readonly basis: string | null;
  readonly rationale: { readonly ja: string | null; readonly en: string | null } | null;
  readonly source: { readonly iri: string; readonly labels: Words } | null;
}
/** What one needs to explain statements without Python. */
interface Means {
  readonly terms: readonly string[];
  /** What the terms are called, in their order. */
  readonly names: { readonly ja: readonly string[]; readonly en: readonly string[] };
  readonly rules: readonly Rule[];
  /** What is stated: places of three terms, and that of its grounds. */
  readonly stated: readonly (readonly [number, number, number, number])[];
  readonly grounds: readonly Grounds[];
  readonly sentence: Words;
}

const NOTHING: Grounds = { basis: null, rationale: null, source: null };
const BEFORE_VOWEL = new RegExp(english.before_quoted_vowel, "g");

let explainer: Promise<Explainer> | undefined;

/** Explain the inferred statement of three IRIs. */
export async function explained({ subject, predicate, object }: Record<string, string>): Promise<unknown> {
  explainer ??= json<Means>("data/explaining.json.gz").then((means) => new Explainer(means));
  return (await explainer).explain([`<${subject}>`, `<${predicate}>`, `<${object}>`]);
}

class Explainer {
  private readonly proofs: Proofs;
  private readonly places: ReadonlyMap<string, number>;
  private readonly stated: ReadonlyMap<string, Grounds>;

  constructor(private readonly means: Means) {
    const { terms, rules, stated, grounds } = means;
    this.proofs = new Proofs(terms, rules);
    this.places = new Map(terms.map((term, at) => [term, at]));
    this.stated = new Map(
      stated.map(([...parts]) => {
        const ground = grounds[parts.pop()!]!;
        return [parts.map((at) => terms[at]).join(" "), ground];
      }),
    );
  }

  explain(statement: Statement): unknown {
    if (!this.proofs.has(statement)) throw new ApiError(404, words.noReason);
    return {
      asserted: false,
      steps: this.proofs.stepsTo(statement).map(({ rule, premises, conclusion }) => ({
        rule: rule.name,
        axiom_label: rule.axiom_label,
        premises: premises.map((one) => ({
          ...this.told(one),
          asserted: this.stated.has(one.join(" ")),
          ...(this.stated.get(one.join(" ")) ?? NOTHING),
        })),
        conclusion: this.told(conclusion),
      })),
    };
  }

  private told(statement: Statement): Record<"subject" | "predicate" | "object", string> & { text: Words } {
    const [subject, predicate, object] = statement.map((term) => this.shown(term)) as unknown as Statement;
    const { ja, en } = this.means.sentence;
    return {
      subject,
      predicate,
      object,
      text: {
        ja: this.filled(ja, statement, "ja"),
        en: this.filled(en, statement, "en").replace(BEFORE_VOWEL, "$1n"),
      },
    };
  }

  private filled(form: string, statement: Statement, lang: keyof Words): string {
    return form.replace(/\{(\d)\}/g, (_, at: string) => this.called(statement[Number(at)]!, lang));
  }

  private called(term: string, lang: keyof Words): string {
    return this.means.names[lang][this.places.get(term)!]!;
  }

  /** An IRI without its brackets; a text goes by itself. */
  private shown(term: string): string {
    return term.startsWith("<") ? term.slice(1, -1) : this.called(term, "ja");
  }
}
