// What the projects of a plan are asked for by, and the facets by which they are found.

import { ask, type Parameters } from "../../lib/api";
import type { Order, Orders } from "../../lib/city_order";
import { codedName } from "../../lib/codes";
import { UNKNOWN, type Facet, type Value } from "../../lib/facets";
import { goalOf } from "../../lib/goals";
import { asMoney, share } from "../../lib/format";
import { frame } from "../../lib/i18n/frame";
import type { Language } from "../../lib/address.svelte";
import { tiersOf, type Outline } from "../../lib/outline";
import { parametersOf, thingsAsked, type Project } from "../../lib/projects";
import { here, inPlan, inYear } from "../../lib/scope.svelte";
import { ways } from "../../lib/search";
import { text, type Row } from "../../lib/terms";
import { words } from "./words";

/** Words and amounts that the question is asked with, and what of the address says them. */
export const ASKED = ["text", "budgetfrom", "budgetto", "ratefrom", "rateto"] as const;

/** The optional parameters of the question that an address gives. */
export function askedBy(query: Readonly<Record<string, string>>): Parameters {
  const given = ASKED.flatMap((name) => (query[name] ? [[name, query[name]]] : []));
  return { ...(Object.fromEntries(given) as Parameters), ...parametersOf(thingsAsked(query)) };
}

/** The projects that some parameters leave; where nothing goes by their words, those for what these may mean. */
export async function projectsFor(
  parameters: Readonly<Record<string, string>>,
): Promise<{ rows: readonly Row[]; meant: string }> {
  const { text: typed = "", ...others } = parameters;
  const { rows } = await ask("projects", parameters);
  if (rows.length || !typed || (await ask("projects", inYear({ text: typed }))).rows.length)
    return { rows, meant: typed };
  for await (const { meant } of ways(typed)) {
    const found = await ask("projects", { ...others, text: meant });
    if (found.rows.length) return { rows: found.rows, meant };
  }
  return { rows, meant: typed };
}

/** The steps between which shares spent are counted. */
const SHARES = [80, 95, 105]; // percent of the budget that was spent

const notKnown = (): Value => ({ key: UNKNOWN, label: frame.notKnown });

/** The strategies of each project (IRI). */
export type Strategies = ReadonlyMap<string, readonly Value[]>;

/** The strategies that each project (IRI) of the plan advances. */
export async function strategiesOf(): Promise<Strategies> {
  if (!here().has.strategies) return new Map();
  const { rows } = await ask("projects-of-strategies", inPlan());
  const inTurn = [...new Set(rows.map(({ strategy }) => text(strategy)))];
  const found = new Map<string, Value[]>();
  for (const { project, strategy, code, label } of rows) {
    const value = {
      key: text(code),
      label: codedName({ code: text(code), label: text(label) }),
      place: inTurn.indexOf(text(strategy)),
    };
    found.set(text(project), [...(found.get(text(project)) ?? []), value]);
  }
  return found;
}

/** The facets of projects: a plan's tiers above them, and what else is known of them, down to their money. */
export function facetsOf(plan: Outline, lang: Language, strategies: Strategies, orders: Orders): Facet<Project>[] {
  const amounts = stepsOf([...plan.all.values()].filter(({ children }) => !children.length).map((one) => one.budget));
  const inPlace = (values: readonly string[], order: Order) =>
    values.filter(Boolean).map((value) => ({ key: value, label: value, place: order(value) }));
  const known = (values: readonly string[], order: Order) =>
    values.some(Boolean) ? inPlace(values, order) : [notKnown()];
  return [
    ...tiersAbove(plan),
    { key: "office", label: words.office, values: ({ offices }) => known(offices, orders.office), inOrder: true },
    {
      key: "goal",
      label: words.goal,
      values: ({ goals }) => goals.map((code) => ({ key: code, label: `${code} ${goalOf(code)?.label[lang] ?? ""}` })),
      inOrder: true,
    },
    { key: "grade", label: words.grade, values: ({ grade }) => known([grade], orders.grade), inOrder: true },
    {
      key: "direction",
      label: words.direction,
      values: ({ direction }) => known([direction], orders.direction),
      inOrder: true,
    },
    { key: "ward", label: words.ward, values: ({ wards }) => inPlace(wards, orders.ward), inOrder: true },
    ...(strategies.size
      ? [
          {
            key: "advances",
            label: words.strategy,
            values: ({ iri }: Project) => strategies.get(iri) ?? [],
            inOrder: true,
          },
        ]
      : []),
    ...(here().has.money
      ? [
          {
            key: "budget",
            label: words.budget,
            values: ({ budget }: Project) => step(budget, amounts, asMoney),
            inOrder: true,
          },
          {
            key: "rate",
            label: words.rate,
            values: ({ rate }: Project) => step(rate, SHARES, (per) => share(per / 100)),
            inOrder: true,
          },
        ]
      : []),
  ];
}

/** The powers of ten between which amounts are counted, about the one in their middle. */
export function stepsOf(amounts: readonly (number | undefined)[]): number[] {
  const known = amounts.filter((amount) => amount !== undefined && amount > 0) as number[];
  const middle = known.sort((one, other) => one - other)[known.length >> 1] ?? 1;
  return [0, 1, 2].map((more) => 10 ** (Math.floor(Math.log10(middle)) + more));
}

/** Between which steps a number lies. */
function step(value: number | undefined, steps: readonly number[], written: (value: number) => string): Value[] {
  if (value === undefined) return [notKnown()];
  const at = steps.filter((each) => each <= value).length;
  const [from, to] = [steps[at - 1], steps[at]].map((each) => each !== undefined && written(each));
  const label = from && to ? words.between(from, to) : from ? words.from(from) : words.below(to || "");
  return [{ key: String(at), label }];
}

function tiersAbove(plan: Outline): Facet<Project>[] {
  const places = new Map([...plan.all.keys()].map((iri, place) => [iri, place]));
  const above = (iri: string) => {
    const found = [];
    for (let at = plan.all.get(iri)?.parent; at; at = at.parent) found.push(at);
    return found;
  };
  const holding = [...plan.all.values()].filter(({ children }) => children.length);
  return tiersOf(holding).map(({ tier }) => ({
    key: `tier-${tier.rank}`,
    label: tier.label,
    values: ({ iri }): Value[] =>
      above(iri)
        .filter((element) => element.tier.key === tier.key)
        .map((element) => ({ key: element.code, label: codedName(element), place: places.get(element.iri) })),
    inOrder: true,
  }));
}
