// Whether this is a published site of files, and how addresses are written there: a place is a folder that there is.

import published from "../generated/published.json";
import type { QuestionUse } from "./api";
import { served } from "./base";
import { decoded, encoded } from "./thing_path";

/** Whether files answer, and not a server: the page says so. */
export const PUBLISHED =
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name="plangraph-engine"]')?.content === "files";

/** What stands for a colon in the name of a folder. */
const COLON = published.colon;
/** The files of what is said of a thing, by their formats. */
const FILES: Readonly<Record<string, string>> = published.data;

/** The files of tables, by question and parameters: told by the site's index when it has come. */
export const tables: Record<string, Record<string, string>> = {};

/** The parameters of a question in the order in which the site's index has them. */
export function keyOf(given: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1));
  return pairs.map(([key, value]) => `${key}=${String(value)}`).join("&");
}

/** Let the browser keep a published site after what is shown first, so that it opens without a connection too. */
export function keepForLater(): void {
  const keep = () => void navigator.serviceWorker?.register(served("/service-worker.js")).catch(() => undefined);
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout; // Safari has none
  if (PUBLISHED) addEventListener("load", () => whenIdle(keep));
}

/** The folder of a place, and what of it has to stand in the query, for there is no folder of it. */
export function shelved(view: string, rest: string): { folder: string; rest: string } {
  if (view !== "thing" || !rest || /^https?:/.test(rest)) return { folder: view, rest };
  return { folder: [view, ...foldersOf(rest)].join("/"), rest: "" };
}

/** What stands after the view in the path of an address: parts of an IRI, as plangraph/iris.py encodes them. */
export function unshelved(path: readonly string[]): string[] {
  return path
    .filter((part) => part && part !== "index.html")
    .map((part) => encoded(part.replaceAll(COLON, ":").replaceAll("%", "%25")));
}

/** The folders of the path of a thing: its parts as they read, without what no file may have in its name. */
function foldersOf(path: string): string[] {
  return path.split("/").map((part) => decoded(part).replaceAll(":", COLON));
}

/** Where a thing is told of as data; "" if no file does. */
export function dataOf(path: string, form: string): string {
  if (/^https?:/.test(path)) return "";
  return served(`/id/${foldersOf(path).map(encodeURIComponent).join("/")}/${FILES[form]}`);
}

/** The file of a question's answer as a table; "" if there is none. */
export function tableOf({ name, parameters = {} }: QuestionUse, format: string): string {
  const file = tables[name]?.[keyOf(parameters)];
  return file && (format === "xlsx" || format === "csv") ? served(`/${file}.${format}`) : "";
}
