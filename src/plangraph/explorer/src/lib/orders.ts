// Where offices, wards, grades and directions stand in the order of their city, by their names.

import { ask } from "./api";
import { codedName, gradesOf, type Outline } from "./outline";
import { here, inPlan, inYear } from "./scope.svelte";
import { text } from "./terms";

/** The place of something in the city's order, by its name. */
export type Order = (name: string) => number;
export type Orders = Readonly<Record<"office" | "ward" | "grade" | "direction", Order>>;

/** The orders in which the city of the plan that is looked at lists its offices, wards, grades and directions. */
export async function fetchOrders(plan: Promise<Outline>): Promise<Orders> {
  const { has } = here();
  const [{ all }, offices, wards, directions] = await Promise.all([
    plan,
    has.offices ? ask("offices", inPlan()) : undefined,
    has.wards ? ask("wards", inYear()) : undefined,
    ask("directions", inYear()),
  ]);
  return {
    office: orderOf((offices?.rows ?? []).map(({ label }) => text(label))),
    ward: orderOf((wards?.rows ?? []).map(({ label }) => text(label))),
    grade: orderOf(gradesOf(all.values()).map(({ grade }) => codedName(grade))),
    direction: orderOf(directions.rows.map(({ code, label }) => codedName({ code: text(code), label: text(label) }))),
  };
}

function orderOf(names: readonly string[]): Order {
  return (name) => placed(names.indexOf(name), names.length);
}

/** A place, which is the last where something was not found. */
function placed(at: number, last: number): number {
  return at < 0 ? last : at;
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
