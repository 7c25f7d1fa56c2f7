// Which rows of a long table are drawn: those in sight and some beyond, each as high as its texts need.

/** Of rows not drawn yet, in pixels. */
const USUAL = 37;
/** How many are drawn beyond what is in sight, before and after. */
const BEYOND = 8;

export interface InSight {
  readonly first: number;
  readonly last: number;
  /** How high all before and all after them are, in pixels. */
  readonly before: number;
  readonly after: number;
}

/** The rows that are drawn where so much is scrolled away, by the heights of those drawn before. */
export function inSight(
  count: number,
  heights: readonly (number | undefined)[],
  { top, height }: { top: number; height: number },
): InSight {
  const known = heights.filter((one) => one !== undefined);
  const usual = known.length ? known.reduce((all, one) => all + one, 0) / known.length : USUAL;
  const ends: number[] = [];
  for (let at = 0, sum = 0; at < count; at += 1) ends.push((sum += heights[at] ?? usual));
  const passed = ends.findIndex((end) => end > top);
  const seen = ends.findIndex((end) => end > top + height);
  const first = Math.max(0, (passed < 0 ? count : passed) - BEYOND);
  const last = Math.min(count, (seen < 0 ? count : seen + 1) + BEYOND);
  const all = ends.at(-1) ?? 0;
  return { first, last, before: ends[first - 1] ?? 0, after: all - (ends[last - 1] ?? 0) };
}
