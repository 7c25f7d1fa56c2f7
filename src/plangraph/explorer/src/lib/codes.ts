// The order of what has a code.

const { compare } = new Intl.Collator("en", { numeric: true });

interface Coded {
  readonly code: string;
}

/** Compare by codes, whose numbers are counted: 1-2 stands before 1-10. */
export function byCode(one: Coded, other: Coded): number {
  return compare(one.code, other.code);
}
