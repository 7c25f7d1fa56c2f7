// The network as one file to hand on, which the server draws.

import { address } from "../../lib/address.svelte";
import { served } from "../../lib/base";
import { PUBLISHED } from "../../lib/publication";
import { BASIS } from "../../lib/notation";
import type { Session } from "./session.svelte";

/** The address of the file: the whole plan, or what is around the selected thing; `""` if there is neither. */
export function shareUrl(session: Session): string {
  if (PUBLISHED || (!session.whole && !session.selected)) return "";
  const query = new URLSearchParams({ lang: address.lang });
  if (!session.whole) {
    query.set("around", session.selected);
    query.set("depth", "1");
  }
  query.set("inferred", String(!session.state.filters.bases.includes(BASIS.inferred)));
  return served(`/api/network.html?${query}`);
}
