// What the page of a thing says of it without a script: it stands until its view does, for which the engine is loaded.

import { PUBLISHED } from "../publication";
import { loading } from "./loading.svelte";

let came: { path: string; facts: HTMLElement } | undefined;

/** Take what browsers that do not get as far as this see out of the page, and keep the facts of a published thing. */
export function takeAsItCame(view: string): void {
  const plain = document.querySelector(".plain");
  plain?.remove();
  if (!PUBLISHED || view !== "thing") return;
  const facts = said(plain?.querySelector("main") ?? null);
  if (facts) came = { path: location.pathname, facts };
}

/** The facts of a published thing at the path of its page, until the engine is there; undefined without any. */
export function factsAt(path: string, view: string): HTMLElement | Promise<HTMLElement | undefined> | undefined {
  if (came?.path === path) return came.facts;
  return PUBLISHED && view === "thing" && !loading.done ? fetched(path) : undefined;
}

async function fetched(path: string): Promise<HTMLElement | undefined> {
  const response = await fetch(path).catch(() => undefined);
  if (!response?.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return said(page.querySelector(".plain main"));
}

function said(main: Element | null): HTMLElement | undefined {
  if (!main) return undefined;
  const facts = document.createElement("div");
  facts.append(...main.childNodes);
  return facts;
}
