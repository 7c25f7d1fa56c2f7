// Oxigraph as WebAssembly over the graphs of a published site.
//
// A question about a plan is asked of a store that holds what the plan sees as one graph, which takes a fraction of the
// time that a list of named graphs takes; a query that names graphs itself, of a store with all of them.

import init, { namedNode, Store } from "oxigraph/web.js";
import wasm from "oxigraph/web_bg.wasm?url";
import { complaintOf, type Complaint } from "./complaint";
import { readingOf } from "./reading";
import { unpacked } from "./unpacking";

export interface Asked {
  id: number;
  /** The prefixes that every query knows, on one line with the beginning of the query. */
  prologue: string;
  sparql: string;
  graphs: string[];
  format: string;
}
export type Said =
  { share: number } | { id: number; text: string } | ({ id: number; unreachable?: boolean } & Complaint);

const KEPT = 3; // stores

let loaded: Promise<Map<string, Uint8Array>> | undefined;
const stores = new Map<string, Store>();

onmessage = async ({ data }: MessageEvent<Asked | { files: Record<string, string> }>) => {
  if ("files" in data) {
    loaded = load(data.files);
    loaded.catch(() => undefined);
    return;
  }
  const say = (said: Said) => postMessage(said);
  let graphs: Map<string, Uint8Array>;
  try {
    graphs = await loaded!;
  } catch (error) {
    say({ id: data.id, error: String(error), unreachable: true });
    return;
  }
  try {
    say({ id: data.id, text: answer(graphs, data) });
  } catch (error) {
    say({ id: data.id, ...complaintOf(error instanceof Error ? error.message : String(error), data.prologue) });
  }
};

/** Fetch the engine and the graphs, telling how much of them has come. */
async function load(files: Record<string, string>): Promise<Map<string, Uint8Array>> {
  const addresses = [`${wasm}.gz`, ...Object.values(files)];
  const progress = addresses.map(() => ({ come: 0, size: 0 }));
  const tell = () => {
    const sum = (of: "come" | "size") => progress.reduce((whole, part) => whole + part[of], 0);
    postMessage({ share: Math.min(0.99, sum("come") / (sum("size") || 1)) } satisfies Said);
  };
  const [engine, ...contents] = await Promise.all(
    addresses.map((address, at) =>
      unpacked(address, (come, size) => {
        progress[at] = { come, size };
        tell();
      }),
    ),
  );
  await init({ module_or_path: engine! });
  postMessage({ share: 1 } satisfies Said);
  return new Map(Object.keys(files).map((graph, at) => [graph, contents[at]!]));
}

function answer(graphs: Map<string, Uint8Array>, { prologue, sparql, graphs: seen, format }: Asked): string {
  const { names, from } = readingOf(sparql);
  const store = names ? apart(graphs) : together(graphs, seen);
  const options = names
    ? seen.length
      ? { default_graph: seen.map(namedNode) }
      : { use_default_graph_as_union: !from }
    : {};
  const found = store.query(prologue + sparql, { ...options, results_format: format });
  return found as string;
}

/** What some graphs hold as one; without any, all of them. */
function together(graphs: Map<string, Uint8Array>, seen: readonly string[]): Store {
  const names = seen.length ? [...seen].sort() : [...graphs.keys()];
  return store(names.join(" "), (made) => {
    for (const name of names) {
      const content = graphs.get(name);
      if (content) made.load(content as never, { format: "nt", lenient: true });
    }
  });
}

/** All graphs under their names. */
function apart(graphs: Map<string, Uint8Array>): Store {
  return store("", (made) => {
    for (const [name, content] of graphs)
      made.load(content as never, { format: "nt", lenient: true, to_graph_name: namedNode(name) });
  });
}

/** A store that was made before, or a new one; of those that were not asked for lately, the first goes. */
function store(key: string, fill: (made: Store) => void): Store {
  const made = stores.get(key) ?? new Store();
  if (!stores.has(key)) fill(made);
  stores.delete(key);
  stores.set(key, made);
  const [oldest = ""] = stores.keys();
  if (stores.size > KEPT) stores.delete(oldest); // its memory is given back when it is collected
  return made;
}
