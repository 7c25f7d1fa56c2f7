// What a text may have meant; the same pairs as in tests/test_known_spellings.py.

import { expect, test } from "vitest";
import { counted, folded } from "../src/lib/folding";
import { Spellings } from "../src/lib/known_spellings";

const NAMES = [
  "地域防災計画",
  "待機児童対策事業",
  "障害者の取組",
  "資源物・ごみ収集事業",
  "第3期実施計画",
  "Hospital of the town",
  "保育",
  "健康福祉局",
];
const READINGS = ["ちいき ぼうさい けいかく", "たいき じどう たいさく じぎょう", "しょうがい しゃ の とりくみ"];
const known = new Spellings(
  NAMES.map((name) => ({ name, plain: folded(name) })),
  READINGS,
);
const meant = (text: string) => [...known.meant(text)].map((words) => words.join(" "))[0] ?? "";

test.each([
  ["bousai", "ぼうさい"],
  ["bosai keikaku", "ぼうさい けいかく"],
  ["hosipital", "Hospital"],
  ["防災計面", "防災計画"],
  ["待機児重", "待機児童"],
  ["こみ収集", "ごみ収集"],
  ["障がい者", "障害者"],
  ["取り組み", "取組"],
  ["第三期実施計画", "第3期実施計画"],
  ["障害者の保育", "障害者 保育"],
  ["保育防災", "保育 防災"],
])("%s may mean %s", (text, other) => {
  expect(meant(text)).toBe(other);
});

test.each(["第4期実施計画", "防災", "elderly", "画像計画", ""])("%s means nothing else", (text) => {
  expect(meant(text)).toBe("");
});

test("letters of a name in order mean it, as they do where the server reads names", () => {
  expect(meant("健福局")).toBe("健康福祉局");
});

test.each([
  ["第三期", "第3期"],
  ["第十二条", "第12条"],
  ["三十", "30"],
  ["三鷹", "三鷹"],
])("%s is counted as %s", (text, other) => {
  expect(counted(text)).toBe(other);
});
