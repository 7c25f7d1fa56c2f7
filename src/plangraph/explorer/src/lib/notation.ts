// What kinds, relations and bases look like and are called, as the ontology says it (the question `notation`).

import { address, type Language } from "./address.svelte";
import { ask } from "./api";
import { isOwn, several } from "./several";
import { localName, number, PREFIXES, text, truth, type Row } from "./terms";

export type Words = Record<Language, string>;

/** A class: what it is called, and the family of classes whose look it has. */
export interface Kind {
  readonly iri: string;
  readonly label: Words;
  readonly family: Family;
}

/** What things of one look have in common, and how they are drawn. */
export interface Family {
  /** The class that the look is of. */
  readonly iri: string;
  readonly label: Words;
  /** SVG path data in a box of 16 by 16. */
  readonly outline: string;
  /** Drawn as a line, not filled. */
  readonly open: boolean;
  /** The radius of the smallest, in pixels. */
  readonly radius: number;
  /** How much the largest of its kind is larger than the smallest. */
  readonly growth: number;
  /** The place of its column, from what is aimed at (left) to who does it (right). */
  readonly column: number;
  /** Whether it belongs to the policy system itself, from vision to project. */
  readonly trunk: boolean;
  /** Whether its things stand in the order of their numbers. */
  readonly numbered: boolean;
}

/** How a line is drawn, by how far it may be trusted or where it comes from. */
export interface Line {
  readonly iri: string;
  readonly label: Words;
  /** In pixels. */
  readonly width: number;
  /** The share of ink in its colour, from 0 to 1. */
  readonly strength: number;
  /** Lengths of dashes and gaps in pixels, as in SVG; "" for a full line. */
  readonly dashes: string;
  readonly order: number;
}

export interface Relation {
  readonly label: Words;
  /** Whether its subject stands inside its object. */
  readonly nests: boolean;
  /** Whether it is drawn without being asked for. */
  readonly drawn: boolean;
  /** Its place in what is told of a thing; 0 if it has none. */
  readonly order: number;
  /** Whether what a plan is tied to by it is told at the head of the plan's page. */
  readonly leading: boolean;
  /** Whether pages of its subjects ("out") and objects ("in") list what is at its other end. */
  readonly listed: Readonly<Record<Direction, boolean>>;
  /** The relation (IRI) that leads back; "" if none has a name. */
  readonly inverse: string;
}

/** Which end of a relation a thing is: what it leads from ("out") or to ("in"). */
export type Direction = "out" | "in";

export const BASIS = {
  official: `${PREFIXES.pg}Official`,
  assumed: `${PREFIXES.pg}Assumed`,
  suggested: `${PREFIXES.pg}Suggested`,
  structural: `${PREFIXES.pg}Structural`,
  inferred: `${PREFIXES.pg}Inferred`,
  answered: `${PREFIXES.pg}Answered`,
} as const;
/** The kinds whose things a view tells apart by more than their look. */
export const KIND = {
  goal: `${PREFIXES.sdgo}Goal`,
  target: `${PREFIXES.sdgo}Target`,
  plan: `${PREFIXES.pg}Plan`,
  measure: `${PREFIXES.pg}Measure`,
  project: `${PREFIXES.pg}Project`,
  strategy: `${PREFIXES.pg}Strategy`,
  topLevelOffice: `${PREFIXES.pg}TopLevelOffice`,
  vision: `${PREFIXES.pg}Vision`,
  ward: `${PREFIXES.pg}Ward`,
  grade: `${PREFIXES.pg}Grade`,
  direction: `${PREFIXES.pg}Direction`,
  anything: `${PREFIXES.owl}Thing`,
} as const;

/** How grades compare with the target. */
export const STANDING = {
  ahead: `${PREFIXES.pg}Ahead`,
  behind: `${PREFIXES.pg}Behind`,
  notJudged: `${PREFIXES.pg}NotJudged`,
} as const;

const PLAIN: Family = {
  iri: KIND.anything,
  label: { ja: "", en: "" },
  outline: "",
  open: true,
  radius: 5,
  growth: 0,
  column: 0,
  trunk: false,
  numbered: false,
};
const FULL: Line = { iri: "", label: { ja: "", en: "" }, width: 1, strength: 0.5, dashes: "", order: 99 };

const kinds = new Map<string, Kind>();
const known = new Map<string, Family>();
const lines = new Map<string, Line>();
const relations = new Map<string, Relation>();
const standingHues = new Map<string, number>();

/** Fetch the notation; everything that is drawn waits for it. */
export async function fetchNotation(): Promise<void> {
  learnNotation((await ask("notation")).rows);
}

/** Take up the rows of the question `notation`. */
export function learnNotation(rows: readonly Row[]): void {
  for (const row of rows) {
    const sort = text(row.sort);
    if (sort === "kind") learnKind(row);
    else if (sort === "basis") lines.set(text(row.term), toLine(row));
    else if (sort === "standing") standingHues.set(text(row.term), number(row.hue)!);
    else
      relations.set(text(row.term), {
        label: wordsOf(row, "label"),
        nests: truth(row.nests),
        drawn: truth(row.drawn),
        order: number(row.order) ?? 0,
        leading: truth(row.leading),
        listed: { out: truth(row.lists_objects), in: truth(row.lists_subjects) },
        inverse: text(row.inverse),
      });
  }
}

/** The class by its IRI; one that the ontology does not know looks like anything else. */
export function kindOf(iri: string): Kind {
  const name = localName(iri);
  return kinds.get(iri) ?? { iri, label: { ja: name, en: name }, family: known.get(KIND.anything) ?? PLAIN };
}

/** Whether a class is one of those that are drawn. */
export function isKind(iri: string): boolean {
  return kinds.has(iri);
}

/** Let a class go by the city's own word. */
export function callKind(iri: string, label: Words): void {
  kinds.set(iri, { ...kindOf(iri), label });
}

/** Let a class count as one of the policy system, as where a plan is made of strategies and what carries them out. */
export function countInTrunk(iri: string): void {
  const kind = kindOf(iri);
  kinds.set(iri, { ...kind, family: { ...kind.family, trunk: true } });
}

/** The look of a class. */
export function familyOf(iri: string): Family {
  return kindOf(iri).family;
}

/** All looks that there are. */
export function families(): Family[] {
  return [...known.values()];
}

/** How a line of a basis is drawn. */
export function lineOf(basis: string): Line {
  return lines.get(basis) ?? FULL;
}

/** All kinds of lines, the most trusted first. */
export function allLines(): Line[] {
  return [...lines.values()].sort((one, other) => one.order - other.order);
}

/** The hue of a standing (IRI), by its number in pages/tokens.css; undefined if it has none. */
export function hueOfStanding(standing: string): number | undefined {
  return standingHues.get(standing);
}

/** Whether the subject of a relation stands inside its object. */
export function nests(relation: string): boolean {
  return relations.get(relation)?.nests ?? false;
}

/** Whether a relation is drawn without being asked for. */
export function isDrawn(relation: string): boolean {
  return relations.get(relation)?.drawn ?? true;
}

/** The place of a relation in what is told of a thing. */
export function telling(relation: string): number {
  return relations.get(relation)?.order ?? 0;
}

/** Whether what a plan is tied to by a relation is told at the head of its page. */
export function isLeading(relation: string): boolean {
  return relations.get(relation)?.leading ?? false;
}

/** Whether the page of a thing lists what a relation leads to from ("out") or to ("in") it. */
export function isListed(relation: string, direction: Direction): boolean {
  return relations.get(relation)?.listed[direction] ?? true;
}

/** What a class is called in the reader's language. */
export function kindName(iri: string): string {
  return kindOf(iri).label[address.lang];
}

/** What a basis is called in the reader's language. */
export function basisName(iri: string): string {
  return lineOf(iri).label[address.lang] || localName(iri);
}

/** What a relation is called in the reader's language, or "". */
export function relationName(iri: string): string {
  return relations.get(iri)?.label[address.lang] ?? "";
}

/** What a relation is called from its object's side, or "". */
export function inverseName(iri: string): string {
  return relationName(relations.get(iri)?.inverse ?? "");
}

/** A name of as many things: in English policies and wards or cities, unless it is one, or says that it is several. */
export function plural(name: string, number: number): string {
  return address.lang === "ja" || number === 1 ? name : several(name);
}

/** A name as it follows a number in a sentence: 74 measures. */
export function afterNumber(name: string, number: number): string {
  const counted = plural(name, number);
  return address.lang === "ja" || isOwn(name)
    ? counted
    : counted.replace(/\b[A-Z](?=[a-z]+\b)/g, (letter) => letter.toLowerCase());
}

function learnKind(row: Row): void {
  const iri = text(row.family);
  const family = known.get(iri) ?? toFamily(row);
  known.set(iri, family);
  kinds.set(text(row.term), { iri: text(row.term), label: wordsOf(row, "label"), family });
}

function toFamily(row: Row): Family {
  return {
    iri: text(row.family),
    label: wordsOf(row, "family"),
    outline: text(row.outline),
    open: truth(row.open),
    radius: number(row.radius) ?? PLAIN.radius,
    growth: number(row.growth) ?? 0,
    column: number(row.column) ?? 0,
    trunk: truth(row.trunk),
    numbered: truth(row.numbered),
  };
}

function toLine(row: Row): Line {
  return {
    iri: text(row.term),
    label: wordsOf(row, "label"),
    width: number(row.width) ?? FULL.width,
    strength: number(row.strength) ?? FULL.strength,
    dashes: text(row.dashes),
    order: number(row.order) ?? FULL.order,
  };
}

/** A name in both languages, from the columns that hold it; where one is missing, the other stands for it. */
export function wordsOf(row: Row, name: string): Words {
  const [ja, en] = [text(row[`${name}_ja`]), text(row[`${name}_en`])];
  return { ja: ja || en, en: en || ja };
}
