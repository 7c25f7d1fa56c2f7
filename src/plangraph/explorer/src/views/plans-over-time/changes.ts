// What became of each policy, as pairs of a left and a right side.

import { text, type Row } from "../../lib/terms";

export type Change = "kept" | "renamed" | "merged" | "moved" | "gone" | "new";

export interface Policy {
  readonly iri: string;
  readonly code: string;
  readonly label: string;
}

export interface Step {
  readonly change: Change;
  readonly from: Policy | undefined;
  readonly to: Policy | undefined;
  readonly basis: string;
  readonly rationale: string;
}

/** The words of the question's answer for each change, in both languages; the answer gives no IRI for them. */
const WORDS: [RegExp, Change][] = [
  [/kept|同名/, "kept"],
  [/renamed|改称/, "renamed"],
  [/merged|統合/, "merged"],
  [/partly|一部/, "moved"],
  [/dropped|見られなく/, "gone"],
];

export function toSteps(rows: readonly Row[]): Step[] {
  return rows.map((row) => ({
    change: WORDS.find(([words]) => words.test(text(row.change)))?.[1] ?? "new",
    from: row.policy && { iri: text(row.policy), code: text(row.code), label: text(row.label) },
    to: row.next && { iri: text(row.next), code: text(row.next_code), label: text(row.next_label) },
    basis: text(row.basis),
    rationale: text(row.rationale),
  }));
}

/** The different policies of a side in the order of their codes. */
export function side(steps: readonly Step[], which: "from" | "to"): Policy[] {
  const found = new Map<string, Policy>();
  for (const step of steps) {
    const policy = step[which];
    if (policy) found.set(policy.iri, policy);
  }
  return [...found.values()].sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));
}
