// What is chosen when a picture comes is in sight: below what stays on top, and on a phone above what is said of it.

import type { Attachment } from "svelte/attachments";

const CHOSEN = '[aria-pressed="true"]';
const ABOVE = 128; // pixels: the bar, and what a picture keeps below it
const PHONE = "(width < 720px)";
/** How much of the window is free above what is said of the chosen. */
const FREE = 0.48;

/** Bring what is chosen into sight once the picture is laid out. */
export function withChosenInSight(): Attachment<Element> {
  return (root) => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => root.isConnected && reveal(root)));
    return () => cancelAnimationFrame(frame);
  };
}

function reveal(root: Element): void {
  const chosen = root.querySelector(CHOSEN);
  if (!chosen) return;
  const { left, top, right, bottom } = chosen.getBoundingClientRect();
  const free = innerHeight * (matchMedia(PHONE).matches ? FREE : 1);
  if (left < 0 || right > innerWidth) chosen.scrollIntoView({ block: "nearest", inline: "center" });
  if (top < ABOVE || bottom > free) scrollBy(0, (top + bottom) / 2 - (ABOVE + free) / 2);
}
