import { expect, test } from "vitest";

import { folded } from "../src/lib/folding";

// The same pairs as in the docstring of plangraph/store/folding.py.
test.each([
  ["ＩＣＴとｹｱ", "ictとけあ"],
  ["１−１", "1-1"],
  ["1‐1", "1-1"],
  ["髙津⺠生", "高津民生"],
  ["データ", "でーた"],
])("%s is compared as %s", (words, wanted) => {
  expect(folded(words)).toBe(wanted);
});
