// What a search finds, in which order.

import { expect, test, vi } from "vitest";
import { everything, search } from "../src/lib/search";
import type { Row } from "../src/lib/terms";
import { learnTown, OFFICE, pg } from "./town";

const HITS = [
  ["measure of another city", pg("Measure"), "elsewhere"],
  ["own office", OFFICE, "here"],
  ["own measure", pg("Measure"), "here"],
] as const;

vi.mock("../src/lib/api", async (original) => ({
  ...(await original<object>()),
  ask: (): Promise<{ rows: Row[] }> =>
    Promise.resolve({
      rows: HITS.map(([label, kind, city]): Row => {
        const values = { thing: label, label, class: kind, city, rank: "3" };
        return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { type: "literal", value }]));
      }),
    }),
}));
vi.mock("../src/lib/scope.svelte", () => ({ here: () => ({ iri: "", city: { iri: "here" } }), allPlans: () => [] }));

test("what is of the city looked at comes before what is of others", async () => {
  learnTown();
  const { hits } = await everything("x", "en");

  expect(hits.map(({ label }) => label)).toEqual(["own measure", "own office", "measure of another city"]);
});

test("while typing, what is called just so comes before what only stands where a word says", async () => {
  learnTown();
  const { hits } = await search("own office", "en");

  expect(hits.map(({ label }) => label)).toEqual(["own office", "own measure"]);
});
