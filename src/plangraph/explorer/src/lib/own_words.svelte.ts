// What the city that is looked at calls its districts and the smallest undertakings of its plan, said for the words
// common to all cities.

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

const COMMON = { ja: "事務事業", en: "project" };
const PROJECT = `${PREFIXES.pg}Project`;
const HELD = /[\ue000-\uf8ff]/g;
const WARD = { ja: "区", en: "ward" };
/** What districts are called where the city has no one word for them. */
const DISTRICT: Own = { ja: "地域", en: "Area" };
let undertakings: Record<Language, Said> = $state.raw({ ja: [], en: [] });
let districts: Record<Language, Said> = $state.raw({ ja: [], en: [] });
const said: Record<Language, Said> = $derived({
  ja: [...undertakings.ja, ...districts.ja],
  en: [...undertakings.en, ...districts.en],
});

/** Set what the smallest undertakings are called, and what class (IRI) they are of with its label. */
export function setItems(own: Own, kind: string, label: Own): void {
  const items: Items = { ...own, projects: !kind || kind === PROJECT };
  const ja = items.ja || items.en || COMMON.ja;
  const en = items.en || (items.projects ? COMMON.en : label.en) || COMMON.en;
  undertakings = {
    ja: ja === COMMON.ja ? [] : [[items.projects ? /事務事業/g : /(?:事務|(?<!基本))事業(?!費|者|年度)/g, () => ja]],
    en: en.toLowerCase() === COMMON.en ? [] : [[/\b(?:an? )?projects?\b/gi, (found) => like(found, en)]],
  };
}

/** Set what the districts are called, and say it. */
export function setDistricts(own: Own): Own {
  const ja = own.ja || own.en || DISTRICT.ja;
  const en = own.en || DISTRICT.en;
  districts = {
    ja: ja === WARD.ja ? [] : [[/(?<![一-鿿々])区(?![一-鿿々]|分)|(?<![一-鿿々])区(?=別|計画)/g, () => ja]],
    en: en.toLowerCase() === WARD.en ? [] : [[/\b(?:an? )?wards?\b/gi, (found) => like(found, en)]],
  };
  return { ja, en };
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
  return article ? `${article}${/^[aeiou]/i.test(own) ? "n" : ""} ${own}` : own;
}

function inNumber(found: string, word: string): string {
  if (isOwn(word)) return found.toLowerCase().endsWith("s") ? several(word) : word;
  const cased = /^[A-Z]/.test(found) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
  return found.toLowerCase().endsWith("s") ? several(cased) : cased;
}
