// Asks for a layout; a newer request takes the place of one that still runs.

import type { LayoutReply, LayoutRequest } from "./types";

export class Layouts {
  #worker: Worker | undefined;

  /** Lay out, telling `report` of each step; the promise ends when things stand still or another run begins. */
  run(request: LayoutRequest, report: (reply: LayoutReply) => void): Promise<void> {
    this.stop();
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
        if (this.#worker !== worker) return resolve();
        report(data);
        if (data.done) resolve();
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(request);
    });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
