// Learns of things that the plan's network does not hold: what they are called, and what they are tied to.

import { ask } from "../lib/api";
import { BASIS, KIND, relationName } from "../lib/notation";
import { localName, text, truth, type Row } from "../lib/terms";
import { describe } from "../lib/thing";
import { basisOf, type EdgeRecord, type Knowledge, type NodeRecord } from "./records";

/** The questions that this is done with. */
export const ABOUT_ONE = ["description", "ties"] as const;

/** Learns names and ties of these things, as far as they are not known; of what is in no data nothing is learnt. */
export async function learn(knowledge: Knowledge, ids: readonly string[]): Promise<void> {
  await Promise.all(ids.filter((id) => !knowledge.complete.has(id)).map((id) => learnOne(knowledge, id)));
}

async function learnOne(knowledge: Knowledge, id: string): Promise<void> {
  if (!/^[a-z][a-z\d+.-]*:/i.test(id)) {
    knowledge.add(knowledge.nodes.has(id) ? [] : [nameless(id)]);
    knowledge.complete.add(id);
    return;
  }
  const [described, ties] = await Promise.all([
    knowledge.nodes.has(id) ? undefined : describe(id, "ja"),
    ask("ties", { thing: id }),
  ]);
  if (!knowledge.nodes.has(id) && (described || ties.rows.length))
    knowledge.add([described ? nodeOf(described) : nameless(id)]);
  for (const row of ties.rows) {
    const relation = text(row.relation);
    const [ja, en] = [text(row.relation_ja), text(row.relation_en)];
    if (ja && !relationName(relation)) knowledge.names.set(relation, { ja, en });
  }
  const others = ties.rows.map(toOther).filter((node) => !knowledge.nodes.has(node.id));
  knowledge.add(
    others,
    ties.rows.map((row) => toEdge(id, row)),
  );
  knowledge.complete.add(id);
}

function nodeOf({ iri, kind, code, label, otherLabel }: NonNullable<Awaited<ReturnType<typeof describe>>>): NodeRecord {
  return { ...nameless(iri), kind, code, label: { ja: label, en: otherLabel || label } };
}

function toOther(row: Row): NodeRecord {
  const [ja, en] = [text(row.label_ja), text(row.label_en)];
  return {
    ...nameless(text(row.other)),
    kind: text(row.kind),
    code: text(row.code),
    label: { ja: ja || en, en: en || ja },
  };
}

function toEdge(id: string, row: Row): EdgeRecord {
  const [source, target] = text(row.direction) === "out" ? [id, text(row.other)] : [text(row.other), id];
  return {
    source,
    target,
    relation: text(row.relation),
    basis: row.basis ? basisOf(text(row.basis)) : truth(row.inferred) ? BASIS.inferred : BASIS.structural,
  };
}

/** A thing of which no name is known bears the end of its IRI. */
function nameless(id: string): NodeRecord {
  const name = localName(id) || id;
  return { id, kind: KIND.anything, label: { ja: name, en: name }, code: "", budget: undefined };
}
