// What is known of one thing, from the questions about it.

import words from "../generated/words.json";
import type { Language } from "./address.svelte";
import { ask } from "./api";
import { fiscalYear } from "./format";
import { GOALS, goalIri } from "./goals";
import { familyOf, KIND } from "./notation";
import { scopeOf } from "./scope.svelte";
import { LABEL, localName, NOTATION, number, PREFIXES, RDF_TYPE, text, type Row } from "./terms";

const FISCAL_YEAR = `${PREFIXES.pg}fiscalYear`;

interface Fact {
  readonly property: string;
  readonly label: string;
  readonly value: string;
  readonly lang: string | undefined;
}

export interface Description {
  iri: string;
  /** The narrowest class (IRI), or "". */
  kind: string;
  kindLabel: string;
  code: string;
  label: string;
  /** Its name in the other language, or "". */
  otherLabel: string;
  /** Everything else said of it as text, number or page. */
  facts: readonly Fact[];
}

export interface Neighbour {
  iri: string;
  kind: string;
  code: string;
  label: string;
}

export interface Place {
  /** What stands above, by its own parents, the outermost first. */
  up: Neighbour[];
  /** Where it stands besides: the second parents of it, or of what is above it. */
  also: Neighbour[];
  beside: Neighbour[];
  down: Neighbour[];
}

/** What is said of a thing; undefined if nothing is. */
export async function describe(iri: string, lang: Language): Promise<Description | undefined> {
  const { rows } = await ask("description", { thing: iri, lang });
  if (!rows.length) return undefined;
  const of = (property: string) => rows.filter((row) => text(row.property) === property);
  const names = of(LABEL);
  const named = (wanted: string) => text(names.find((row) => row.value?.["xml:lang"] === wanted)?.value);
  const label = named(lang);
  const kind = of(RDF_TYPE).find(({ value_label }) => value_label) ?? of(RDF_TYPE)[0];
  const kindLabel = text(kind?.value_label) || localName(text(kind?.value));
  const year = number(of(FISCAL_YEAR)[0]?.value);
  // What has no name goes by what it is about, and else by its kind.
  const about = rows.filter(isTitle).map((row) => text(row.value_label));
  const when = year === undefined ? [] : [fiscalYear(year, lang)];
  const unnamed = about.length ? [...about, ...when].join(" · ") : [kindLabel, ...when].join(" ") || localName(iri);
  return {
    iri,
    kind: text(kind?.value),
    kindLabel,
    code: text(of(NOTATION)[0]?.value),
    label: label || text(names[0]?.value) || unnamed,
    otherLabel: label && named(lang === "ja" ? "en" : "ja"),
    facts: rows
      .filter((row) => ![RDF_TYPE, LABEL, NOTATION].includes(text(row.property)) && !isSaidAgain(row) && !isTitle(row))
      .map((row) => ({
        property: text(row.property),
        label: text(row.property_label) || localName(text(row.property)),
        value: text(row.value),
        lang: row.value?.["xml:lang"],
      })),
  };
}

const NOTE = `${PREFIXES.skos}note`;
/** What says at length what a thing is. */
const SAID = new Set([`${PREFIXES.skos}definition`, `${PREFIXES.dcterms}description`]);

/** The facts of a thing in a language, and what is said in no other: what says what it is, and the others. */
export function factsIn({ facts }: Description, lang: Language): { said: Fact[]; others: Fact[] } {
  const wanted = facts.filter(
    (fact) =>
      !fact.lang ||
      fact.lang === lang ||
      !facts.some((other) => other.property === fact.property && other.lang === lang),
  );
  const said = wanted.filter(({ property }) => SAID.has(property));
  const again = ({ property, value }: Fact) => property === NOTE && said.some((whole) => whole.value.includes(value));
  return { said, others: wanted.filter((fact) => !SAID.has(fact.property) && !again(fact)) };
}

/** The notes of a thing in a language, and those in no other. */
export function notesIn(description: Description | undefined, lang: Language): string[] {
  const { others } = description ? factsIn(description, lang) : { others: [] };
  return others.filter(({ property }) => property === NOTE).map(({ value }) => value);
}

/** Whether a text is one of the other language, said again for want of one in this (`ja-x-en`). */
function isSaidAgain(row: Row): boolean {
  return row.value?.["xml:lang"]?.includes(words.saidAgain) ?? false;
}

/** Whether a row names a thing that another, which has no name, is about. */
function isTitle(row: Row): boolean {
  return text(row.property) !== RDF_TYPE && row.value_label !== undefined;
}

/** Where a thing stands. */
export async function placeOf(iri: string, lang: Language): Promise<Place> {
  const { rows } = await ask("place", { thing: iri, lang, plan: await scopeOf(iri) });
  const role = (name: string) => unique(rows.filter((row) => text(row.role) === name));
  const beside = GOALS.some(({ code }) => goalIri(code) === iri) ? goals(lang) : ofItsTier(iri, role("beside"));
  return { up: chain(rows.filter((row) => text(row.role) === "up")), also: role("also"), beside, down: role("down") };
}

/** Of what shares the parent of a thing, for an element that which is of its tier. */
function ofItsTier(iri: string, beside: Neighbour[]): Neighbour[] {
  const own = beside.find((other) => other.iri === iri)?.kind ?? "";
  return familyOf(own).trunk ? beside.filter(({ kind }) => kind === own) : beside;
}

/** The seventeen goals. */
function goals(lang: Language): Neighbour[] {
  return GOALS.map(({ code, label }) => ({ iri: goalIri(code), kind: KIND.goal, code, label: label[lang] }));
}

function unique(rows: readonly Row[]): Neighbour[] {
  return [...new Map(rows.map((row) => [text(row.thing), neighbour(row)])).values()];
}

function neighbour(row: Row): Neighbour {
  return { iri: text(row.thing), kind: text(row.class), code: text(row.code), label: text(row.label) };
}

/** The way up, outermost first: each row names a thing above and that thing's own parent. */
export function chain(rows: readonly Row[]): Neighbour[] {
  const parents = new Map(rows.map((row) => [text(row.thing), text(row.parent)]));
  const depth = (iri: string): number => (parents.has(parents.get(iri) ?? "") ? 1 + depth(parents.get(iri)!) : 0);
  return unique(rows).sort((a, b) => depth(a.iri) - depth(b.iri));
}
