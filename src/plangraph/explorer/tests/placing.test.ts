import { expect, test } from "vitest";

import { markBox, meet, place, type Place, type Wish } from "../src/graph/render/placing";

const WHERE: Place = {
  room: { left: 0, top: 0, right: 200, bottom: 100 },
  taken: [],
  sides: ["right", "left", "below", "above"],
  most: 10,
};

function wish(id: string, x: number, y: number, weight = 1, more: Partial<Wish> = {}): Wish {
  return { id, x, y, size: 5, weight, forms: [{ lines: [id], width: 60, height: 12 }], must: false, ...more };
}

test("no name covers another, and the weightier comes first", () => {
  const placed = place([wish("light", 100, 50, 1), wish("heavy", 100, 52, 2)], WHERE);
  expect(placed[0]!.id).toBe("heavy");
  for (const one of placed) for (const other of placed) if (one !== other) expect(meet(one.box, other.box)).toBe(false);
});

test("a name stands wholly inside the picture, on the other side if need be", () => {
  const [placed] = place([wish("edge", 190, 50)], WHERE);
  expect(placed!.side).toBe("left");
});

test("where the full name has no room a shorter form is taken", () => {
  const forms = [
    { lines: ["a very long name"], width: 500, height: 12 },
    { lines: ["short"], width: 40, height: 12 },
  ];
  expect(place([wish("a", 100, 50, 1, { forms })], WHERE)[0]!.form.lines).toEqual(["short"]);
});

test("without room a name is left out, unless it must be there", () => {
  const taken = [WHERE.room];
  expect(place([wish("a", 100, 50)], { ...WHERE, taken })).toEqual([]);
  expect(place([wish("a", 100, 50, 1, { must: true })], { ...WHERE, taken })).toHaveLength(1);
});

test("its own mark does not keep a name away", () => {
  const one = wish("a", 100, 50);
  expect(place([one], { ...WHERE, taken: [markBox(one)] })).toHaveLength(1);
});

test("there are no more names than are wanted", () => {
  const many = Array.from({ length: 5 }, (_, at) => wish(String(at), 10, 10 + at * 15));
  expect(place(many, { ...WHERE, most: 3 })).toHaveLength(3);
});
