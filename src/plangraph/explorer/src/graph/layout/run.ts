// Asks for a layout; a newer request takes the place of one that still runs.

import type { LayoutReply, LayoutRequest } from "./types";

export class Layouts {
  /** Started at once, for a thread takes its time, and kept as long as it is idle when it is wanted again. */
  #worker = start();
  #running = false;

  /** Lay out, telling `report` of each step; the promise ends when things stand still or another run begins. */
  run(request: LayoutRequest, report: (reply: LayoutReply) => void): Promise<void> {
    if (this.#running) {
      this.#worker.terminate();
      this.#worker = start();
    }
    const worker = this.#worker;
    this.#running = true;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
        if (this.#worker !== worker) return resolve();
        if (data.done) this.#running = false;
        report(data);
        if (data.done) resolve();
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(request);
    });
  }

  stop(): void {
    this.#worker.terminate();
  }
}

function start(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
