// The proofs of all that was inferred, each followed from its last step: plangraph/reasoning/followed.py found them.

/** Three terms as they stand in a query; in a rule, variables too. */
export type Statement = readonly [string, string, string];

export interface Rule {
  readonly name: string;
  readonly head: Statement;
  readonly body: readonly Statement[];
  /** What its axiom says. */
  readonly axiom_label: { readonly ja: string; readonly en: string };
  readonly variables: readonly string[];
  /** For each variable, the places of its values among the terms: one for each last step by the rule. */
  readonly values: readonly (readonly number[])[];
}

export interface Step {
  readonly rule: Rule;
  readonly premises: readonly Statement[];
  readonly conclusion: Statement;
}

export class Proofs {
  private readonly last = new Map<string, { readonly rule: Rule; readonly at: number }>();

  constructor(
    private readonly terms: readonly string[],
    rules: readonly Rule[],
  ) {
    for (const rule of rules)
      for (const at of rule.values[0]!.keys()) this.last.set(this.filled(rule.head, rule, at).join(" "), { rule, at });
  }

  /** Whether a statement was inferred. */
  has(statement: Statement): boolean {
    return this.last.has(statement.join(" "));
  }

  /** The steps to a statement, in order from facts, each once; none to what is stated. */
  stepsTo(statement: Statement): Step[] {
    const steps = new Map<string, Step>();
    this.follow(statement, steps);
    return [...steps.values()];
  }

  private follow(conclusion: Statement, steps: Map<string, Step>): void {
    const key = conclusion.join(" ");
    const last = this.last.get(key);
    if (!last || steps.has(key)) return;
    const premises = last.rule.body.map((pattern) => this.filled(pattern, last.rule, last.at));
    for (const premise of premises) this.follow(premise, steps);
    steps.set(key, { rule: last.rule, premises, conclusion });
  }

  private filled(pattern: Statement, { variables, values }: Rule, at: number): Statement {
    const [subject, predicate, object] = pattern.map((part) => {
      const variable = variables.indexOf(part);
      return variable < 0 ? part : this.terms[values[variable]![at]!]!;
    });
    return [subject!, predicate!, object!];
  }
}
