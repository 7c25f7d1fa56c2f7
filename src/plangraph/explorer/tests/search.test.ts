// What a search finds, in which order, held to the same cases as the server.

import { afterAll, expect, test, vi } from "vitest";
import cases from "../../../../tests/hits.json";
import type { Row } from "../src/lib/terms";

type Answers = (name: string, text: string) => Record<string, string>[];
const asked = vi.hoisted((): { rows: Answers } => ({ rows: () => [] }));

vi.mock("../src/lib/api", async (original) => ({
  ...(await original<object>()),
  ask: (name: string, { text = "" }: { text?: string } = {}): Promise<{ rows: Row[] }> =>
    Promise.resolve({
      rows: asked.rows(name, text).map((values): Row => {
        const told = Object.entries(values).filter(([, value]) => value);
        return Object.fromEntries(told.map(([key, value]) => [key, { type: "literal", value }]));
      }),
    }),
}));
vi.mock("../src/lib/scope.svelte", () => ({
  here: () => ({ iri: cases.plans[0], city: { iri: cases.city } }),
  allPlans: () => cases.plans.map((iri) => ({ iri })),
}));

// The files of tests share their modules: those of others do not have these answers, and those of this one no others.
vi.resetModules();
const { everything, says, search } = await import("../src/lib/search");
afterAll(() => vi.resetModules());

const row = (values: readonly string[]) =>
  Object.fromEntries(cases.columns.map((column, at) => [column, values[at] ?? ""]));
const labels = ({ hits }: { hits: readonly { label: string }[] }) => hits.map(({ label }) => label);

test.each(cases.searches)("hits for $words come in the order in which people look for them", async (one) => {
  const expected = one.in_order.map((values) => row(values).label);

  for (const rows of [one.in_order, one.in_order.toReversed()]) {
    asked.rows = () => rows.map(row);
    expect(labels(await everything(one.words, "en"))).toEqual(expected);
  }
});

test.each(cases.joined)("hits for $words have each of the words, or stand where the others say", async (one) => {
  const finds: Readonly<Record<string, string[][] | undefined>> = one.finds;
  asked.rows = (_name, text) => (finds[text] ?? []).map(row);

  expect(labels(await everything(one.words, "en"))).toEqual(one.in_order);
  expect(labels(await search(one.words, "en"))).toEqual(one.in_order);
});

test("where nothing has all words, each word finds some", async () => {
  const named = (label: string) => ({ thing: label, label, city: cases.city, rank: "2" });
  const oaks = Array.from({ length: 20 }, (_, at) => named(`oak ${at}`));
  asked.rows = (_name, text) => (text === "oak" ? oaks : text === "elm" ? [named("some elm")] : []);

  const found = await search("oak elm ash", "en");
  expect([found.all, labels(found).length, labels(found).at(-1)]).toEqual([false, 7, "some elm"]);
});

test("while typing, what is called just so comes before what only stands where a word says", async () => {
  const named = (label: string) => ({ thing: label, label, city: cases.city, rank: "3" });
  asked.rows = () => [named("own measure"), named("own office")];

  expect(labels(await search("own office", "en"))).toEqual(["own office", "own measure"]);
});

test("several words that are what something goes by are looked up together", async () => {
  const goal = { thing: "goal", label: "Cities", rank: "0", order: "0" };
  asked.rows = (_name, text) => (text === "sdg 11" || text === "SDG 11" ? [goal] : []);

  expect(labels(await everything("SDG 11", "en"))).toEqual(["Cities"]);
  expect(labels(await everything("SDG 11 ", "en"))).toEqual(["Cities"]);
});

test.each(cases.says)("whether %s holds %s: %s", (text, word, holds) => {
  expect(says(text as string, word as string)).toBe(holds);
});
