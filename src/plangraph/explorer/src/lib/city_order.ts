// Where tiers, grades, directions, wards, offices, plans and kinds of figures stand in the order of their city.

import type { Language } from "./address.svelte";
import { ask } from "./api";
import { KIND } from "./notation";
import { codedName } from "./codes";
import { allPlans, here } from "./scope.svelte";
import { number, PREFIXES, text, type Row } from "./terms";

/** The place of a thing (IRI), the city that is looked at first; undefined if a city gives it none. */
export type CityOrder = (iri: string) => number | undefined;

/** The place of something by its name; what has none comes last. */
export type Order = (name: string) => number;
/** The places of offices, wards, grades and directions, where an answer has only their names. */
export type Orders = Readonly<Record<"office" | "ward" | "grade" | "direction", Order>>;

/** More than the things that a city lists. */
const FAR = 1e6;
const OFFICE = `${PREFIXES.org}Organization`;

export async function cityOrder(lang: Language): Promise<CityOrder> {
  const { rows } = await ask("city-order", { lang });
  const numbers = new Map(rows.map((row) => [text(row.thing), number(row.number) ?? 0]));
  const spaces = [...new Set([here(), ...allPlans()].map(({ city }) => city.space))];
  return (iri) => {
    const own = numbers.get(iri);
    return own === undefined ? undefined : own + FAR * spaces.findIndex((space) => iri.startsWith(space));
  };
}

/** The orders of the city of the plan that is looked at, by names as the projects of an answer have them. */
export async function ordersByName(lang: Language): Promise<Orders> {
  const { rows } = await ask("city-order", { lang });
  const { space } = here().city;
  return ordersOf(rows.filter(({ thing }) => text(thing).startsWith(space)));
}

/** The orders by name that rows of the question `city-order` give. */
export function ordersOf(rows: readonly Row[]): Orders {
  const orderOf = (kind: string, nameOf: (row: Row) => string): Order => {
    const own = rows
      .filter((row) => text(row.class) === kind)
      .map((row) => [nameOf(row), number(row.number)!] as const);
    const places = new Map(own.reverse()); // of two of a name, the first
    return (name) => places.get(name) ?? FAR;
  };
  const named = ({ label }: Row) => text(label);
  const coded = ({ code, label }: Row) => codedName({ code: text(code), label: text(label) });
  return {
    office: orderOf(OFFICE, named),
    ward: orderOf(KIND.ward, named),
    grade: orderOf(KIND.grade, coded),
    direction: orderOf(KIND.direction, coded),
  };
}

interface Gathering {
  readonly order: Order;
  /** Tells which of two names of one place comes first. */
  readonly compare: (one: string, other: string) => number;
  /** Under what those without a name stand, behind all others. */
  readonly none: string;
}

/** Things by the names that each has, in an order. */
export function gathered<T>(
  things: readonly T[],
  namesOf: (thing: T) => readonly string[],
  { order, compare, none }: Gathering,
): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const names = namesOf(thing);
    for (const name of names.length ? names : [none]) found.set(name, [...(found.get(name) ?? []), thing]);
  }
  const last = (name: string) => Number(name === none);
  return [...found].sort(
    ([one], [other]) => last(one) - last(other) || order(one) - order(other) || compare(one, other),
  );
}
