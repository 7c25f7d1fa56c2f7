// The steps of a visit. They are undone and redone here, and the browser's back and forward go through the same ones.

import { advance, begin, moved, redo, undo, type History } from "../../graph/history";
import { address, go, type Address } from "../../lib/address.svelte";

/** A step: what it led to, and whether the browser has an entry of its own for it. */
interface Stop<T> {
  readonly name: string;
  readonly value: T;
  readonly entry: boolean;
}

/** What a change of the address turned out to be: the present step, another known step, or something new. */
export type Arrival = "here" | "known" | "new";

let steps = 0;

/** A name that no other step has, not even one of an earlier visit whose entries the browser still keeps. */
function nextName(): string {
  return `${performance.timeOrigin}/${steps++}`;
}

export class Trail<T> {
  readonly #queryOf: (value: T) => Record<string, string>;
  #history: History<Stop<T>>;
  /** While the browser is on its way to another entry: the name of the one that it leaves. */
  #leaving: string | undefined;
  #wanted = 0;
  #owed: { push: boolean } | undefined;

  constructor(first: T, queryOf: (value: T) => Record<string, string>) {
    this.#queryOf = queryOf;
    this.#history = $state.raw(begin({ name: nextName(), value: first, entry: false }));
  }

  get present(): T {
    return this.#history.present.value;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Begin anew with what the present address describes. */
  begin(value: T): void {
    this.#history = begin({ name: nextName(), value, entry: false });
    this.#mark();
  }

  /** Take a step; with an entry, the browser's back undoes it too. */
  advance(value: T, entry: boolean): void {
    const moves = entry && this.#isElsewhere(value);
    this.#history = advance(this.#history, { name: nextName(), value, entry: moves });
    this.write(moves);
  }

  undo(): void {
    const { entry } = this.#history.present;
    if (!this.canUndo) return;
    this.#history = undo(this.#history);
    if (entry) this.#travel(-1);
    else this.write(false);
  }

  redo(): void {
    if (!this.canRedo) return;
    this.#history = redo(this.#history);
    if (this.#history.present.entry) this.#travel(1);
    else this.write(false);
  }

  /** Write the present into the address. */
  write(push: boolean): void {
    if (this.#leaving !== undefined) {
      this.#owed = { push: push || this.#owed?.push === true };
      return;
    }
    const mark = this.#history.present.name;
    if (!go(this.#destination(this.present), { replace: !push, mark })) this.#mark();
  }

  /** Take note that the address has changed, by this trail, by the browser, or by a link. */
  arrive(): Arrival {
    if (this.#leaving !== undefined) {
      if (history.state === this.#leaving) return "here";
      this.#leaving = undefined;
      if (this.#wanted) this.#depart();
      else if (this.#owed) {
        const { push } = this.#owed;
        this.#owed = undefined;
        this.write(push);
      }
      return "here";
    }
    const name: unknown = history.state;
    if (name === this.#history.present.name) return "here";
    const found = typeof name === "string" ? moved(this.#history, (stop) => stop.name === name) : undefined;
    if (!found) return "new";
    this.#history = found;
    return "known";
  }

  #travel(steps: number): void {
    this.#wanted += steps;
    if (this.#leaving === undefined) this.#depart();
  }

  #depart(): void {
    const steps = this.#wanted;
    this.#wanted = 0;
    if (!steps) return;
    this.#leaving = String(history.state);
    history.go(steps);
  }

  #isElsewhere(value: T): boolean {
    return JSON.stringify(present(this.#destination(value).query)) !== JSON.stringify(present(address.query));
  }

  #destination(value: T): Address {
    return { ...address, query: this.#queryOf(value) };
  }

  #mark(): void {
    history.replaceState(this.#history.present.name, "");
  }
}

function present(query: Record<string, string>): [string, string][] {
  return Object.entries(query)
    .filter(([, value]) => value !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
