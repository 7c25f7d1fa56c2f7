// One visit to the graph: what is known, what is shown and by which steps, what is selected, and where everything
// stands.

import { find, type Found } from "../../graph/asked";
import { around, fans, nextOf, type Fan } from "../../graph/expansion";
import { requestFor } from "../../graph/layout/request";
import { Layouts } from "../../graph/layout/run";
import { fromQuery, namedIn, namesNodes, startOf, toQuery, type Query } from "../../graph/link";
import { allPaths, type Step } from "../../graph/paths";
import type { Knowledge } from "../../graph/records";
import { draw, type Drawing, type Meant } from "../../graph/selection";
import {
  EMPTY,
  reduce,
  visible,
  type Action,
  type Ends,
  type GraphState,
  type Position,
  type Start,
} from "../../graph/state";
import { learn } from "../../graph/unknown";
import { address, kept } from "../../lib/address.svelte";
import { inverseName, relationName } from "../../lib/notation";
import { iriOf, localName, pathOf } from "../../lib/terms";
import { Trail } from "./trail.svelte";
import { words } from "./words";

export interface Path extends Ends {
  /** The ways that there are, the shortest first. */
  readonly paths: readonly (readonly Step[])[];
}

export class Session {
  readonly knowledge: Knowledge;
  readonly #layouts = new Layouts();
  readonly #trail = new Trail<GraphState>(EMPTY, (state) => this.#queryOf(state));
  readonly #answers = new Map<string, Found>();
  #learnt = $state(0);
  #turn = 0;
  /** Where things are to stand; replaced as a whole, so that the picture sees it. */
  positions: ReadonlyMap<string, Position> = $state.raw(new Map());
  selected = $state("");
  pathStart = $state("");
  /** Which of the paths is looked at, counted from 0. */
  turn = $state(0);
  /** What a screen reader is told. */
  said = $state("");
  /** Whether something that the picture begins with is still being fetched, and what went wrong with it. */
  waiting = $state(false);
  failure: unknown = $state.raw();
  /** Width over height of the place where the picture is shown. */
  aspect = 1.6;

  readonly found: Found | undefined = $derived.by(() => (void this.#learnt, this.#answerTo(this.state.start)));
  readonly drawing: Drawing = $derived.by(() => (void this.#learnt, draw(this.knowledge, this.state, this.#meant())));
  readonly path: Path | undefined = $derived.by(() => {
    const { path } = this.state;
    return path && { ...path, paths: allPaths(this.drawing.edges, path.from, path.to) };
  });

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
  }

  get state(): GraphState {
    return this.#trail.present;
  }

  get whole(): boolean {
    return this.state.start.kind === "whole";
  }

  get canUndo(): boolean {
    return this.#trail.canUndo;
  }

  get canRedo(): boolean {
    return this.#trail.canRedo;
  }

  /** Follow the address: to a step of this visit, or to what it describes; without anything said, the whole plan. */
  follow(): void {
    const before = this.state;
    const arrival = this.#trail.arrive();
    if (arrival === "new") {
      void this.#restore({ ...address.query });
      return;
    }
    this.selected = address.query.at ? iriOf(address.query.at) : "";
    this.#settle(before, true);
  }

  dispatch(action: Action): void {
    const before = this.state;
    const next = reduce(before, action);
    if (next === before) return;
    if (next.path !== before.path) this.turn = 0;
    if (this.selected && !visible(next).includes(this.selected)) this.selected = "";
    this.#trail.advance(next, action.type !== "pin" && action.type !== "unpin");
    this.#settle(before);
  }

  undo(): void {
    const before = this.state;
    this.#trail.undo();
    this.#settle(before, true);
  }

  redo(): void {
    const before = this.state;
    this.#trail.redo();
    this.#settle(before, true);
  }

  openWhole(): void {
    this.dispatch({ type: "start", ids: this.#given({ kind: "whole" }), start: { kind: "whole" } });
  }

  /** Begin anew from one thing and what is next to it. */
  only(id: string): void {
    this.selected = id;
    this.dispatch({ type: "start", ids: around(this.knowledge, id), start: { kind: "named" } });
  }

  /** Show a thing and select it. */
  add(id: string): void {
    this.dispatch({ type: "start", ids: [id] });
    this.select(id);
  }

  select(id: string): void {
    this.selected = id;
    if (this.pathStart && id && id !== this.pathStart) {
      const ends = { from: this.pathStart, to: id };
      this.pathStart = "";
      this.dispatch({ type: "path", ends });
    } else this.#trail.write(false);
    if (id && !this.knowledge.complete.has(id)) void this.#learn([id]);
  }

  /** Nothing is selected or sought any more. */
  putAway(): void {
    this.clearPath();
    this.select("");
  }

  clearPath(): void {
    this.pathStart = "";
    this.dispatch({ type: "path", ends: undefined });
  }

  /** Hold a thing where it is seen, or let it go again. */
  pin(id: string, at: Position | undefined): void {
    if (this.state.pinned[id]) this.dispatch({ type: "unpin", id });
    else if (at) this.dispatch({ type: "pin", id, at });
  }

  fansOf(id: string): Fan[] {
    void this.#learnt;
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

  /** Take note of how wide the picture is for its height, and lay it out for that. */
  fill(aspect: number): void {
    const same = Math.abs(aspect / this.aspect - 1) < 0.02;
    this.aspect = aspect;
    if (!same) this.arrange();
  }

  /** Lay out what is drawn, off the main thread. */
  arrange(): void {
    const request = requestFor(this.drawing, this.knowledge, this.state, this.positions, this.aspect);
    if (!request.nodes.length) return;
    void this.#layouts.run(request, (reply) => {
      this.positions = new Map(Object.entries(reply.positions));
    });
  }

  /** What a relation is called, seen from its subject or from its object. */
  called(relation: string, forward: boolean): string {
    const name = relationName(relation) || this.knowledge.names.get(relation)?.[address.lang] || localName(relation);
    return forward ? name : inverseName(relation) || words.reverse(name);
  }

  end(): void {
    this.#layouts.stop();
  }

  /** Try again what could not be fetched. */
  retry(): void {
    void this.#restore({ ...address.query });
  }

  async #restore(query: Query): Promise<void> {
    const turn = ++this.#turn;
    this.failure = undefined;
    try {
      await this.#fetch(query);
    } catch (error) {
      if (turn === this.#turn) this.failure = error;
    } finally {
      if (turn === this.#turn) this.waiting = false;
    }
    if (turn !== this.#turn) return;
    const start = startOf(query);
    const at = query.at ? iriOf(query.at) : "";
    const ids = start.kind === "named" && !namesNodes(query) ? around(this.knowledge, at) : this.#given(start);
    this.selected = at;
    this.positions = new Map();
    this.#trail.begin(fromQuery(query, ids, this.#width(query.layout === "force")));
    this.arrange();
  }

  /** Fetch what an address needs and is not here yet. */
  async #fetch(query: Query): Promise<void> {
    const start = startOf(query);
    const needed = namedIn(query).filter((id) => !this.knowledge.complete.has(id));
    const known = start.kind !== "asked" || this.#answerTo(start) !== undefined;
    if (known && !needed.length) return;
    this.waiting = true;
    if (start.kind === "asked" && !known) {
      const found = await find(start.asked, address.lang);
      this.knowledge.add(
        found.nodes.filter(({ id }) => !this.knowledge.nodes.has(id)),
        found.edges,
      );
      this.#answers.set(JSON.stringify(start.asked), found);
      needed.push(...found.ids);
    }
    await this.#learn(needed);
  }

  async #learn(ids: readonly string[]): Promise<void> {
    await learn(this.knowledge, ids);
    this.#learnt += 1;
  }

  #answerTo(start: Start): Found | undefined {
    return start.kind === "asked" ? this.#answers.get(JSON.stringify(start.asked)) : undefined;
  }

  /** The things that a start brings by itself. */
  #given(start: Start): readonly string[] {
    if (start.kind === "whole") return [...this.knowledge.plan];
    return this.#answerTo(start)?.ids ?? [];
  }

  #meant(): Meant | undefined {
    const found = this.#answerTo(this.state.start);
    return found?.only && { ids: new Set(found.ids), edges: found.only };
  }

  #queryOf(state: GraphState): Record<string, string> {
    const query = toQuery(state, new Set(this.#given(state.start)), this.#width(state.layout === "force"));
    return { ...kept(), ...query, at: this.selected ? pathOf(this.selected) : "" };
  }

  /** What one unit of a pin's place stands for: the layered picture is as wide as there is room. */
  #width(isForce: boolean): number {
    return isForce ? 1 : this.aspect;
  }

  /** Take up what has changed; a thing that is dragged stands already where it is to stand, unless that is undone. */
  #settle(before: GraphState, pinsToo = false): void {
    const { state } = this;
    if (state === before) return;
    if (this.selected && !visible(state).includes(this.selected)) this.selected = "";
    const moved =
      before.shown !== state.shown ||
      before.hidden !== state.hidden ||
      before.layout !== state.layout ||
      before.filters.kinds !== state.filters.kinds ||
      (pinsToo && before.pinned !== state.pinned);
    if (moved) this.arrange();
  }
}
