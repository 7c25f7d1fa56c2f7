// What the page of a thing says of it without a script: it stands until its view does, for which the engine is loaded.

import { PUBLISHED } from "../publication";

let came: { path: string; facts: HTMLElement } | undefined;

/** Take what browsers that do not get as far as this see out of the page, and keep the facts of a published thing. */
export function takeAsItCame(view: string): void {
  const plain = document.querySelector(".plain");
  plain?.remove();
  const said = plain?.querySelector("main");
  if (!PUBLISHED || view !== "thing" || !said) return;
  const facts = document.createElement("div");
  facts.append(...said.childNodes);
  came = { path: location.pathname, facts };
}

/** The facts of the page that is at this path; undefined where none came with it. */
export function factsAt(path: string): HTMLElement | undefined {
  return came?.path === path ? came.facts : undefined;
}
