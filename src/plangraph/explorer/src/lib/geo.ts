// Outlines of places (GeoJSON, RFC 7946) as paths in a box, as plangraph/briefs/places_drawn.py draws them on paper;
// both are held to tests/outlines.json.

export type Position = readonly number[];
/** The rings of the areas of a place. */
export type Shape = readonly (readonly Position[])[];

export interface Outline {
  readonly shape: Shape;
  /** The ends of the level line along which its name has most room. */
  readonly along: readonly Position[];
}

export interface Drawn {
  /** SVG path data; holes are cut by the rule `evenodd`. */
  readonly path: string;
  /** The middle of the line along which its name has most room. */
  readonly x: number;
  readonly y: number;
  /** How long that line is. */
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

/** The ends of a LineString. */
export function endsOf(geojson: string): readonly Position[] {
  return (JSON.parse(geojson) as { coordinates: Position[] }).coordinates;
}

/** Outlines drawn in a box of some width, true to their form at their latitude; also how high the box is. */
export function drawn(
  outlines: ReadonlyMap<string, Outline>,
  width: number,
): { height: number; places: Map<string, Drawn> } {
  const points = [...outlines.values()].flatMap(({ shape }) => shape).flat();
  const [west, east] = extent(points.map(([longitude = 0]) => longitude));
  const [south, north] = extent(points.map(([, latitude = 0]) => latitude));
  const narrower = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = width / Math.max((east - west) * narrower, 1e-9);
  const place = ([longitude = 0, latitude = 0]: Position): [number, number] => [
    (longitude - west) * narrower * scale,
    (north - latitude) * scale,
  ];
  const places = new Map(
    [...outlines].map(([iri, { shape, along }]) => {
      const [[left, y], [right]] = [place(along[0]!), place(along[1]!)];
      const path = shape.map((ring) => pathOf(ring.map(place))).join("");
      return [iri, { path, x: (left + right) / 2, y, room: right - left }];
    }),
  );
  return { height: Math.max(1, (north - south) * scale), places };
}

function pathOf(ring: readonly (readonly [number, number])[]): string {
  return `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
