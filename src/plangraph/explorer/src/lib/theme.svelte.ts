import { storage } from "./address.svelte";

export type Theme = "system" | "light" | "dark";
const REMEMBERED = "plangraph.theme"; // also read by public/theme.js

const root = document.documentElement;
const probe = root.appendChild(document.createElement("span")); // on which the browser works out a token's colour
probe.hidden = true;
const dark = matchMedia("(prefers-color-scheme: dark)");
const state = $state({ theme: (root.dataset.theme ?? "system") as Theme, systemDark: dark.matches });
dark.addEventListener("change", () => (state.systemDark = dark.matches));

export const theme = {
  get chosen(): Theme {
    return state.theme;
  },
  /** Whether dark colours are shown now. */
  get isDark(): boolean {
    return state.theme === "system" ? state.systemDark : state.theme === "dark";
  },
  choose(next: Theme): void {
    state.theme = next;
    if (next === "system") {
      delete root.dataset.theme;
      storage()?.removeItem(REMEMBERED);
    } else {
      root.dataset.theme = next;
      storage()?.setItem(REMEMBERED, next);
    }
  },
};

/** The value of a colour token now, for canvas and WebGL; reading it follows the theme. */
export function colour(token: string): string {
  void theme.isDark;
  probe.style.color = `var(--${token})`;
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  return `#${channels
    .slice(0, 3)
    .map((channel) => Number(channel).toString(16).padStart(2, "0"))
    .join("")}`;
}

/** Whether motion is wanted. */
export function moves(): boolean {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}
