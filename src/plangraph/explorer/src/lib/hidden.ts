// What the reader has put out of sight by the legend. It stands in the address, so that it can be mailed.

import { address, adjust } from "./address.svelte";
import { listed, withOrWithout } from "./listed";

/** The keys of the legend's entries that are hidden. */
export function hidden(): ReadonlySet<string> {
  return new Set(listed(address.query.hide));
}

/** Hide what an entry of the legend stands for, or show it again. */
export function toggle(key: string): void {
  adjust({ hide: withOrWithout(hidden(), key) }, { replace: true });
}
