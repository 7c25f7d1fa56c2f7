// Outlines of places (GeoJSON, RFC 7946) as paths in a box.

export type Position = readonly number[];
/** The rings of the areas of a place. */
export type Shape = readonly (readonly Position[])[];

export interface Drawn {
  /** SVG path data; holes are cut by the rule `evenodd`. */
  readonly path: string;
  /** Where its name has most room. */
  readonly x: number;
  readonly y: number;
  /** How wide it is at that height. */
  readonly room: number;
}

/** The rings of a Polygon or MultiPolygon; none of what cannot be read. */
export function shapeOf(geojson: string): Shape {
  try {
    const { type, coordinates } = JSON.parse(geojson) as { type: string; coordinates: unknown };
    if (type === "Polygon") return coordinates as Shape;
    if (type === "MultiPolygon") return (coordinates as Shape[]).flat();
  } catch {
    // Handled as a place without an outline.
  }
  return [];
}

/** Shapes drawn in a box of some width, true to their form at their latitude; also how high the box is. */
export function drawn(
  shapes: ReadonlyMap<string, Shape>,
  width: number,
): { height: number; places: Map<string, Drawn> } {
  const points = [...shapes.values()].flat(2);
  const [west, east] = extent(points.map(([longitude = 0]) => longitude));
  const [south, north] = extent(points.map(([, latitude = 0]) => latitude));
  const narrower = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = width / Math.max((east - west) * narrower, 1e-9);
  const place = ([longitude = 0, latitude = 0]: Position): [number, number] => [
    (longitude - west) * narrower * scale,
    (north - latitude) * scale,
  ];
  const places = new Map(
    [...shapes].map(([iri, shape]) => {
      const rings = shape.map((ring) => ring.map(place));
      return [iri, { path: rings.map(pathOf).join(""), ...roomiest(rings) }];
    }),
  );
  return { height: Math.max(1, (north - south) * scale), places };
}

/** The middle of the widest stretch inside some rings, looked for along level lines. */
export function roomiest(rings: readonly (readonly [number, number])[][]): { x: number; y: number; room: number } {
  const [top, bottom] = extent(rings.flat().map(([, y]) => y));
  const LINES = 24; // that are tried
  let best = { x: 0, y: 0, room: 0, worth: -1 };
  for (let at = 1; at < LINES; at++) {
    const y = top + ((bottom - top) * at) / LINES;
    const crossings = rings.flatMap((ring) => crossingsOf(ring, y)).sort((one, other) => one - other);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const room = crossings[pair + 1]! - crossings[pair]!;
      // Of two lines with like room the one nearer to the middle has more of the place above and below it.
      const worth = room * (1 - 0.8 * Math.abs((2 * at) / LINES - 1));
      if (worth > best.worth) best = { x: crossings[pair]! + room / 2, y, room, worth };
    }
  }
  return { x: best.x, y: best.y, room: best.room };
}

function crossingsOf(ring: readonly (readonly [number, number])[], y: number): number[] {
  return ring.slice(1).flatMap(([x2, y2], at) => {
    const [x1, y1] = ring[at]!;
    return y1 <= y !== y2 <= y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
  });
}

function pathOf(ring: readonly (readonly [number, number])[]): string {
  return `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
