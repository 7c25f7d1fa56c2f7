// One visit to the graph: what is known, what is shown with its past and future, what is selected, and where
// everything stands.

import { fans, nextOf, type Fan } from "../../graph/expansion";
import { advance, amend, begin, redo, undo, type History } from "../../graph/history";
import { isNumbered, isTrunk, tierOf } from "../../graph/kinds";
import { Layouts } from "../../graph/layout/run";
import type { LayoutRequest } from "../../graph/layout/types";
import { fromQuery, startOf, toQuery, type LinkQuery } from "../../graph/link";
import { radius } from "../../graph/look";
import { shortestPath, type Step } from "../../graph/paths";
import { Knowledge, type NodeRecord } from "../../graph/records";
import { draw, type Drawing } from "../../graph/selection";
import { EMPTY, reduce, visible, type Action, type GraphState, type Position } from "../../graph/state";
import { address, adjust } from "../../lib/address.svelte";
import { iriOf, localName, pathOf } from "../../lib/terms";
import { isNarrow } from "./narrow";
import { words } from "./words";

/** Relations whose other way has a name in the ontology. */
const INVERSES: Record<string, string> = { partOf: "contains", realizes: "isRealizedBy", succeeds: "isSucceededBy" };

export interface Path {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly Step[] | null;
}

export class Session {
  readonly knowledge: Knowledge;
  readonly #layouts = new Layouts();
  #history: History<GraphState> = $state.raw(begin(EMPTY));
  /** Where things are to stand; replaced as a whole, so that the picture sees it. */
  positions: ReadonlyMap<string, Position> = $state.raw(new Map());
  whole = $state(false);
  selected = $state("");
  pathStart = $state("");
  path: Path | undefined = $state.raw();
  /** What a screen reader is told. */
  said = $state("");
  readonly drawing: Drawing = $derived.by(() => draw(this.knowledge, this.state));
  #written = "";

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
  }

  get state(): GraphState {
    return this.#history.present;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Take up what the address says; without anything said, the whole plan. */
  restore(query: Readonly<Record<string, string>>): void {
    const wanted = JSON.stringify(query);
    if (wanted === this.#written) return;
    this.#written = wanted;
    const at = query.at ? iriOf(query.at) : "";
    const start = startOf(query as Partial<LinkQuery>);
    const bare = !start.whole && start.ids.length === 0;
    this.whole = start.whole || (bare && !at);
    const ids = this.whole ? [...this.knowledge.nodes.keys()] : bare ? this.#around(at) : start.ids;
    this.#learn(ids);
    const full = this.whole ? { ...query, from: "plan" } : query;
    this.#history = begin(fromQuery(full as Partial<LinkQuery>, ids));
    this.selected = at;
    this.positions = new Map();
    this.arrange();
  }

  dispatch(action: Action): void {
    const before = this.state;
    const next = reduce(before, action);
    if (next === before) return;
    this.#history = action.type === "pin" && before.pinned[action.id] ? amend(this.#history, next) : advance(this.#history, next);
    this.#settle(before);
  }

  undo(): void {
    const before = this.state;
    this.#history = undo(this.#history);
    this.#settle(before);
  }

  redo(): void {
    const before = this.state;
    this.#history = redo(this.#history);
    this.#settle(before);
  }

  openWhole(): void {
    this.whole = true;
    this.dispatch({ type: "start", ids: [...this.knowledge.nodes.keys()] });
  }

  /** Begin anew from one thing and what is next to it. */
  only(id: string): void {
    this.whole = false;
    const started = reduce(reduce(this.state, { type: "clear" }), { type: "start", ids: this.#around(id) });
    const before = this.state;
    this.#history = advance(this.#history, started);
    this.selected = id;
    this.#settle(before);
  }

  /** Show a thing and select it. */
  add(id: string): void {
    this.#learn([id]);
    this.dispatch({ type: "start", ids: [id] });
    this.select(id);
  }

  select(id: string): void {
    this.selected = id;
    if (this.pathStart && id && id !== this.pathStart) {
      this.path = { from: this.pathStart, to: id, steps: shortestPath(this.drawing.edges, this.pathStart, id) };
      this.pathStart = "";
    }
    this.#write();
  }

  clearPath(): void {
    this.path = undefined;
    this.pathStart = "";
  }

  fansOf(id: string): Fan[] {
    return fans(this.knowledge, id);
  }

  /** Bring the next things of one fan, or of the first that has any left; says how many came. */
  expand(id: string, fan?: Fan): number {
    const shown = new Set(visible(this.state));
    const open = fan ?? this.fansOf(id).find((one) => nextOf(one, shown).ids.length > 0);
    if (!open) return 0;
    const { ids } = nextOf(open, shown);
    this.dispatch({ type: "expand", from: id, ids });
    return ids.length;
  }

  /** Lay out what is drawn, off the main thread. */
  arrange(): void {
    const request = this.#request();
    if (!request.nodes.length) return;
    void this.#layouts.run(request, (reply) => {
      this.positions = new Map(Object.entries(reply.positions));
    });
  }

  /** What a relation is called, seen from its subject or from its object. */
  called(relation: string, forward: boolean): string {
    const name = (iri: string) => this.knowledge.names.get(iri)?.[address.lang];
    if (forward) return name(relation) || localName(relation);
    const inverse = INVERSES[localName(relation)];
    const named = inverse && name(relation.replace(/[^#/]+$/, inverse));
    return named || words.reverse(name(relation) || localName(relation));
  }

  end(): void {
    this.#layouts.stop();
  }

  #settle(before: GraphState): void {
    const { state } = this;
    if (state === before) return;
    if (this.selected && !visible(state).includes(this.selected)) this.selected = "";
    const moved = before.shown !== state.shown || before.hidden !== state.hidden || before.layout !== state.layout ||
      before.filters.kinds !== state.filters.kinds;
    if (moved) this.arrange();
    this.#write();
  }

  #write(): void {
    const query = { ...toQuery(this.state, this.whole), at: this.selected ? pathOf(this.selected) : "" };
    const kept = Object.fromEntries(Object.entries({ ...address.query, ...query }).filter(([, value]) => value !== ""));
    this.#written = JSON.stringify(kept);
    adjust(query, { replace: true });
    this.#written = JSON.stringify({ ...address.query });
  }

  /** A thing and its stated neighbours, as far as they are few. */
  #around(id: string): string[] {
    if (!id) return [];
    const shown = new Set([id]);
    for (const fan of this.fansOf(id)) {
      if (fan.basis === "inferred") continue;
      for (const other of nextOf(fan, shown).ids) shown.add(other);
    }
    return [...shown];
  }

  /** What is named in an address but not part of the plan's network is at least shown by its name. */
  #learn(ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.knowledge.nodes.has(id)).map(unknown);
    this.knowledge.add(missing);
  }

  #request(): LayoutRequest {
    const { nodes, edges } = this.drawing;
    const drawn = new Set(nodes.map((node) => node.id));
    const pinned = Object.fromEntries(Object.entries(this.state.pinned).filter(([id]) => drawn.has(id)));
    return {
      name: this.state.layout,
      nodes: nodes.map((node) => {
        const parent = this.knowledge.parentOf(node.id);
        const tier = tierOf(node.type);
        return {
          id: node.id,
          tier,
          code: node.code,
          parent: isTrunk(tier) && drawn.has(parent) ? parent : "",
          numbered: isNumbered(tier),
          size: radius(node, this.knowledge),
        };
      }),
      edges: edges.map((edge) => [edge.source, edge.target] as const),
      positions: Object.fromEntries(this.positions),
      aspect: isNarrow() ? 0.75 : 1.9,
      pinned,
    };
  }
}

function unknown(id: string): NodeRecord {
  const name = pathOf(id);
  return { id, type: "Other", label: { ja: name, en: name }, code: "", policy: "", budget: 0, colour: "" };
}
