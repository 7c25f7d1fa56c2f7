// Which boxes a line that is drawn freely around them means.

export type Point = readonly [x: number, y: number];

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether an outline goes around the middle of an area, or through the area. */
export function means(outline: readonly Point[], area: Area): boolean {
  const middle: Point = [(area.left + area.right) / 2, (area.top + area.bottom) / 2];
  if (isInside(outline, middle)) return true;
  return outline.slice(1).some((end, at) => passes(outline[at]!, end, area));
}

/** Whether a point is inside an outline, whose ends are joined: a ray from there crosses it oddly often. */
function isInside(outline: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  outline.forEach(([x1, y1], at) => {
    const [x2, y2] = outline[(at + 1) % outline.length]!;
    if (y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1)) inside = !inside;
  });
  return inside;
}

/** Whether a straight line goes through an area (Liang and Barsky 1984). */
function passes([x1, y1]: Point, [x2, y2]: Point, { left, top, right, bottom }: Area): boolean {
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [x1 - x2, x1 - left],
    [x2 - x1, right - x1],
    [y1 - y2, y1 - top],
    [y2 - y1, bottom - y1],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from <= to;
}
