// Words that Python puts together, too: both are held to the same cases.

import { expect, test } from "vitest";
import cases from "../../../../tests/words.json";
import { withUnit } from "../src/lib/format";
import { nestedQuotes } from "../src/lib/i18n/quotes";
import { codedName } from "../src/lib/codes";
import { several, standing } from "../src/lib/several";

test.each(cases.with_unit as [string, string, string][])("%s with the unit %s is %s", (figure, unit, told) => {
  expect(withUnit(figure, unit)).toBe(told);
});

test.each(cases.several)("several of %s are %s", (one, many) => {
  expect(several(one)).toBe(many);
});

test.each(cases.standing as [string, string, number][])("in '%s', %s stands as %i", (text, word, place) => {
  expect(standing(text, word)).toBe(place);
});

test.each(cases.coded)("'%s' and '%s' are told as %s", (code, label, told) => {
  expect(codedName({ code, label })).toBe(told);
});

test.each(cases.quoted)("%s is quoted as %s", (text, told) => {
  expect(nestedQuotes(text)).toBe(told);
});
