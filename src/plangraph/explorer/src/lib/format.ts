// Figures in each language's form.

import eras from "../generated/eras.json";
import largeNumbers from "../generated/large_numbers.json";
import { address, type Language } from "./address.svelte";
import { currency, YEN } from "./currency.svelte";

/** A whole number or decimal with its separators. */
export function count(value: number, digits = 0): string {
  return written(value, address.lang, { maximumFractionDigits: digits });
}

/** A mean, with all its decimals, so that means stand one under another. */
export function fixed(value: number, digits: number): string {
  return written(value, address.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An amount in the currency of the city that is looked at; of yen 1,234 億円 or ¥123.4 bn, exact below a million. */
export function asMoney(value: number, lang: Language = address.lang, code = currency.code): string {
  if (code !== YEN) return inCurrency(value, lang, code);
  const size = Math.abs(value);
  const unit = largeNumbers.ofSums[lang].find((each) => size >= each.size);
  if (lang === "ja") {
    if (!unit) return `${written(value, "ja")}円`;
    const amount = value / unit.size;
    return `${size < 1e8 ? written(Math.round(amount), "ja") : short(amount)}${unit.word}円`;
  }
  const sign = value < 0 ? "−" : "";
  return unit && size >= 1e6 ? `${sign}¥${short(size / unit.size)} ${unit.word}` : `${sign}¥${written(size, "en")}`;
}

const UNITS = {
  ja: ["億", "百万", "千"],
  en: ["billion", "million", "thousand"],
} as const satisfies Record<Language, readonly (keyof typeof largeNumbers.words)[]>;

/** The unit in which the parts of a sum are short and none of them is lost: 億 or billions, or a smaller one. */
export function unitOfMoney(whole: number): { readonly size: number; readonly word: string } {
  const units = UNITS[address.lang];
  const unit = units.find((each) => whole >= 100 * largeNumbers.words[each]) ?? units[2];
  return { size: largeNumbers.words[unit], word: address.lang === "ja" ? unit : `${unit}s` };
}

/** What the currency of the city that is looked at is called, as in 億円 or million yen. */
export function currencyWord(): string {
  if (currency.code !== YEN) return address.lang === "ja" ? ` ${currency.code}` : currency.code;
  return address.lang === "ja" ? "円" : "yen";
}

function inCurrency(value: number, lang: Language, code: string): string {
  const notation = Math.abs(value) >= 1e6 || (lang === "ja" && Math.abs(value) >= 1e4) ? "compact" : "standard";
  const digits = notation === "compact" ? 1 : 0;
  return written(value, lang, { style: "currency", currency: code, notation, maximumFractionDigits: digits });
}

/** A fiscal year: 令和6年度, of a city that does not count in yen and thus not in eras 2024年度, or FY2024. */
export function fiscalYear(year: number, lang: Language = address.lang): string {
  if (lang === "en") return `FY${year}`;
  const era = currency.code === YEN ? eras.find(({ from }) => year >= from) : undefined;
  if (!era) return `${year}年度`;
  const n = year - era.from + 1;
  return `${era.name}${n === 1 ? "元" : n}年度`;
}

/** A period of fiscal years: 令和4～7年度 or FY2022–2025; without an end, 令和8年度から or from FY2026; one as one. */
export function fiscalYears(start: number, end: number | undefined): string {
  if (start === end) return fiscalYear(start);
  if (address.lang === "en") return end === undefined ? `from FY${start}` : `FY${start}–${end}`;
  if (end === undefined) return `${fiscalYear(start)}から`;
  const [first, last] = [fiscalYear(start), fiscalYear(end)];
  const era = /^\D+/.exec(first)?.[0] ?? "";
  return `${first.replace("年度", "")}～${era && last.startsWith(era) ? last.slice(era.length) : last}`;
}

/** A share of 1 as per cent. */
export function share(value: number): string {
  const size = Math.abs(value);
  const fine = size < 0.1 || (size > 0.99 && size < 1.01);
  return written(value, address.lang, { style: "percent", maximumFractionDigits: fine ? 1 : 0 });
}

/** Words as they stand at the head of a column or a list. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A date: 2021年7月21日 or 21 July 2021. */
export function day(iso: string, lang: Language = address.lang): string {
  const date = new Date(iso);
  if (Number.isNaN(date.valueOf())) return iso;
  const locale = lang === "ja" ? "ja-JP" : "en-GB";
  return date.toLocaleDateString(locale, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
}

/** A date or month as it is said: 2022年3月 or March 2022; a first or last second is its day; other text as it stands. */
export function moment(iso: string, lang: Language = address.lang): string {
  if (/^\d{4}-\d{2}-\d{2}(?:T(?:00:00:00|23:59:59)(?:Z|\+09:00)?)?$/.test(iso)) return day(iso.slice(0, 10), lang);
  if (!/^\d{4}-\d{2}$/.test(iso)) return iso;
  return new Date(`${iso}-01`).toLocaleDateString(lang === "ja" ? "ja-JP" : "en-GB", {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
}

/** The beginning or end of a span as it is known: of whole years the year, of whole months the month, else the day. */
export function inSpan(iso: string, [begins, ends]: readonly [string, string], lang: Language = address.lang): string {
  const end = Date.parse(`${ends}Z`);
  const next = Number.isNaN(end) ? "" : new Date(end + 1000).toISOString();
  const isOn = (first: RegExp) => first.test(begins) && first.test(next);
  if (isOn(/-01-01T00:00:00/)) return lang === "ja" ? `${iso.slice(0, 4)}年` : iso.slice(0, 4);
  return moment(isOn(/-01T00:00:00/) ? iso.slice(0, 7) : iso, lang);
}

function short(value: number): string {
  const whole = Math.trunc(Math.abs(value)).toString().length;
  return written(value, "en", { maximumFractionDigits: Math.max(0, largeNumbers.significant - whole) });
}

const forms = new Map<string, Intl.NumberFormat>();

/** A number in a form, which is kept: to make a form takes far longer than to write a number. */
function written(value: number, lang: Language, options: Intl.NumberFormatOptions = {}): string {
  const key = lang + JSON.stringify(options);
  const form = forms.get(key) ?? new Intl.NumberFormat(lang, options);
  forms.set(key, form);
  return form.format(value).replace("-", "−");
}

const BESIDE = new RegExp(largeNumbers.beside, "u");

/** A figure with its unit behind it, apart from it unless it is a sign or in Japanese: 15.6%, 388円. */
export function withUnit(figure: string, unit: string): string {
  return `${figure}${BESIDE.test(unit) ? "" : " "}${unit}`.trim();
}
