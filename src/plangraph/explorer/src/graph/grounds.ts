// Why the links between two things and what is inside them hold.

import { address } from "../lib/address.svelte";
import { ask } from "../lib/api";
import { edgeKey } from "./records";
import { text } from "../lib/terms";

export interface Ground {
  readonly rationale: string;
  /** The IRI of the source, or "". */
  readonly source: string;
  readonly sourceLabel: string;
}

/** The reasons and sources of the links between two things and what is inside them, by the key of the relation. */
export async function grounds(one: string, other: string): Promise<ReadonlyMap<string, Ground>> {
  const { rows } = await ask("links-between", { thing: one, other, lang: address.lang });
  return new Map(
    rows.map((row) => [
      edgeKey({ source: text(row.subject), relation: text(row.relation), target: text(row.object), basis: "" }),
      { rationale: text(row.rationale), source: text(row.source), sourceLabel: text(row.source_label) },
    ]),
  );
}
