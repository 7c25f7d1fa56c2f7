// What the reader has put out of sight by the legend. It stands in the address, so that it can be mailed.

import { address, adjust } from "./address.svelte";

const BETWEEN = "~";

/** The keys of the legend's entries that are hidden. */
export function hidden(): ReadonlySet<string> {
  return new Set((address.query.hide ?? "").split(BETWEEN).filter(Boolean));
}

/** Hide what an entry of the legend stands for, or show it again. */
export function toggle(key: string): void {
  const keys = new Set(hidden());
  if (!keys.delete(key)) keys.add(key);
  adjust({ hide: [...keys].sort().join(BETWEEN) }, { replace: true });
}
