// Whether the page is being printed, or a picture taken down as it leaves the screen: then nothing is folded or cut.

import { flushSync } from "svelte";

const state = $state({ now: false, leaving: false });

export const printing = {
  get now(): boolean {
    return state.now;
  },
  /** Whether every name is to be whole. */
  get whole(): boolean {
    return state.now || state.leaving;
  },
};

/** Begin to follow the browser's printing, on light paper; it takes the page as it stands when the event ends. */
export function watchPrinting(): void {
  const { style } = document.documentElement;
  addEventListener("beforeprint", () => {
    style.colorScheme = "light";
    flushSync(() => (state.now = true));
  });
  addEventListener("afterprint", () => {
    style.colorScheme = "";
    state.now = false;
  });
}

/** Do something while pictures are whole; nobody sees them so, for the browser does not paint meanwhile. */
export function whileWhole<T>(act: () => T): T {
  flushSync(() => (state.leaving = true));
  try {
    return act();
  } finally {
    flushSync(() => (state.leaving = false));
  }
}
