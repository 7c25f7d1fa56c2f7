// Fills what the graph view knows from the answers to questions.

import { address } from "../lib/address.svelte";
import { ask } from "../lib/api";
import { localName, number, text, type Row } from "../lib/terms";
import { familyOf, wordsOf } from "../lib/notation";
import { outline } from "../lib/outline";
import { inYear } from "../lib/scope.svelte";
import { factsOf, type Facts } from "./columns/classes";
import { Forest } from "./columns/forest";
import { stated } from "./columns/tie";
import { wholePlanUses } from "./questions";
import { basisOf, Knowledge, type EdgeRecord, type NodeRecord } from "./records";

/** Fetches a whole plan: its things, the relations between them, and budgets. */
export async function wholePlan(): Promise<Knowledge> {
  const [things, links, money] = await Promise.all(
    wholePlanUses().map(({ name, parameters }) => ask(name, parameters)),
  );
  const knowledge = new Knowledge();
  const year = Number(address.query.year) || newestOf(money!.rows);
  const budgets = budgetsOf(money!.rows, year);
  knowledge.year = budgets.size ? year : undefined;
  // What has neither a name nor a code is of another plan, and nothing more is known of it here.
  const named = things!.rows.filter((row) => row.label_ja ?? row.label_en ?? row.code);
  const nodes = named.map((row) => toNode(row, budgets));
  const known = new Set(nodes.map((node) => node.id));
  const edges = links!.rows.map(toEdge).filter((edge) => known.has(edge.source) && known.has(edge.target));
  knowledge.add(nodes, edges);
  for (const id of known) knowledge.complete.add(id);
  for (const id of drawnOf(knowledge)) knowledge.plan.add(id);
  addUp(knowledge);
  return knowledge;
}

/** What is known of each element of the plan in the year that is looked at. */
export async function facts(): Promise<Facts> {
  const { name, parameters } = wholePlanUses()[2]!;
  const [plan, money] = await Promise.all([outline(inYear()), ask(name, parameters)]);
  const budgets = money.rows.map((row) => ({
    iri: text(row.element),
    year: number(row.year) ?? 0,
    budget: number(row.budget) ?? 0,
  }));
  return factsOf(plan.all.values(), plan.year, budgets);
}

/**
 * The things of the whole plan's picture: the policy system and all that hangs together with it; of numbered things, as
 * SDG targets are, only those to which something leads.
 */
function drawnOf(knowledge: Knowledge): Set<string> {
  const ties = stated(knowledge);
  const tied = new Set(ties.flatMap(({ source, target }) => [source, target]));
  const forest = new Forest(knowledge);
  const family = (id: string) => familyOf(knowledge.nodes.get(id)?.kind ?? "");
  const isIdle = (id: string) => family(id).numbered && ![...forest.downwards(id)].some((one) => tied.has(one));
  const beside = new Map<string, string[]>();
  for (const { source, target } of [...ties, ...forest.edges]) {
    beside.set(source, [...(beside.get(source) ?? []), target]);
    beside.set(target, [...(beside.get(target) ?? []), source]);
  }
  const queue = [...knowledge.nodes.keys()].filter((id) => family(id).trunk);
  const drawn = new Set(queue);
  for (let at = queue.pop(); at !== undefined; at = queue.pop())
    for (const next of beside.get(at) ?? []) {
      if (drawn.has(next) || isIdle(next)) continue;
      drawn.add(next);
      queue.push(next);
    }
  return drawn;
}

function toNode(row: Row, budgets: ReadonlyMap<string, number>): NodeRecord {
  const id = text(row.node);
  const [ja, en] = [text(row.label_ja), text(row.label_en)];
  return {
    id,
    kind: text(row.kind),
    label: { ja: ja || en || localName(id), en: en || ja || localName(id) },
    code: text(row.code),
    rank: number(row.rank),
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

/** The newest year of which budgets are known; those of different years are not added up. */
function newestOf(rows: readonly Row[]): number | undefined {
  return rows.reduce<number | undefined>((newest, row) => Math.max(newest ?? 0, number(row.year) ?? 0), undefined);
}

/** The budgets of one year by what they are of. */
function budgetsOf(rows: readonly Row[], year: number | undefined): Map<string, number> {
  const own = rows.filter((row) => row.budget && number(row.year) === year);
  return new Map(own.map((row) => [text(row.element), number(row.budget)!]));
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
