// The wards of a city that have outlines, with their residents, and whom the outlines are from.

import { ask } from "./api";
import { address } from "./address.svelte";
import { endsOf, shapeOf, type Outline } from "./geo";
import { number, text } from "./terms";

export interface Place extends Outline {
  readonly iri: string;
  readonly label: string;
  /** How many people live there, and in which year they were counted; undefined where it is not known. */
  readonly population: number | undefined;
  readonly counted: number | undefined;
}

export interface Places {
  readonly places: readonly Place[];
  /** The sources of the outlines, with their publishers, in words. */
  readonly credit: readonly string[];
}

/** The places with outlines within a city (IRI); none if it brings none. */
export async function placesOf(city: string): Promise<Places> {
  const { rows } = await ask("ward-map", { place: city, lang: address.lang });
  const places = new Map(
    rows.map((row) => [
      text(row.ward),
      {
        iri: text(row.ward),
        label: text(row.label),
        shape: shapeOf(text(row.geometry)),
        along: endsOf(text(row.name_along)),
        population: number(row.population),
        counted: number(row.when),
      },
    ]),
  );
  const credit = rows.map((row) => [text(row.source_label), text(row.publisher)].filter(Boolean).join(" – "));
  return {
    places: [...places.values()].filter(({ shape }) => shape.length),
    credit: [...new Set(credit.filter(Boolean))],
  };
}
