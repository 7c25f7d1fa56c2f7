// The order of what has a place in its city's own order, and perhaps a code.

const { compare } = new Intl.Collator("en", { numeric: true });

interface Placed {
  readonly code: string;
  readonly rank?: number | undefined;
}

/** Compare by the city's own order, and then by codes, whose numbers are counted: 1-2 stands before 1-10. */
export function byPlace(one: Placed, other: Placed): number {
  return (one.rank ?? 0) - (other.rank ?? 0) || compare(one.code, other.code);
}
