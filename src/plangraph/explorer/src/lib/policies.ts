// The hue of what stands under each basic policy: tokens --hue-1 … --hue-8 in pages/tokens.css.

import { THINGS } from "./terms";

/** The number of the basic policy that a code stands under (1-1-1, 10101010), or undefined. */
export function policyOfCode(code: string): string | undefined {
  const [, first] = /^([1-5])(?:$|-\d|\d{7}$)/.exec(code) ?? [];
  return first;
}

/** The same from the IRI of a basic policy, policy, measure or project. */
export function policyOf(iri: string): string | undefined {
  const [, code] = /\/(?:basic-policy|policy|measure|programme|project)\/([^/]+)$/.exec(iri) ?? [];
  return iri.startsWith(THINGS) && code ? policyOfCode(code) : undefined;
}

/** The colour of an element's basic policy as a CSS value; `tint` for areas that text stands on. */
export function hue(policy: string | undefined, form: "strong" | "tint" = "strong"): string {
  const token = policy ? `hue-${policy}` : "neutral";
  return `var(--${token}${form === "tint" ? "-tint" : ""})`;
}
