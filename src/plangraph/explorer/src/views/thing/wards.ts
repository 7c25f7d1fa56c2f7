// The wards of the city on a map, for the page of one of them.

import { ask } from "../../lib/api";
import { placesOf, type Places } from "../../lib/places";
import { here, inYear } from "../../lib/scope.svelte";
import { number, text } from "../../lib/terms";
import type { Lead } from "./relations";
import { words } from "./words";

export interface Wards extends Places {
  /** How many projects of the plan concern each ward (IRI), where that is known. */
  readonly projects: ReadonlyMap<string, number>;
}

/** The wards with outlines, if a place is one of them or their city; else undefined. */
export async function wardsAround(place: string): Promise<Wards | undefined> {
  const city = here().city.iri;
  const map = await placesOf(city);
  if (!map.places.some(({ iri }) => [iri, city].includes(place))) return undefined;
  const { rows } = await ask("wards", inYear());
  const counted = rows.map((row) => [text(row.ward), number(row.projects)] as const);
  return { ...map, projects: new Map(counted.filter((pair): pair is [string, number] => pair[1] !== undefined)) };
}

/** The plan of a ward, if it has one of its own. */
export async function planOfWard(ward: string): Promise<Lead[]> {
  const { rows } = await ask("wards", inYear());
  const row = rows.find((row) => text(row.ward) === ward && row.plan);
  if (!row) return [];
  const plan = { iri: text(row.plan), code: "", label: text(row.plan_label), how: "", of: "" };
  return [{ title: words.wardPlan, things: [plan] }];
}
