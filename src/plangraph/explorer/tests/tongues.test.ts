// In which language a text is that an answer says for want of one in the reader's.

import { expect, test } from "vitest";
import { toRows } from "../src/lib/api";
import { foreign } from "../src/lib/i18n/script";

test("a text that is said again is in the language that it was first said in, also behind a code", () => {
  const label = (value: string, tag: string) => ({ label: { type: "literal" as const, value, "xml:lang": tag } });
  const bindings = [label("Radwege", "de-x-ja"), label("Parks", "en")];
  toRows({ head: { vars: ["label"] }, results: { bindings } });

  expect(["Radwege", "M1 Radwege", "Parks", "M1"].map(foreign)).toEqual(["de", "de", undefined, undefined]);
});
