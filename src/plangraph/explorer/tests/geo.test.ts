import { describe, expect, it } from "vitest";
import { drawn, roomiest, shapeOf } from "../src/lib/geo";

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

  it("draws north on top, and true to form at its latitude", () => {
    const north = SQUARE.map(([x = 0, y = 0]) => [x, y + 59]); // there a degree of longitude is half as long
    const { height, places } = drawn(new Map([["a", [north]]]), 100);
    expect(height).toBeCloseTo(200, 0);
    expect(places.get("a")!.path.startsWith(`M0.0 ${height.toFixed(1)}`)).toBe(true);
  });

  it("names a place where it is widest, not in its holes", () => {
    const hole = [
      [20, 20],
      [80, 20],
      [80, 80],
      [20, 80],
      [20, 20],
    ] as const;
    const ring = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ] as const;
    const { y, room } = roomiest([[...ring], [...hole]]);
    expect(room).toBe(100);
    expect(y < 20 || y > 80).toBe(true);
  });
});
