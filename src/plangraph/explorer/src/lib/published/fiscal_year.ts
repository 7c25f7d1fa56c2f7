// The fiscal year that a person types: 2024, FY2024, 令和6年度, R6. plangraph/fiscal_years.py reads it by patterns of
// its own, for it finds years in texts, too; both are held to tests/fiscal_years.json.

import eras from "../../generated/eras.json";

const BEHIND = "\\s*(?:年度?)?\\s*(?:末|時点|現在)?";
const NAMES = eras.map(({ name, letter }) => `${name}|${letter}`).join("|");
const TRIMESTER = "T[1-4](?![0-9]|\\s*年)";
const OF_ERA = new RegExp(
  `^(?!${TRIMESTER})(${NAMES})\\.?\\s*([0-9]{1,2}|元|[一二三四五六七八九十]{1,3})${BEHIND}$`,
  "i",
);
const COMMON = new RegExp(`^(?:FY\\s?)?((?:19|20)[0-9]{2})${BEHIND}$`, "i");
const ACROSS = /^((?:19|20)[0-9]{2})(?:\s?\/\s?(?:19|20)|[/–-])([0-9]{2})$/;
const SHORT = new RegExp(`^(?:['’‘]|FY)\\s?([0-9]{2})${BEHIND}$`, "i");
const DIGITS = "〇一二三四五六七八九";

/** The year in which the fiscal year begins; undefined if the text is none. */
export function fiscalYearIn(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim();
  const [, named, number] = OF_ERA.exec(plain) ?? [];
  const era = named && eras.find(({ name, letter }) => [name, letter].includes(named.toUpperCase()));
  if (era && number) return era.from - 1 + numeral(number);
  const [, common] = COMMON.exec(plain) ?? [];
  if (common) return Number(common);
  const [, first, last] = ACROSS.exec(plain) ?? [];
  if (first) return (Number(first) + 1) % 100 === Number(last) ? Number(first) : undefined;
  const [, short] = SHORT.exec(plain) ?? [];
  if (short) return 2000 + Number(short);
  return /^[+-]?[0-9]{1,4}$/.test(plain) ? Number(plain) : undefined;
}

/** The number of a year of an era: 6, 元 or 三十. */
function numeral(written: string): number {
  if (written === "元") return 1;
  if (/^[0-9]/.test(written)) return Number(written);
  const [tens, ones] = written.includes("十") ? written.split("十") : ["", written];
  const ten = written.includes("十") ? 10 * (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}
