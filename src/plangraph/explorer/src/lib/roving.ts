// Many things to choose among as one stop of the Tab key: the arrow keys lead from each to what stands beside it, Home
// and End to the ends of its row (with Ctrl, or where it is alone in its row, to the first and the last of all).

import type { Attachment } from "svelte/attachments";
import { on } from "svelte/events";

/** Where something stands on the screen, in pixels. */
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Chosen = HTMLElement | SVGElement;

/** How much farther off that seems which stands aside of the way. */
const ASIDE = 2;

/** What an arrow key calls the edges of a spot, so that all ways are one: to the right. */
const TURNED: Readonly<Record<string, (spot: Spot) => Spot>> = {
  ArrowRight: (spot) => spot,
  ArrowLeft: ({ left, top, right, bottom }) => ({ left: -right, top, right: -left, bottom }),
  ArrowDown: ({ left, top, right, bottom }) => ({ left: top, top: left, right: bottom, bottom: right }),
  ArrowUp: ({ left, top, right, bottom }) => ({ left: -bottom, top: left, right: -top, bottom: right }),
};

/** Return the place in the list to which a key leads from another; undefined where it leads nowhere. */
export function leadsTo(spots: readonly Spot[], from: number, key: string, all = false): number | undefined {
  if (key === "Home" || key === "End") {
    const row = all ? [] : inRow(spots, from);
    const among = row.length > 1 ? row : [...spots.keys()];
    return among.at(key === "Home" ? 0 : -1);
  }
  const turn = TURNED[key];
  return turn && nearest(spots.map(turn), from);
}

/** Make what a selector finds inside an element one stop of the Tab key. */
export function roving(selector: string): Attachment<HTMLElement | SVGElement> {
  return (ground) => {
    let current: Chosen | undefined;
    const all = () => [...ground.querySelectorAll<Chosen>(selector)].filter(isUnfolded);

    function settle(): void {
      const items = all();
      if (!current || !items.includes(current)) current = items.find(isChosen) ?? items[0];
      for (const item of items) {
        const index = item === current ? 0 : -1;
        if (item.getAttribute("tabindex") !== String(index)) item.tabIndex = index;
      }
    }

    function itemOf(event: Event): Chosen | undefined {
      return all().find((item) => item.contains(event.target as Node));
    }

    function onfocusin(event: Event): void {
      current = itemOf(event) ?? current;
      settle();
    }

    function onkeydown(event: Event): void {
      const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
      const item = itemOf(event);
      if (!item || altKey || metaKey || (ctrlKey && key in TURNED)) return;
      const items = all();
      const spots = items.map((one) => one.getBoundingClientRect());
      const next = leadsTo(spots, items.indexOf(item), key, ctrlKey);
      if (next === undefined) return;
      event.preventDefault();
      items[next]!.focus();
    }

    settle();
    const watch = new MutationObserver(settle);
    watch.observe(ground, { childList: true, subtree: true });
    const forget = [
      on(ground, "focusin", onfocusin),
      on(ground, "keydown", onkeydown),
      on(ground, "toggle", settle, { capture: true }),
    ];
    return () => {
      watch.disconnect();
      for (const one of forget) one();
    };
  };
}

function isChosen(item: Chosen): boolean {
  return item.ariaPressed === "true" || item.ariaCurrent === "page";
}

/** Whether it is not inside something that is folded; what is folded by its own name is there. */
function isUnfolded(item: Chosen): boolean {
  const folded = item.closest("details:not([open])");
  return !folded || (item.matches("summary") && item.parentElement === folded);
}

/** Those beside a spot, itself among them, from left to right. */
function inRow(spots: readonly Spot[], at: number): number[] {
  const middle = (spots[at]!.top + spots[at]!.bottom) / 2;
  return [...spots.keys()]
    .filter((one) => spots[one]!.top < middle && middle < spots[one]!.bottom)
    .sort((one, other) => spots[one]!.left - spots[other]!.left);
}

/** The nearest of those that stand to the right of a spot. */
function nearest(spots: readonly Spot[], from: number): number | undefined {
  const here = spots[from]!;
  const middle = (spot: Spot) => (spot.left + spot.right) / 2;
  let found: { at: number; far: number } | undefined;
  for (const [at, spot] of spots.entries()) {
    if (middle(spot) <= Math.max(middle(here), here.left) + 1 || spot.left <= here.left) continue;
    const ahead = Math.max(0, spot.left - here.right);
    const aside = Math.max(0, spot.top - here.bottom, here.top - spot.bottom);
    const askew = Math.abs(spot.top + spot.bottom - here.top - here.bottom) / 1000; // decides between two as near
    const far = ahead + ASIDE * aside + askew;
    if (!found || far < found.far) found = { at, far };
  }
  return found?.at;
}
