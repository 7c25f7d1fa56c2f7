// Of which city, plan and year the reader sees something: chosen in the top bar, kept in the address.

import { address, adjust, type Language } from "./address.svelte";
import { ask, type Parameters } from "./api";
import { BETWEEN, beside, owned } from "./beside";
import { currency, YEN } from "./currency.svelte";
import { fetchHues } from "./hues.svelte";
import { callKind, countInTrunk, familyOf, fetchNotation, KIND, kindOf, wordsOf, type Words } from "./notation";
import { setDistricts, setGroups, setItems } from "./own_words.svelte";
import { PUBLISHED } from "./publication";
import { setPlurals } from "./several";
import { iriOf, number, pathOf, text, truth, type Row } from "./terms";

/** A plan that can be looked at, with what there is of it. */
export interface ServedPlan {
  readonly iri: string;
  readonly label: Words;
  /** Its city: also its key, and how the IRIs of its things begin (VoID's `uriSpace`). */
  readonly city: { readonly iri: string; readonly key: string; readonly space: string; readonly label: Words };
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Whether it is the one that its city's questions are about. */
  readonly chosen: boolean;
  /** The code (ISO 4217) of the currency of its amounts. */
  readonly currency: string;
  /** The month with which its fiscal years begin, January of the year that names them being 1. */
  readonly firstMonth: number;
  /** What its smallest undertakings are: their class (IRI), and what the city calls them. */
  readonly items: { readonly kind: string; readonly label: Words };
  /** What the city calls that which holds these; "" where it has no one word for it. */
  readonly group: Words;
  /** What the city calls its districts; "" where it has no one word for them. */
  readonly district: Words;
  /** What its highest offices are called, as far as it is known which they are. */
  readonly office: Words;
  readonly has: Record<Holding, boolean>;
}

/** What a view may need of a plan. */
export type Holding = (typeof HOLDINGS)[number];
const HOLDINGS = ["strategies", "wards", "goals", "around", "succession", "offices", "money", "grades"] as const;

/** Before it is known what there is, nothing is thought to be missing. */
const NOWHERE: ServedPlan = {
  iri: "",
  label: { ja: "", en: "" },
  city: { iri: "", key: "", space: "", label: { ja: "", en: "" } },
  start: undefined,
  end: undefined,
  chosen: false,
  currency: YEN,
  firstMonth: 1,
  items: { kind: "", label: { ja: "", en: "" } },
  group: { ja: "", en: "" },
  district: { ja: "", en: "" },
  office: { ja: "", en: "" },
  has: holding(() => true),
};

let plans: readonly ServedPlan[] = $state.raw([]);
let years: readonly number[] = $state.raw([]);

/** Fetch what everything else waits for: how things look, which plans there are, and the hues and years of one. */
export async function prepare(): Promise<void> {
  const [served, plurals] = await Promise.all([ask("served-plans"), ask("plurals"), fetchNotation()]);
  setPlurals(new Map(plurals.rows.map((row) => [text(row.label), text(row.plural)])));
  plans = served.rows.map(toPlan);
  const { iri, currency: code, items, group, district, office } = here();
  currency.code = code;
  setItems(items.label, items.kind, kindOf(items.kind).label, kindOf(KIND.project).label);
  setGroups(group, kindOf(KIND.measure).label);
  callKind(KIND.ward, setDistricts(district));
  if (office.ja || office.en) callKind(KIND.topLevelOffice, office);
  if (items.kind && !familyOf(items.kind).trunk) [items.kind, KIND.strategy].forEach(countInTrunk);
  const [known] = await Promise.all([ask("plan-years", { plan: iri }), fetchHues(iri)]);
  years = known.rows.map((row) => number(row.year)).filter((year) => year !== undefined);
}

// Other changes of the address change neither plan nor year, and nothing is fetched anew for them.
const wanted = $derived(address.query.plan ? iriOf(address.query.plan) : "");
const wantedYear = $derived(address.query.year ?? "");
const meant = $derived(plans.find(({ iri }) => iri === wanted) ?? ofCity(wanted));
const present = $derived(meant ?? ofCity() ?? plans[0] ?? NOWHERE);

/** The plan that questions are about in the city of a plan that is not looked at by itself, or in the first city. */
function ofCity(plan?: string): ServedPlan | undefined {
  return plans.find(({ chosen, city }) => chosen && (plan === undefined || isOf(city, plan)));
}

/** Whether a thing (IRI) is of a city. */
function isOf({ space }: ServedPlan["city"], iri: string): boolean {
  return space !== "" && iri.startsWith(space);
}

/** A plan as it is chosen from: its city, and its name without what all plans of this city begin with. */
export function choiceName(plan: ServedPlan, lang: Language): string {
  const names = plans.filter(({ city }) => city.iri === plan.city.iri).map(({ label }) => label[lang]);
  return beside(plan.label[lang], names, plan.city.label[lang], BETWEEN[lang]);
}

/** What the plan that is looked at is called, of which city it is too. */
export function nameHere(lang: Language): string {
  const { label, city } = here();
  return owned(label[lang], city.label[lang], BETWEEN[lang]);
}

/** The class (IRI) of the smallest undertakings of the plan that is looked at. */
export function itemKind(): string {
  return here().items.kind || KIND.project;
}

/** All plans, by city. */
export function allPlans(): readonly ServedPlan[] {
  return plans;
}

/** The years of which something is known in the plan, the newest first. */
export function allYears(): readonly number[] {
  return years;
}

/** The plan that is looked at: the address's, else the first that its city's questions are about. */
export function here(): ServedPlan {
  return present;
}

/** The plan that the address names, or "". */
export function named(): string {
  return wanted;
}

/** The city of a thing, where that is another than the one that is looked at and its name does not say so; else "". */
export function otherCity({ iri, label }: { readonly iri: string; readonly label: string }, lang: Language): string {
  const city = plans.find(({ city }) => city.iri !== present.city.iri && isOf(city, iri))?.city.label[lang] ?? "";
  return owned(label, city, BETWEEN[lang]) === label ? "" : city;
}

/** The parameters of a question about the plan that is looked at. */
export function inPlan(more: Parameters = {}): Parameters & { plan: string; lang: Language } {
  return { plan: here().iri, lang: address.lang, ...more };
}

/** The same of one year; without one in the address, each question takes the newest that has what it asks for. */
export function inYear(more: Parameters = {}): Parameters & { plan: string; lang: Language } {
  return inPlan({ ...(wantedYear && { year: wantedYear }), ...more });
}

/**
 * What stands for the plan that is looked at, or for its city, in questions that take such a value from a plan.
 *
 * A published site has these among the values of each plan.
 */
export function ofPlan(): Parameters {
  if (PUBLISHED) return {};
  const [year = ""] = years;
  return { from: present.iri, tier: present.iri, place: present.city.iri, year };
}

/** The plan in whose scope a thing is seen: the one that is looked at if the thing belongs to it or to its city. */
export async function scopeOf(iri: string): Promise<string> {
  const { rows } = await ask("plans-of-thing", { thing: iri });
  const own = rows.filter((row) => truth(row.own)).map((row) => text(row.plan));
  const ofCity = rows.filter((row) => !truth(row.own)).map((row) => text(row.plan));
  if (own.includes(present.iri) || !rows.length) return present.iri;
  const served = plans.filter((plan) => own.includes(plan.iri));
  if (own.length) return served.find(({ chosen }) => chosen)?.iri ?? served[0]?.iri ?? own[0]!;
  const [usual = present.iri] = ofCity;
  return plans.find((plan) => plan.iri === usual)?.city.iri === present.city.iri ? present.iri : usual;
}

/** Look at a plan, or one of its city, if its things have words or a currency of their own. */
export function lookAt(plan: string): void {
  const own = plans.find(({ iri }) => iri === plan);
  const calls = ({ items }: ServedPlan) => items.label.ja || items.label.en;
  const isCalledSo = !own || calls(own) === calls(present);
  if (isCalledSo && isOf(present.city, plan)) return;
  const served = own ?? ofCity(plan);
  if (served) adjust({ plan: planPart(served) }, { replace: true });
}

/** The plan's part of an address; the plan that is looked at without it needs none. */
export function planPart(plan: ServedPlan): string {
  return plan.chosen && plans.filter(({ chosen }) => chosen).length === 1 ? "" : pathOf(plan.iri);
}

function toPlan(row: Row): ServedPlan {
  return {
    iri: text(row.plan),
    label: wordsOf(row, "label"),
    city: { iri: text(row.city), key: text(row.key), space: text(row.space), label: wordsOf(row, "city") },
    start: number(row.start),
    end: number(row.end),
    chosen: truth(row.chosen),
    currency: text(row.currency) || YEN,
    firstMonth: number(row.first_month) ?? 1,
    items: { kind: text(row.item), label: ownIn(row, "item") },
    group: ownIn(row, "group"),
    district: ownIn(row, "ward"),
    office: ownIn(row, "office"),
    has: holding((name) => truth(row[name])),
  };
}

/** A word of the city; one that has no Japanese is the same to readers of Japanese. */
function ownIn(row: Row, name: string): Words {
  const [ja, en] = [text(row[`${name}_ja`]), text(row[`${name}_en`])];
  return { ja: ja || en, en };
}

function holding(has: (name: Holding) => boolean): Record<Holding, boolean> {
  return Object.fromEntries(HOLDINGS.map((name) => [name, has(name)])) as Record<Holding, boolean>;
}
