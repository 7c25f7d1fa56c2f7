// Asks for a layout; a newer request takes the place of one that still runs.

import type { LayoutReply, LayoutRequest } from "./types";

export class Layouts {
  /** Started at once, for a thread takes its time, and kept as long as it is idle when it is wanted again. */
  #worker = start();
  /** Whether it is at work on what takes long; what is quick is waited for. */
  #busy = false;
  #turn = 0;

  /** Lay out, telling `report` of each step; the promise ends when things stand still or another run begins. */
  run(request: Omit<LayoutRequest, "turn">, report: (reply: LayoutReply) => void): Promise<void> {
    if (this.#busy) {
      this.#worker.terminate();
      this.#worker = start();
    }
    const worker = this.#worker;
    const turn = ++this.#turn;
    this.#busy = request.name === "force";
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<LayoutReply>) => {
        if (this.#worker !== worker) return resolve();
        if (data.turn !== turn) return;
        if (data.done) this.#busy = false;
        report(data);
        if (data.done) resolve();
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ ...request, turn });
    });
  }

  stop(): void {
    this.#worker.terminate();
  }
}

function start(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
