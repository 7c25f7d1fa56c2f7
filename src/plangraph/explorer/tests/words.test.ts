import { expect, test } from "vitest";

import { address, href } from "../src/lib/address.svelte";
import { currency, YEN } from "../src/lib/currency.svelte";
import { asMoney, fiscalYear, fiscalYears, inSpan, moment, share, unitOfMoney } from "../src/lib/format";
import { counted, dictionary } from "../src/lib/i18n";
import { frame } from "../src/lib/i18n/frame";
import { afterNumber, plural } from "../src/lib/notation";
import { inOwnWords, setItems } from "../src/lib/own_words.svelte";
import { setPlurals } from "../src/lib/several";
import { percent } from "../src/views/money/said";
import { stepsOf } from "../src/views/projects/listing";

test("plurals of English names, also of one thing or another", () => {
  address.lang = "en";
  expect(plural("Policy", 2)).toBe("Policies");
  expect(plural("Ward or city", 2)).toBe("Wards or cities");
  expect(plural("Measure", 1)).toBe("Measure");
  expect(plural("Strategic focus", 2)).toBe("Strategic focuses");
  expect(plural("Key actions", 2)).toBe("Key actions");
  expect(plural("KPIs", 2)).toBe("KPIs");
  expect(plural("Measure (大施策)", 2)).toBe("Measures (大施策)");
  expect(plural("Direction of city building", 2)).toBe("Directions of city building");
  expect(plural("Call to action", 2)).toBe("Calls to action");
  expect(counted("1", "row")).toBe("1 row");
  expect(counted("2", "row")).toBe("2 rows");
});

test("where nothing is found, a code and a name of the city are offered, and none of another's", () => {
  address.lang = "en";
  expect(frame.noHits("zzzz", ["Ⅱ-3", "Clean rivers"])).toBe(
    "Nothing matches “zzzz”. Try another word, such as Ⅱ-3 or Clean rivers.",
  );
  expect(frame.noHits("zzzz", [])).toBe("Nothing matches “zzzz”. Try another word.");
});

test("a word of another language has no English ending and keeps its capital", () => {
  address.lang = "en";
  const [NONE, PROJECTS] = [
    { ja: "", en: "" },
    { ja: "事務事業", en: "Project" },
  ];
  setPlurals(new Map([["Handlungsfeld", "Handlungsfeld"]]));
  expect(afterNumber("Handlungsfeld", 3)).toBe("Handlungsfeld");
  setItems({ ja: "", en: "Handlungsfeld" }, "", NONE, PROJECTS);
  expect(inOwnWords("Find projects", "en")).toBe("Find Handlungsfeld");
  setItems({ ja: "", en: "" }, "", NONE, PROJECTS);
  setPlurals(new Map());
});

test("quotation marks within others are those for that", () => {
  const one = (name: string) => `「${name}」はあります`;
  const words = dictionary({ one }, { one });

  expect(words.one("「自治会支援アプリ」導入数")).toBe("「『自治会支援アプリ』導入数」はあります");
  expect(words.one("『白書』の「序」")).toBe("「『白書』の『序』」はあります");
  expect(words.one("「")).toBe("「「」はあります");
});

test("a name of several words is no title after its number", () => {
  address.lang = "en";
  expect(afterNumber("Strategic Goal", 4)).toBe("strategic goals");
  expect(afterNumber("KPI", 2)).toBe("KPIs");
});

test("amounts are told in a unit in which the parts of their sum are not lost", () => {
  address.lang = "en";
  expect([8e11, 3e7, 4e5, 0].map((sum) => unitOfMoney(sum).word)).toEqual([
    "billions",
    "thousands",
    "thousands",
    "thousands",
  ]);
  address.lang = "ja";
  expect([8e11, 2e8, 4e5].map((sum) => unitOfMoney(sum).word)).toEqual(["億", "百万", "千"]);
});

test("amounts are counted between powers of ten about their middle", () => {
  expect(stepsOf([undefined, 0, 5e4, 7e4, 2e9])).toEqual([1e4, 1e5, 1e6]);
  expect(stepsOf([])).toEqual([1, 10, 100]);
});

test("fiscal years by era, the first of an era as such", () => {
  expect(fiscalYear(2019, "ja")).toBe("令和元年度");
  expect(fiscalYear(2024, "ja")).toBe("令和6年度");
  expect(fiscalYear(2018, "ja")).toBe("平成30年度");
  expect(fiscalYear(1988, "ja")).toBe("昭和63年度");
  expect(fiscalYear(2024, "en")).toBe("FY2024");
});

test("a period names its era once, where both years are of it", () => {
  expect(fiscalYears(2022, 2025)).toBe("令和4～7年度");
  expect(fiscalYears(2016, 2025)).toBe("平成28～令和7年度");
  expect(fiscalYears(2026, undefined)).toBe("令和8年度から");
  expect(fiscalYears(2026, 2026)).toBe("令和8年度");
});

test("amounts of yen are short where they are large, and exact where they are small", () => {
  expect(asMoney(123_400_000_000, "ja")).toBe("1,234億円");
  expect(asMoney(0, "ja")).toBe("0円");
  expect(asMoney(-2_500_000, "en")).toBe("−¥2.5 m");
});

test("a month stays a month, and what is no date stays as it is", () => {
  expect(moment("2022-03", "ja")).toBe("2022年3月");
  expect(moment("2022-03-04", "en")).toBe("4 March 2022");
  expect(inSpan("2018-12-31T23:59:59", ["2018-01-01T00:00:00", "2018-12-31T23:59:59"], "ja")).toBe("2018年");
  expect(inSpan("2018-02-01T00:00:00", ["2018-02-01T00:00:00", "2018-02-28T23:59:59"], "en")).toBe("February 2018");
  expect(inSpan("2018-02-11T00:00:00", ["2018-02-11T00:00:00", "2018-02-20T23:59:59"], "en")).toBe("11 February 2018");
  expect(moment("昭和60年", "ja")).toBe("昭和60年");
});

test("shares near nothing or all have a decimal", () => {
  expect(share(0.004)).toBe("0.4%");
  expect(share(0.5)).toBe("50%");
  expect(share(0.996)).toBe("99.6%");
  expect(share(-0.817)).toBe("−82%");
  expect(share(-0.004)).toBe("−0.4%");
});

test("an address holds paths of things readably and leaves out what is empty", () => {
  expect(href({ lang: "en", view: "thing", rest: "sdg:11.5", query: { a: "", b: "x y" } })).toBe(
    "/en/thing/sdg:11.5?b=x+y",
  );
});

test("the years of a city abroad go by no era", () => {
  currency.code = "EUR";
  expect(fiscalYear(2024)).toBe("2024年度");
  expect(fiscalYears(2022, 2025)).toBe("2022～2025年度");
  expect(fiscalYears(2026, undefined)).toBe("2026年度から");
  currency.code = YEN;
});

test("amounts of another currency are named by it", () => {
  expect(asMoney(1_250_000, "en", "USD")).toMatch(/\$1\.3M$/);
  expect(asMoney(300, "ja", "EUR")).toBe("€300");
});

test("a change from an income has no share", () => {
  address.lang = "en";
  expect(percent(100, 150)).toBe("+50%");
  expect(percent(-300, -200)).toBe("");
});
