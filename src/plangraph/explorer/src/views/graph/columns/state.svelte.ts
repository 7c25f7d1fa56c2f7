// What the picture in columns shows, as the address says it.

import { firstColumns, type Column, type Network } from "../../../graph/columns/column";
import { address, adjust } from "../../../lib/address.svelte";
import { BASIS } from "../../../lib/notation";
import { iriOf, pathOf } from "../../../lib/terms";

/** The keys of the address with which a picture is one of marks and lines (WebGL), not one in columns. */
const NETWORK = ["from", "nodes", "open", "question", "query", "path"] as const;
const BETWEEN = "~";
const NONE = "none";

export type Measure = "number" | "money";

/** Whether the address asks for the picture in columns. */
export function isInColumns(): boolean {
  return NETWORK.every((key) => !address.query[key]);
}

export class Picture {
  readonly network: Network;

  constructor(network: Network) {
    this.network = network;
  }

  /** Whether what is chosen next is chosen beside what is chosen already, as with the shift key. */
  adds = $state(false);
  /** How large the reader wants it, 1 as it is. */
  zoom = $state(1);
  readonly columns: readonly Column[] = $derived.by(() => {
    const known = new Map(this.network.columns.map((column) => [column.key, column]));
    const named = listed("columns").flatMap((key) => known.get(key) ?? []);
    return named.length ? named : firstColumns(this.network.columns);
  });
  readonly opened: readonly string[] = $derived(listed("opened").map(iriOf));
  readonly chosen: readonly string[] = $derived(listed("at").map(iriOf));
  readonly by: Measure = $derived(address.query.by === "money" ? "money" : "number");
  /** The bases of which no lines are drawn. */
  readonly off: ReadonlySet<string> = $derived.by(() => {
    const { off } = address.query;
    if (!off) return new Set([BASIS.inferred]);
    return new Set(off === NONE ? [] : listed("off").map(iriOf));
  });
  /** The ends and the basis of the chosen line. */
  readonly line: readonly string[] = $derived(listed("line").map(iriOf));

  enlarge(by: number): void {
    this.zoom = Math.min(2.5, Math.max(0.4, this.zoom * by));
  }

  choose(id: string, more = this.adds): void {
    const others = more ? this.chosen.filter((other) => other !== id) : [];
    const next = more && this.chosen.includes(id) ? others : [...others, id];
    adjust({ at: joined(next), line: "" });
  }

  chooseLine(from: string, to: string, basis: string): void {
    adjust({ line: joined([from, to, basis]), at: "" });
  }

  putAway(): void {
    this.adds = false;
    adjust({ at: "", line: "" });
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
    const usual = firstColumns(this.network.columns).map(({ key }) => key);
    const isUsual = keys.length === usual.length && keys.every((key, at) => key === usual[at]);
    adjust({ columns: isUsual ? "" : keys.join(BETWEEN), line: "" });
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

function listed(key: string): string[] {
  return (address.query[key] ?? "").split(BETWEEN).filter(Boolean);
}

function joined(iris: readonly string[]): string {
  return iris.map(pathOf).join(BETWEEN);
}
