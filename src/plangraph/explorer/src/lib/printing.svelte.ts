// Whether the page is being printed: then tables are whole and what is folded is open.

import { flushSync } from "svelte";

const state = $state({ now: false });

export const printing = {
  get now(): boolean {
    return state.now;
  },
};

/** Begin to follow the browser's printing; it takes the page as it stands when the event ends. */
export function watchPrinting(): void {
  addEventListener("beforeprint", () => flushSync(() => (state.now = true)));
  addEventListener("afterprint", () => (state.now = false));
}
