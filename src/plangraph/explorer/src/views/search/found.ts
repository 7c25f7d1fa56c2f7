// What the page of results shows: things of the data, questions and views, as one list.

import { address, href, type Language } from "../../lib/address.svelte";
import { questions, resource, type Question } from "../../lib/api";
import { BETWEEN, owned } from "../../lib/beside";
import type { CityOrder } from "../../lib/city_order";
import type { Facet, Value } from "../../lib/facets";
import { folded } from "../../lib/folding";
import { JAPANESE } from "../../lib/i18n/script";
import { isKind, kindName } from "../../lib/notation";
import { nearly } from "../../lib/near";
import { outline, type Element } from "../../lib/outline";
import { here, inYear } from "../../lib/scope.svelte";
import { allCalled, isFirst, ways, type FullHit } from "../../lib/search";
import { pageOf } from "../../lib/terms";
import { offered } from "..";
import { fetchSorts, type Sorts } from "./sorts";
import { words } from "./words";

export interface Found extends Omit<FullHit, "iri" | "rank" | "order" | "around" | "kindLabel"> {
  readonly key: string;
  /** What it is, in words; `kind` is "" for what is no thing of the data. */
  readonly sort: string;
  readonly leads: string;
}

export interface Results {
  readonly found: readonly Found[];
  /** Whether they hold all words, only some of them, or are only spelt nearly so. */
  readonly by: "all" | "some" | "spelling";
  /** The words that were found in the end. */
  readonly meant: string;
  /** Whether English is looked for where names have none. */
  readonly untranslated: boolean;
}

/** An element of the plan that is near some words in meaning, as an algorithm suggests it. */
export interface Alike {
  readonly found: Found;
  readonly score: number;
  /** The words of its name that make it so. */
  readonly words: readonly string[];
}

/** What is near some words in meaning but does not hold them, the nearest first. */
export async function alike(text: string, lang: Language): Promise<Alike[]> {
  const asked = resource<{ near: { iri: string; score: number; words: string[] }[] }>("/api/near", {
    text,
    lang,
    plan: here().iri,
  });
  const [{ near }, plan] = await Promise.all([asked, outline(inYear())]);
  return near.flatMap(({ iri, score, words }) => {
    const element = plan.all.get(iri);
    return element ? [{ found: fromElement(element, lang), score, words }] : [];
  });
}

/** Everything that some words find; where nothing has all of them, what they may mean; or some; or what is near. */
export async function find(text: string, lang: Language): Promise<Results> {
  let some: Results | undefined;
  for await (const { wanted, meant } of ways(text)) {
    const found = await withAll(wanted, meant, lang);
    if (found.by === "all" && found.found.length) return found;
    if (!some?.found.length) some = found;
  }
  if (some?.found.length) return some;
  const elements = [...(await outline(inYear())).all.values()];
  const untranslated =
    lang === "en" && !JAPANESE.test(text) && elements.every(({ label }) => JAPANESE.test(label) || !label);
  const near = (await nearly(text)).map((element) => fromElement(element, lang));
  return { found: near, by: "spelling", meant: text, untranslated };
}

/** What has all of some words: elements, then views and questions called so, other things, other questions; or some. */
async function withAll(wanted: readonly string[], meant: string, lang: Language): Promise<Results> {
  const [{ hits, all: whole }, all, sorts] = await Promise.all([allCalled(wanted, lang), questions(), fetchSorts()]);
  const isBefore = (hit: FullHit) => isFirst(hit, wanted.join(" "));
  const views = offered().filter(({ label }) => holds(Object.values(label), wanted));
  const having = all.filter((question) => holds(textsOf(question), wanted));
  const isCalledSo = ({ name, summary }: Question) => holds([name, ...Object.values(summary)], wanted);
  const found = [
    ...(whole ? hits.filter(isBefore).map((hit) => fromHit(hit, sorts)) : []),
    ...views.map(({ route, label }) => other(`view:${route}`, words.view, label[lang], href({ view: route }))),
    ...having.filter(isCalledSo).map((question) => fromQuestion(question, lang)),
    ...(whole ? hits.filter((hit) => !isBefore(hit)).map((hit) => fromHit(hit, sorts)) : []),
    ...having.filter((question) => !isCalledSo(question)).map((question) => fromQuestion(question, lang)),
  ];
  if (found.length) return { found, by: "all", meant, untranslated: false };
  return { found: hits.map((hit) => fromHit(hit, sorts)), by: "some", meant, untranslated: false };
}

/** The facets of what is found, in the city's order; what several cities call alike is told apart by the city. */
export function facets(hits: readonly Found[], order: CityOrder): Facet<Found>[] {
  const of = (key: string, label: string) => (key ? [{ key, label, place: order(key) ?? Infinity }] : []);
  const ofCity = (key: "plan" | "tier" | "office") => {
    const several = alikeIn(hits.map((found) => ({ key: found[key], label: found[`${key}Label`] })));
    return (found: Found) => {
      const label = found[`${key}Label`];
      return of(found[key], several.has(label) ? owned(label, found.cityLabel, BETWEEN[address.lang]) : label);
    };
  };
  const all: Facet<Found>[] = [
    { key: "kind", label: words.kind, values: ({ kind, sort }) => of(kind || sort, sort) },
    { key: "of-city", label: words.city, values: ({ city, cityLabel }) => of(city, cityLabel) },
    { key: "of-plan", label: words.plan, values: ofCity("plan"), inOrder: true },
    { key: "tier", label: words.tier, values: ofCity("tier"), inOrder: true },
    { key: "office", label: words.office, values: ofCity("office"), inOrder: true },
  ];
  return all.filter(({ key }) => key !== "tier" || address.query[key] || hasTiersOfOneKind(hits));
}

/** Whether a city has several tiers of one kind; otherwise its tiers are its kinds once more. */
function hasTiersOfOneKind(hits: readonly Found[]): boolean {
  const known = new Map<string, string>();
  return hits.some(({ city, kind, tier }) => {
    if (!tier) return false;
    const sort = `${city} ${kind}`;
    const other = known.get(sort) ?? tier;
    known.set(sort, tier);
    return other !== tier;
  });
}

/** What all of several hits that have it share of the plan and the city that they are of. */
export function shared(hits: readonly Found[]): { plan: string; city: string } {
  const only = (key: "planLabel" | "cityLabel") => {
    const labels = new Set(hits.map((hit) => hit[key]).filter(Boolean));
    return hits.length > 1 && labels.size === 1 ? [...labels][0]! : "";
  };
  return { plan: only("planLabel"), city: only("cityLabel") };
}

/** What a hit is, under what, and of which plan and city, unless all share these. */
export function placed(hit: Found, { plan, city }: { plan: string; city: string }): string {
  const [ofPlan, ofCity] = [hit.planLabel, hit.cityLabel !== city ? hit.cityLabel : ""];
  const whose = ofPlan && ofPlan !== plan ? owned(ofPlan, ofCity, BETWEEN[address.lang]) : ofCity;
  return [...new Set([hit.tierLabel || hit.sort, hit.place, whose])].filter(Boolean).join(" · ");
}

/** The labels that stand for more than one thing. */
function alikeIn(values: readonly Value[]): Set<string> {
  const [keys, shared] = [new Map<string, string>(), new Set<string>()];
  for (const { key, label } of values) {
    if ((keys.get(label) ?? key) !== key) shared.add(label);
    keys.set(label, key);
  }
  return shared;
}

function fromElement(element: Element, lang: Language): Found {
  const { iri, label, city } = here();
  return {
    ...other(element.iri, element.tier.label, element.label, href(pageOf(element.iri))),
    code: element.code,
    kind: element.kind,
    place: element.parent?.label ?? "",
    tier: element.tier.key,
    tierLabel: element.tier.label,
    plan: iri,
    planLabel: label[lang],
    city: city.iri,
    cityLabel: city.label[lang],
  };
}

function fromHit(hit: FullHit, sorts: Sorts): Found {
  const sort = sorts.get(hit.kind) ?? hit.kind;
  const isForeign = sort === hit.kind && !isKind(sort);
  return {
    ...hit,
    key: hit.iri,
    kind: sort,
    sort: isForeign ? hit.kindLabel : kindName(sort),
    leads: href(pageOf(hit.iri)),
  };
}

function fromQuestion({ name, summary, topic_label }: Question, lang: Language): Found {
  const leads = href({ view: "query", rest: name });
  return { ...other(`question:${name}`, words.question, summary[lang], leads), place: topic_label[lang] };
}

function other(key: string, sort: string, label: string, leads: string): Found {
  const none = { kind: "", code: "", place: "", plan: "", planLabel: "", city: "", cityLabel: "" };
  return { ...none, tier: "", tierLabel: "", office: "", officeLabel: "", key, sort, label, leads };
}

function textsOf({ name, summary, description }: Question): string[] {
  return [name, ...Object.values(summary), ...Object.values(description)];
}

function holds(texts: readonly string[], wanted: readonly string[]): boolean {
  const whole = folded(texts.join(" "));
  return wanted.every((part) => part && whole.includes(part));
}
