// The shortest way from what is stated to a statement by rules, as plangraph/reasoning/proof.py finds it.

/** Three terms as they stand in a query; in a rule, variables too. */
export type Pattern = readonly [string, string, string];

export interface Rule {
  readonly name: string;
  readonly head: Pattern;
  readonly body: readonly Pattern[];
  /** What its axiom says. */
  readonly axiom_label: { readonly ja: string; readonly en: string };
}

export interface Step {
  readonly rule: Rule;
  readonly premises: readonly Pattern[];
  readonly conclusion: Pattern;
}

/** The graph, as a proof is looked for in it. */
export interface Known {
  /** Whether a statement needs no proof. */
  isStated(statement: Pattern): Promise<boolean>;
  /** The terms, as they stand in a query, that variables have where all patterns hold; nothing binds none of them. */
  matches(patterns: readonly Pattern[], variables: readonly string[], most: number): Promise<Record<string, string>[]>;
}

export interface Bounds {
  /** The steps of a proof. */
  readonly most_steps: number;
  /** The ways in which one rule leads to one statement. */
  readonly most_ways: number;
}

/** The proof with the fewest steps, none for what is stated; undefined if there is none. */
export async function prove(
  statement: Pattern,
  rules: readonly Rule[],
  known: Known,
  bounds: Bounds,
): Promise<Step[] | undefined> {
  const search = new Search(rules, known, bounds.most_ways);
  for (let steps = 0; steps <= bounds.most_steps; steps += 1) {
    const proof = await search.within(statement, steps);
    if (proof) return eachOnce(proof);
    if (steps && !(await search.stepsTo(statement)).length) return undefined;
  }
  return undefined;
}

/** Backward chaining that deepens step by step: each premise has fewer steps left than what it serves. */
class Search {
  private readonly found = new Map<string, readonly Step[]>();
  private readonly failed = new Map<string, number>();
  private readonly ways = new Map<string, Step[]>();

  constructor(
    private readonly rules: readonly Rule[],
    private readonly known: Known,
    private readonly most: number,
  ) {}

  async within(statement: Pattern, steps: number): Promise<readonly Step[] | undefined> {
    const key = statement.join(" ");
    const found = this.found.get(key) ?? ((await this.known.isStated(statement)) ? [] : undefined);
    if (found) {
      this.found.set(key, found);
      return found.length <= steps ? found : undefined;
    }
    if (steps <= (this.failed.get(key) ?? 0)) return undefined;
    let best: readonly Step[] | undefined;
    for (const step of await this.stepsTo(statement)) {
      best = (await this.by(step, (best ? best.length : steps + 1) - 1)) ?? best;
    }
    if (best) this.found.set(key, best);
    else this.failed.set(key, steps);
    return best;
  }

  async stepsTo(statement: Pattern): Promise<Step[]> {
    const key = statement.join(" ");
    let ways = this.ways.get(key);
    if (!ways) {
      ways = [];
      for (const rule of this.rules) ways.push(...(await this.waysOf(rule, statement)));
      this.ways.set(key, ways);
    }
    return ways;
  }

  /** All premises of a step proved so that with it there are no more than so many steps. */
  private async by(step: Step, steps: number): Promise<readonly Step[] | undefined> {
    let left = steps - 1;
    const parts: Step[] = [];
    for (const premise of step.premises) {
      const proof = left >= 0 ? await this.within(premise, left) : undefined;
      if (!proof) return undefined;
      left -= proof.length;
      parts.push(...proof);
    }
    return [...parts, step];
  }

  private async waysOf(rule: Rule, statement: Pattern): Promise<Step[]> {
    const values = new Map<string, string>();
    for (const [at, part] of rule.head.entries()) {
      const term = statement[at]!;
      if (!part.startsWith("?") && part !== term) return [];
      if ((values.get(part) ?? term) !== term) return [];
      values.set(part, term);
    }
    const body = rule.body.map((pattern) => filled(pattern, (part) => values.get(part)));
    if (body.some(([subject]) => subject.startsWith('"'))) return []; // an inverse would make a text the subject
    const free = [...new Set(body.flat().filter((part) => part.startsWith("?")))].sort();
    const rows = await this.known.matches(body, free, this.most);
    return rows
      .map((row) => body.map((pattern) => filled(pattern, (part) => row[part])))
      .filter((premises) => !premises.some((premise) => premise.join(" ") === statement.join(" ")))
      .map((premises) => ({ rule, premises, conclusion: statement }));
  }
}

function filled([subject, predicate, object]: Pattern, value: (part: string) => string | undefined): Pattern {
  return [value(subject) ?? subject, value(predicate) ?? predicate, value(object) ?? object];
}

/** The steps without those whose conclusion an earlier one has reached. */
function eachOnce(proof: readonly Step[]): Step[] {
  const seen = new Set<string>();
  return proof.filter(({ conclusion }) => {
    const key = conclusion.join(" ");
    return !seen.has(key) && seen.add(key);
  });
}
