import { expect, test } from "vitest";

import { breakLines, phrases, widestWord } from "../src/lib/phrases";

const measure = (text: string) => [...text].length;

test("the phrases of a name put together are the name", () => {
  for (const name of [
    "誰もが安心して暮らせる地域のつながり・しくみをつくる",
    "Protect lives from disasters",
    "（仮称）計画",
  ])
    expect(phrases(name).join("")).toBe(name);
});

test("a line breaks between phrases: none begins with a particle, a dot or a closing bracket", () => {
  const { lines, cut } = breakLines("水の安定した供給・循環を支える", 10, 2, measure);
  expect(lines).toEqual(["水の安定した供給・", "循環を支える"]);
  expect(cut).toBe(false);
});

test("a word of one letter and kana stays whole", () => {
  expect(breakLines("便利で快適な住みやすいまち", 7, 3, measure).lines).toEqual(["便利で快適な", "住みやすいまち"]);
});

test("a word that is told apart wrongly, and one with a voiced kana, stay whole", () => {
  expect(phrases("誰もが安心して暮らせる")).toContain("安心して");
  expect(phrases("高齢者が生きがいを持てる地域づくり")).toEqual(["高齢者が", "生きがいを", "持てる", "地域づくり"]);
});

test("a word of kana after a particle begins a phrase, a second particle does not", () => {
  expect(phrases("貧困をなくそう")).toEqual(["貧困を", "なくそう"]);
  expect(phrases("バリアフリーのまちの計画")).toEqual(["バリアフリーの", "まちの", "計画"]);
  expect(phrases("そのものでは、区のみが")).not.toContain("では、");
});

test("an ending stays with its verb", () => {
  expect(phrases("誰もが受けられるまちの医療").slice(-3)).toEqual(["受けられる", "まちの", "医療"]);
  expect(phrases("ほぼ目標どおり")).toContain("目標どおり");
});

test("two words of two letters each are one name", () => {
  expect(phrases("5の基本政策と実施計画")).toEqual(["5の", "基本政策と", "実施計画"]);
});

test("a phrase longer than a line is broken after a dot, else between words", () => {
  expect(breakLines("つながり・しくみをつくる", 7, 4, measure).lines).toEqual(["つながり・", "しくみをつくる"]);
  expect(breakLines("生き生きと暮らすことができる", 7, 4, measure).lines).toEqual([
    "生き生きと",
    "暮らすことが",
    "できる",
  ]);
});

test("what a hyphen joins stays together", () => {
  expect(breakLines("3 Good health and well-being", 24, 2, measure).lines).toEqual(["3 Good health and", "well-being"]);
});

test("what does not fit is cut, and three dots say so", () => {
  const { lines, cut } = breakLines("Build community ties and systems that let everyone live well", 20, 2, measure);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  expect(lines.every((line) => line.length <= 20)).toBe(true);
  expect(cut).toBe(true);
});

test("a word longer than a line is broken rather than lost", () => {
  expect(breakLines("abcdefgh", 4, 3, measure).lines).toEqual(["abc-", "def-", "gh"]);
  expect(breakLines("まちづくりま", 4, 3, measure).lines.join("")).toBe("まちづくりま");
});

test("a number stays with what it is told with", () => {
  expect(phrases("瀬戸川市総合計画 第4期実施計画")).toContain("第4期");
  expect(phrases("令和6年度の予算は").join("|")).toMatch(/^令和6年度の\|/);
});

test("the widest word of a text is told, so that letters may be set smaller before it is torn", () => {
  expect(widestWord("1-1-4 Comprehensive strengthening", measure)).toBe("strengthening".length);
  expect(widestWord("つながり・しくみ", measure)).toBe("つながり".length);
});

test("what a name is of stays with the name, also where that is in kana", () => {
  expect(phrases("さいたま市の計画・みなと市")).toEqual(["さいたま市の", "計画・", "みなと市"]);
  expect(phrases("緑の市")).toEqual(["緑の", "市"]);
});

test("an arrow stays with the word that it points from or to", () => {
  expect(phrases("← advances")).toEqual(["← advances"]);
  expect(phrases("ゴールに貢献する →").at(-1)).toMatch(/する →$/u);
});
