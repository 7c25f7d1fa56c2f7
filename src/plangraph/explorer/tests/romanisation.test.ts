import { expect, test } from "vitest";

import { romanised } from "../src/lib/romanisation";

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
