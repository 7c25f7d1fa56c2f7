// What the picture in columns shows, as the address says it.

import type { Facts } from "../../../graph/columns/classes";
import { firstColumns, networkOf, type Column, type Network } from "../../../graph/columns/column";
import { groupingColumns, withGroups } from "../../../graph/columns/grouping";
import { notesOf, notesText } from "../../../graph/columns/keeping";
import { leavesOf, leavesOfAll, partOf } from "../../../graph/columns/part";
import { isGathered } from "../../../graph/columns/shown";
import { stated } from "../../../graph/columns/tie";
import { allPaths, type Step } from "../../../graph/paths";
import type { Knowledge } from "../../../graph/records";
import { address, adjust } from "../../../lib/address.svelte";
import { choiceOf, chosenRows } from "../../../lib/facets";
import { asList, listed, NONE } from "../../../lib/listed";
import { BASIS } from "../../../lib/notation";
import { iriOf, pathOf } from "../../../lib/terms";
import { readable } from "../../../lib/thing_path";
import { FILTERS, filters, type Leaf } from "./filters";
import { byGrade, byName, byThings, GRADE } from "./groups";
import { words } from "./words";

/** The keys of the address with which a picture is one of marks and lines (WebGL), not one in columns. */
const NETWORK = ["from", "nodes", "open", "question", "query", "path"] as const;
/** So many things and letters an address still carries. */
const MOST_CHOSEN = 40;
const LONGEST_NOTE = 200; // letters

export type Measure = "number" | "money";
/** By what things are coloured: by what they stand under, by grade, or by how much their budget changed. */
export const TINTS = ["top", "grade", "change"] as const;
export type Tint = (typeof TINTS)[number];

/** Whether the address asks for the picture in columns. */
export function isInColumns(): boolean {
  return NETWORK.every((key) => !address.query[key]);
}

export class Picture {
  readonly #knowledge: Knowledge;
  /** The whole plan, whatever part of it is shown. */
  readonly all: Network = $derived.by(() => networkOf(this.#knowledge));

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  readonly leaves: readonly string[] = $derived.by(() => leavesOf(this.all.knowledge, this.all.forest));
  /** What is known of the leaves; fetched when it is needed. */
  facts: Facts | undefined = $state.raw();
  /** The things that are put on the picture, once they are found. */
  found: ReadonlySet<string> | undefined = $state.raw();
  /** Whether the reader is about to filter. */
  filtering = $state(false);
  readonly tint: Tint = $derived(TINTS.find((tint) => tint === address.query.colour) ?? "top");
  readonly needsFacts: boolean = $derived(
    this.filtering || this.tint !== "top" || address.query.group === GRADE || FILTERS.some((key) => address.query[key]),
  );
  /** What is put on the picture, as the address says it. */
  readonly on: string = $derived(address.query.on ?? "");
  /** What that is called. */
  called = $state("");
  readonly only: boolean = $derived(this.on !== "" && address.query.only === "1");
  readonly rows: readonly Leaf[] = $derived(
    this.facts ? this.leaves.map((id) => ({ id, fact: this.facts!.get(id) })) : [],
  );
  readonly facets = $derived(filters(this.rows));
  /** The leaves that are shown, if not all are. */
  readonly kept: ReadonlySet<string> | undefined = $derived.by(() => {
    const { knowledge, forest } = this.all;
    const choice = choiceOf(this.facets, address.query);
    const asked = this.facts && [...choice.values()].some(({ size }) => size);
    const rows = asked ? chosenRows(this.rows, this.facets, choice).map(({ id }) => id) : undefined;
    const marked = this.only && this.found ? leavesOfAll(knowledge, forest, this.found) : undefined;
    if (!rows || !marked) return rows ? new Set(rows) : marked;
    return new Set(rows.filter((id) => marked.has(id)));
  });
  readonly network: Network = $derived.by(() => {
    const { knowledge, forest } = this.all;
    return this.kept ? networkOf(partOf(knowledge, forest, this.kept), true) : this.all;
  });
  readonly notes: ReadonlyMap<string, string> = $derived(
    new Map([...notesOf(address.query.notes ?? "")].map(([path, note]) => [iriOf(path), note])),
  );
  readonly pinned: readonly string[] = $derived(listed(address.query.pinned).map(iriOf));
  /** What the reader calls this view. */
  readonly name: string = $derived(address.query.name ?? "");
  /** Whether what is chosen next is chosen beside what is chosen already, as with the shift key. */
  adds = $state(false);
  /** How large the reader wants it, 1 as it is. */
  zoom = $state(1);
  /** By what the elements of the lowest tier are gathered, as the address says it: grades, or the key of a column. */
  readonly groupedBy: string = $derived(address.query.group ?? "");
  readonly #elements: readonly string[] = $derived(
    this.kept ? this.leaves.filter((id) => this.kept!.has(id)) : this.leaves,
  );
  /** The columns by whose things they can be gathered. */
  readonly groupings: readonly Column[] = $derived.by(() => groupingColumns(this.network, this.#elements));
  /** The column of groups, if elements are gathered. */
  readonly #grouped: Column | undefined = $derived.by(() => {
    const { groupedBy, facts, network } = this;
    const lowest = network.columns.findLast(({ trunk }) => trunk);
    const column = this.groupings.find(({ key }) => key === groupedBy);
    if (!lowest || (!column && (groupedBy !== GRADE || !facts))) return undefined;
    const groups = column ? byThings(network, column, this.#elements) : byGrade(facts!, this.#elements);
    const by = byName(column?.label[address.lang] ?? words.grade);
    return { ...lowest, heads: groups.map(({ id }) => id), grouped: { by, groups } };
  });
  readonly columns: readonly Column[] = $derived.by(() => {
    const known = new Map(this.network.columns.map((column) => [column.key, column]));
    const named = listed(address.query.columns).filter((key) => known.has(key));
    const usual = firstColumns(this.all).map(({ key }) => key);
    const columns = (named.length ? named : usual).flatMap((key) => known.get(key) ?? []);
    return this.#grouped ? withGroups(columns, this.#grouped) : columns;
  });
  readonly opened: readonly string[] = $derived(listed(address.query.opened).map(idOf));
  readonly chosen: readonly string[] = $derived(listed(address.query.at).map(iriOf));
  /** The ways between the two things that are chosen, if two are. */
  readonly paths: readonly (readonly Step[])[] = $derived.by(() => {
    const { knowledge, forest } = this.network;
    const [one, other, third] = this.chosen;
    return one && other && !third ? allPaths([...stated(knowledge), ...forest.edges], one, other) : [];
  });
  /** Which of them is looked at, counted from 0. */
  readonly way: number = $derived(Math.min(Math.max(0, Number(address.query.way) - 1 || 0), this.paths.length - 1));
  readonly by: Measure = $derived(address.query.by === "money" ? "money" : "number");
  /** The bases of which no lines are drawn. */
  readonly off: ReadonlySet<string> = $derived.by(() => {
    const { off } = address.query;
    if (!off) return new Set([BASIS.inferred]);
    return new Set(off === NONE ? [] : listed(address.query.off).map(iriOf));
  });
  /** The ends and the basis of the chosen line. */
  readonly line: readonly string[] = $derived(listed(address.query.line).map(idOf));

  enlarge(by: number): void {
    this.zoom = Math.min(2.5, Math.max(0.4, this.zoom * by));
  }

  choose(id: string, more = this.adds): void {
    const others = more ? this.chosen.filter((other) => other !== id) : [];
    const next = more && this.chosen.includes(id) ? others : [...others, id];
    adjust({ at: joined(next), line: "", way: "" });
  }

  /** Choose several at once, beside what is chosen already or instead of it. */
  chooseAll(ids: readonly string[], more: boolean): void {
    const next = [...new Set([...(more ? this.chosen : []), ...ids])].slice(0, MOST_CHOSEN);
    adjust({ at: joined(next), line: "", way: "" });
  }

  note(id: string, text: string): void {
    const notes = new Map([...this.notes].map(([about, note]) => [pathOf(about), note]));
    notes.set(pathOf(id), text.slice(0, LONGEST_NOTE));
    adjust({ notes: notesText(notes) });
  }

  pin(id: string): void {
    const others = this.pinned.filter((other) => other !== id);
    adjust({ pinned: joined(others.length < this.pinned.length ? others : [...others, id]) });
  }

  chooseLine(from: string, to: string, basis: string): void {
    adjust({ line: joined([from, to, basis]), at: "", way: "" });
  }

  putAway(): void {
    this.adds = false;
    adjust({ at: "", line: "", way: "" });
  }

  takeWay(at: number): void {
    adjust({ way: at ? String(at + 1) : "" }, { replace: true });
  }

  isOpen(id: string): boolean {
    return this.opened.includes(id);
  }

  /** Open a thing, or close it with all that is opened inside it. */
  toggle(id: string): void {
    const { forest } = this.network;
    const next = this.isOpen(id)
      ? this.opened.filter((other) => ![...forest.upwards(other)].includes(id))
      : [...this.opened, id];
    adjust({ opened: joined(next) });
  }

  closeAll(): void {
    adjust({ opened: "" });
  }

  setColumns(keys: readonly string[]): void {
    const usual = firstColumns(this.all).map(({ key }) => key);
    const isUsual = keys.length === usual.length && keys.every((key, at) => key === usual[at]);
    adjust({ columns: isUsual ? "" : asList(keys), line: "" });
  }

  setMeasure(by: Measure): void {
    adjust({ by: by === "money" ? by : "" });
  }

  toggleBasis(iri: string): void {
    const off = new Set(this.off);
    if (!off.delete(iri)) off.add(iri);
    const usual = off.size === 1 && off.has(BASIS.inferred);
    adjust({ off: usual ? "" : joined([...off]) || NONE });
  }
}

/** What an address means: what stands for several things has no IRI. */
function idOf(path: string): string {
  return isGathered(path) ? readable(path) : iriOf(path);
}

function joined(iris: readonly string[]): string {
  return asList(iris.map(pathOf));
}
