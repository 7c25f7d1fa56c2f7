// Fills what the graph view knows from the answers to questions.

import { ask } from "../lib/api";
import { localName, number, text, type Row } from "../lib/terms";
import { wordsOf } from "../lib/notation";
import { wholePlanUses } from "./questions";
import { basisOf, Knowledge, type EdgeRecord, type NodeRecord } from "./records";

/** Fetches a whole plan: its things, the relations between them, and budgets. */
export async function wholePlan(): Promise<Knowledge> {
  const [things, links, money] = await Promise.all(
    wholePlanUses().map(({ name, parameters }) => ask(name, parameters)),
  );
  const knowledge = new Knowledge();
  const budgets = latestBudgets(money!.rows);
  const nodes = things!.rows.map((row) => toNode(row, budgets));
  const known = new Set(nodes.map((node) => node.id));
  const edges = links!.rows.map(toEdge).filter((edge) => known.has(edge.source) && known.has(edge.target));
  knowledge.add(nodes, edges);
  for (const id of known) {
    knowledge.plan.add(id);
    knowledge.complete.add(id);
  }
  addUp(knowledge);
  return knowledge;
}

function toNode(row: Row, budgets: ReadonlyMap<string, number>): NodeRecord {
  const id = text(row.node);
  const [ja, en] = [text(row.label_ja), text(row.label_en)];
  return {
    id,
    kind: text(row.kind),
    label: { ja: ja || en || localName(id), en: en || ja || localName(id) },
    code: text(row.code),
    tier: row.tier_rank && { label: wordsOf(row, "tier"), rank: number(row.tier_rank) ?? 0 },
    budget: budgets.get(id),
  };
}

function toEdge(row: Row): EdgeRecord {
  return {
    source: text(row.subject),
    target: text(row.object),
    relation: text(row.relation),
    basis: basisOf(text(row.basis)),
  };
}

function latestBudgets(rows: readonly Row[]): Map<string, number> {
  const latest = new Map<string, { year: number; budget: number }>();
  for (const row of rows) {
    const [id, year, budget] = [text(row.element), number(row.year) ?? 0, number(row.budget)];
    if (budget !== undefined && year >= (latest.get(id)?.year ?? 0)) latest.set(id, { year, budget });
  }
  return new Map([...latest].map(([id, { budget }]) => [id, budget]));
}

/** A thing without a budget of its own has that of what is inside it. */
function addUp(knowledge: Knowledge): void {
  const sums = new Map<string, number>();
  for (const node of knowledge.nodes.values()) {
    if (!node.budget) continue;
    for (let at = knowledge.parentOf(node.id); at; at = knowledge.parentOf(at)) {
      sums.set(at, (sums.get(at) ?? 0) + node.budget);
    }
  }
  for (const [id, budget] of sums) {
    const node = knowledge.nodes.get(id);
    if (node && node.budget === undefined) knowledge.add([{ ...node, budget }]);
  }
}
