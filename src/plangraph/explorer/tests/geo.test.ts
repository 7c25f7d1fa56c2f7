import { describe, expect, it } from "vitest";
import cases from "../../../../tests/outlines.json";
import { drawn, endsOf, shapeOf } from "../src/lib/geo";

const SQUARE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];

describe("outlines", () => {
  it("gives the rings of one area and of several alike, and none of what is no area", () => {
    expect(shapeOf(JSON.stringify({ type: "Polygon", coordinates: [SQUARE] }))).toEqual([SQUARE]);
    expect(shapeOf(JSON.stringify({ type: "MultiPolygon", coordinates: [[SQUARE], [SQUARE]] }))).toHaveLength(2);
    expect(shapeOf("{")).toEqual([]);
    expect(shapeOf('{"type":"Point","coordinates":[1,2]}')).toEqual([]);
  });

  it("is drawn as in briefs", () => {
    const given = Object.entries(cases.places).map(
      ([name, { shape, along }]) => [name, { shape: shapeOf(shape), along: endsOf(along) }] as const,
    );
    const { height, places } = drawn(new Map(given), cases.width);
    expect(height).toBeCloseTo(cases.height, 2);
    for (const [name, { path, x, y }] of Object.entries(cases.places)) {
      expect(places.get(name)!.path).toBe(path);
      expect(places.get(name)!.x).toBeCloseTo(x, 2);
      expect(places.get(name)!.y).toBeCloseTo(y, 2);
    }
  });

  it("draws north on top, and true to form at its latitude", () => {
    const north = SQUARE.map(([x = 0, y = 0]) => [x, y + 59]); // there a degree of longitude is half as long
    const along = [
      [0, 60],
      [2, 60],
    ];
    const { height, places } = drawn(new Map([["a", { shape: [north], along }]]), 100);
    expect(height).toBeCloseTo(200, 0);
    expect(places.get("a")!.path.startsWith(`M0.0 ${height.toFixed(1)}`)).toBe(true);
  });

  it("names a place in the middle of the line along which its name has most room", () => {
    const along = endsOf('{"type":"LineString","coordinates":[[0.5,1.5],[2,1.5]]}');
    const { height, places } = drawn(new Map([["a", { shape: [SQUARE], along }]]), 100);
    const { x, y, room } = places.get("a")!;
    expect(x).toBeCloseTo(62.5);
    expect(y).toBeCloseTo(height / 4);
    expect(room).toBeCloseTo(75);
  });
});
