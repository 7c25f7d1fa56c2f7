// Where tiers, grades, directions, wards, offices and plans stand in the order of their city.

import { ask } from "./api";
import { allPlans, here } from "./scope.svelte";
import { number, text } from "./terms";

/** The place of a thing (IRI), the city that is looked at first; undefined if a city gives it none. */
export type CityOrder = (iri: string) => number | undefined;

/** More than the things that a city lists. */
const FAR = 1e6;

export async function cityOrder(): Promise<CityOrder> {
  const { rows } = await ask("city-order");
  const numbers = new Map(rows.map((row) => [text(row.thing), number(row.number) ?? 0]));
  const spaces = [...new Set([here(), ...allPlans()].map(({ city }) => city.space))];
  return (iri) => {
    const own = numbers.get(iri);
    return own === undefined ? undefined : own + FAR * spaces.findIndex((space) => iri.startsWith(space));
  };
}
