// Oxigraph in a thread of its own: started when something is asked that no file answers, and told of while it loads.

import { ApiError } from "../api";
import { served } from "../base";
import { site } from "./files";
import { loading } from "./loading.svelte";
import type { Asked, Said } from "./worker";
import { words } from "./words";

let worker: Promise<Worker> | undefined;
let number = 0;
const waiting = new Map<number, { resolve: (text: string) => void; reject: (error: Error) => void }>();

/** Ask Oxigraph; without graphs, of all that there are. The answer is in a format of its own names or media types. */
export async function query(sparql: string, graphs: readonly string[], format: string, prologue = ""): Promise<string> {
  worker ??= start();
  const thread = await worker;
  const id = (number += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    thread.postMessage({ id, prologue, sparql, graphs: [...graphs], format } satisfies Asked);
  });
}

async function start(): Promise<Worker> {
  if (typeof WebAssembly === "undefined") throw new ApiError(501, words.noEngine);
  const { graphs } = await site();
  const thread = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  thread.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
  thread.onerror = () => {
    for (const { reject } of waiting.values()) reject(new ApiError(0, words.unreachable));
    waiting.clear();
    worker = undefined;
    loading.share = undefined;
  };
  const files = Object.fromEntries(
    Object.entries(graphs).map(([graph, path]) => [graph, new URL(served(`/${path}`), location.href).href]),
  );
  thread.postMessage({ files });
  return thread;
}

function hear(said: Said): void {
  if ("share" in said) {
    loading.done = said.share === 1;
    loading.share = loading.done ? undefined : said.share;
    return;
  }
  const asked = waiting.get(said.id);
  waiting.delete(said.id);
  if ("text" in said) asked?.resolve(said.text);
  else if (said.unreachable) asked?.reject(new ApiError(0, words.unreachable));
  else asked?.reject(new ApiError(400, words.notSparql(said.error, said.place), said.place));
}
