// Where the reader is: /{language}/{view}/{rest}?{query}, in a page of others /embed before it. Everything that can be
// mailed is in the address.

import { served, within } from "./base";
import { PUBLISHED, shelved, unshelved } from "./publication";
import { THINGS } from "./terms";
import { decoded, encoded, readable, readThingPath, writtenThingPath } from "./thing_path";

export type Language = "ja" | "en";
export interface Address {
  lang: Language;
  view: string;
  rest: string;
  query: Record<string, string>;
  /** Whether it is a view without frame, to stand in other pages. */
  embedded: boolean;
}
export type Destination = Partial<Address>;

const REMEMBERED = "plangraph.language";
const HOME = "overview";
const THING = "thing";
const EMBED = "embed";

export const address: Address = $state(read(location));

/** What of the address says of which plan and year something is seen. */
export function kept(): Record<string, string> {
  const { plan = "", year = "" } = address.query;
  return { plan, year };
}

/** The address of a place; what is left out is the present language, plan and year, the overview, and no query. */
export function href(to: Destination): string {
  const { folder, rest: named } = shelf(to.view ?? HOME, to.rest ?? "");
  const path = folder.split("/").filter(Boolean).join("/");
  const parts = Object.entries({ ...kept(), ...to.query, ...named }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(parts.map(([key, value]) => [key, ofThing(value, readable)])).toString();
  const before = (to.embedded ?? address.embedded) ? `/${EMBED}` : "";
  return served(`${before}/${to.lang ?? address.lang}/${path}${PUBLISHED ? "/" : ""}${query ? `?${query}` : ""}`);
}

/** A place as a path, and what of it stands in the query. */
function shelf(view: string, rest: string): { folder: string; rest: Record<string, string> } {
  if (!PUBLISHED) return { folder: `${view}/${view === THING ? writtenThingPath(rest) : encode(rest)}`, rest: {} };
  const { folder, rest: named } = shelved(view, rest);
  return { folder: encode(folder), rest: { rest: named } };
}

/** The present place with some of its query changed; an empty value takes its key away. */
function withQuery(changes: Record<string, string>): Destination {
  return { ...address, query: { ...address.query, ...changes } };
}

export interface Manner {
  /** Without a step in the browser's history. */
  replace?: boolean;
  /** What the browser is to keep with the step. */
  mark?: unknown;
}

/** Go somewhere; tells whether that is another place than the present one. */
export function go(to: Destination | string, { replace = false, mark = null }: Manner = {}): boolean {
  const url = typeof to === "string" ? to : href(to);
  if (url === location.pathname + location.search) return false;
  const { view, rest } = address;
  history[replace ? "replaceState" : "pushState"](mark, "", url);
  follow();
  if (address.view !== view || address.rest !== rest) scrollTo(0, 0);
  return true;
}

/** Change a part of the query in place. */
export function adjust(changes: Record<string, string>, manner: Manner = {}): void {
  go(withQuery(changes), manner);
}

/** Begin to follow the browser's back and forward, and links within the explorer. */
export function startRouting(): void {
  // What the page fetches later is written as seen from the address with which it came.
  for (const link of document.querySelectorAll("link")) link.setAttribute("href", link.href);
  addEventListener("popstate", follow);
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    const link = (event.target as Element).closest?.("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hash || !/^\/(ja|en|id|embed)(\/|$)/.test(within(link.pathname) ?? "")) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
  go(href(address), { replace: true });
  follow();
}

function follow(): void {
  Object.assign(address, read(location));
  // What is said again as it was would be worked out anew for the whole page.
  if (document.documentElement.lang !== address.lang) document.documentElement.lang = address.lang;
  remember(address.lang);
}

function read(at: Location): Address {
  const parts = (within(at.pathname) ?? "/").split("/").slice(1);
  const embedded = parts[0] === EMBED;
  const path = embedded ? parts.slice(1) : parts;
  const said = [...new URLSearchParams(at.search)].map(([key, value]) => [key, ofThing(value, encoded)]);
  const { rest: named = "", ...asked } = Object.fromEntries(said) as Record<string, string>;
  const query = PUBLISHED || !named ? asked : { ...asked, rest: named };
  const places = PUBLISHED ? [...unshelved(path.map(decoded)), ...named.split("/").filter(Boolean)] : path;
  const [first = "", second = "", ...others] = places;
  const lang = first === "ja" || first === "en" ? first : undefined;
  const [view, after] = lang ? [second, others] : [first, [second, ...others]];
  const isThing = view === "id" || view === THING;
  const rest = restOf(after.filter(Boolean), isThing);
  return { lang: lang ?? preferred(), view: isThing ? THING : view || HOME, rest, query, embedded };
}

/** A value of the query; of one that is the whole IRI of a thing of ours, the path is written in another way. */
function ofThing(value: string, write: (path: string) => string): string {
  return value.startsWith(THINGS) ? THINGS + write(value.slice(THINGS.length)) : value;
}

/** What stands after the view; a published site has read it already. */
function restOf(parts: string[], isThing: boolean): string {
  if (PUBLISHED) return parts.join("/");
  return isThing ? readThingPath(parts) : parts.map(decoded).join("/");
}

function preferred(): Language {
  const remembered = storage()?.getItem(REMEMBERED);
  if (remembered === "ja" || remembered === "en") return remembered;
  return navigator.language.startsWith("ja") ? "ja" : "en";
}

function remember(lang: Language): void {
  storage()?.setItem(REMEMBERED, lang);
}

export function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function encode(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part).replaceAll("%3A", ":"))
    .join("/");
}
