// What the city that is looked at calls its districts, the smallest undertakings of its plan and what holds these, said
// for the words common to all cities.

import common from "../generated/common_words.json";
import english from "../generated/english.json";
import type { Language } from "./address.svelte";
import { isOwn, several } from "./several";
import { PREFIXES } from "./terms";

/** The words of a tier in both languages; "" where the city has none. */
export interface Own {
  readonly ja: string;
  readonly en: string;
}

interface Items extends Own {
  /** Whether they are projects: if they are not, they go by none of the words for those. */
  readonly projects: boolean;
}

/** Words that are said for others, from the longest on. */
type Said = readonly (readonly [RegExp, (found: string) => string])[];

const PROJECT = `${PREFIXES.pg}Project`;
const HELD = /[\ue000-\uf8ff]/g;
const BEFORE_VOWEL = new RegExp(english.before_vowel);
/** The common word for districts, which other words hold too. */
const WARD = new RegExp(common.alone.replace("{}", common.ward.ja), "g");
let undertakings: Record<Language, Said> = $state.raw({ ja: [], en: [] });
let groups: Record<Language, Said> = $state.raw({ ja: [], en: [] });
let districts: Record<Language, Said> = $state.raw({ ja: [], en: [] });
const said: Record<Language, Said> = $derived({
  ja: [...groups.ja, ...undertakings.ja, ...districts.ja],
  en: [...groups.en, ...undertakings.en, ...districts.en],
});

/** Set what the smallest undertakings are called, what class (IRI) they are of with its label, and the common word. */
export function setItems(own: Own, kind: string, label: Own, usual: Own): void {
  const items: Items = { ...own, projects: !kind || kind === PROJECT };
  const ja = items.ja || items.en || usual.ja;
  const en = items.en || (items.projects ? "" : label.en) || usual.en;
  undertakings = {
    ja:
      ja === usual.ja
        ? []
        : [[items.projects ? new RegExp(usual.ja, "g") : /(?:事務|(?<!基本))事業(?!費|者|年度)/g, () => ja]],
    en: isSame(en, usual.en) ? [] : [[ofAny(usual.en), (found) => like(found, en)]],
  };
}

/** Set what that is called which holds the smallest undertakings, if there is one word for it, and the common word. */
export function setGroups({ ja, en }: Own, usual: Own): void {
  groups = {
    ja: !ja || ja === usual.ja ? [] : [[new RegExp(usual.ja, "g"), () => ja]],
    en: !en || isSame(en, usual.en) ? [] : [[ofAny(usual.en), (found) => like(found, en)]],
  };
}

/** Set what the districts are called, and say it. */
export function setDistricts(own: Own): Own {
  const ja = own.ja || own.en || common.district.ja;
  const en = own.en || common.district.en;
  districts = {
    ja: ja === common.ward.ja ? [] : [[WARD, () => ja]],
    en: isSame(en, common.ward.en) ? [] : [[ofAny(common.ward.en), (found) => like(found, en)]],
  };
  return { ja, en };
}

/** A common word in one or several, with its article. */
function ofAny(word: string): RegExp {
  return new RegExp(`\\b(?:an? )?${word}s?\\b`, "gi");
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A text in the words of the city. */
export function inOwnWords(text: string, lang: Language): string {
  return said[lang].reduce((told, [common, own]) => told.replace(common, own), text);
}

/** What a dictionary holds, in the words of the city; names that are put into a text stay as they are. */
export function ownWords(value: unknown, lang: Language): unknown {
  if (!said[lang].length) return value;
  if (typeof value === "string") return inOwnWords(value, lang);
  if (typeof value === "function") return (...given: unknown[]) => around(value as Template, given, lang);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ownWords(one, lang)]));
}

type Template = (...given: unknown[]) => unknown;

function around(template: Template, given: unknown[], lang: Language): unknown {
  const held: string[] = [];
  const hold = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(hold);
    if (typeof one !== "string" || inOwnWords(one, lang) === one) return one;
    return String.fromCharCode(0xe000 + held.push(one) - 1);
  };
  const told = template(...given.map(hold));
  if (typeof told !== "string") return told;
  return inOwnWords(told, lang).replace(HELD, (sign) => held[sign.charCodeAt(0) - 0xe000] ?? sign);
}

/** An English word in the number and the case of the one that stood there, behind the article that it takes. */
function like(found: string, word: string): string {
  const [, article, common] = /^(?:(a)n? )?(.*)$/i.exec(found) as unknown as [string, string | undefined, string];
  const own = inNumber(common, word);
  return article ? `${article} ${own}`.replace(BEFORE_VOWEL, "$1n") : own;
}

function inNumber(found: string, word: string): string {
  if (isOwn(word)) return found.toLowerCase().endsWith("s") ? several(word) : word;
  const cased = /^[A-Z]/.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
  return found.toLowerCase().endsWith("s") ? several(cased) : cased;
}
