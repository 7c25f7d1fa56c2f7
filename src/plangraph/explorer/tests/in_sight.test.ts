import { expect, test } from "vitest";
import { inSight } from "../src/lib/in_sight";

test("rows in sight and some beyond are drawn, with room for the others", () => {
  expect(inSight(200, [], { top: 0, height: 370 })).toEqual({ first: 0, last: 19, before: 0, after: 181 * 37 });
  const heights = Array.from({ length: 200 }, (_, at) => (at % 2 ? 60 : 40));
  const { first, last, before, after } = inSight(200, heights, { top: 5000, height: 400 });
  expect([first, last]).toEqual([92, 117]);
  expect(before + after + heights.slice(first, last).reduce((all, one) => all + one, 0)).toBe(10_000);
  expect(inSight(200, heights, { top: 99_999, height: 400 })).toMatchObject({ first: 192, last: 200, after: 0 });
});
