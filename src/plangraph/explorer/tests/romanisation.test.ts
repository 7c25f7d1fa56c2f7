import { expect, test } from "vitest";

import { inKana, romanised } from "../src/lib/romanisation";

// The same pairs as in tests/store/test_romanisation.py.
test.each([
  [" みやまえ ", "miyamae"],
  ["キョウト", "kyoto"],
  ["ちゅうおう", "chuo"],
  ["しゅくがわら", "shukugawara"],
  ["じゅうじょう", "jujo"],
  ["にっしん", "nisshin"],
  ["はっちょう", "hatcho"],
  ["ﾌﾁｭｰ", "fuchu"],
])("%s is read as %s", (kana, latin) => {
  expect(romanised(kana)).toBe(latin);
});

test.each(["高津", "たかつ区", "Takatsu", "つ", ""])("%s is no reading", (other) => {
  expect(romanised(other)).toBe("");
});

const READINGS = ["ぼうさい の すいしん", "こうつう あんぜん", "しょうがっこう", "の ていあん"];

test.each([
  ["bousai", "ぼうさい"],
  ["Bosai", "ぼうさい"],
  ["bōsai", "ぼうさい"],
  ["ｂｏｕｓａｉ", "ぼうさい"],
  ["kotsuanzen", "こうつうあんぜん"],
  ["koutu", "こうつう"],
  ["suisin", "すいしん"],
  ["syougakkou", "しょうがっこう"],
  ["bous", ""],
  ["sai", ""],
  ["note", ""],
  ["防災", ""],
])("%s stands for %s", (typed, kana) => {
  expect(inKana(typed, READINGS)).toBe(kana);
});
