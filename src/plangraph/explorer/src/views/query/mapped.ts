// An answer with a map, where it tells of things in a city whose places have outlines.

import { thingsIn, type Answer } from "../../lib/answers";
import { placesOf, type Places } from "../../lib/places";
import { here } from "../../lib/scope.svelte";

export interface Mapped {
  answer: Answer;
  map: Places | undefined;
}

/** An answer that tells of things, with the places of the city that have outlines. */
export async function mapped(asked: Promise<Answer>): Promise<Mapped> {
  const answer = await asked;
  const tells = "rows" in answer && thingsIn(answer.rows).length > 0;
  return { answer, map: tells ? await placesOf(here().city.iri) : undefined };
}
