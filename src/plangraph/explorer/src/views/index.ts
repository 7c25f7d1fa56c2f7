// The views, in the order of the rail. A view is a folder with a component; this list is all that knows of it.

import type { Component } from "svelte";
import type { Language } from "../lib/address.svelte";

export interface View {
  /** Its name in the address. */
  route: string;
  label: Record<Language, string>;
  /** SVG path data of its sign, drawn as lines in a box of 24 by 24; a view without one is not in the rail. */
  sign?: string;
  load: () => Promise<{ default: Component }>;
}

export const VIEWS: View[] = [
  {
    route: "overview",
    label: { ja: "全体", en: "Overview" },
    sign: "M4 4h4v16H4zM10 4h4v7h-4zM10 13h4v7h-4zM16 4h4v3h-4zM16 9h4v2h-4zM16 13h4v3h-4zM16 18h4v2h-4z",
    load: () => import("./overview/Overview.svelte"),
  },
  {
    route: "graph",
    label: { ja: "グラフ", en: "Graph" },
    sign: "M5 7a2 2 0 1 0 .01 0zM17 4a2 2 0 1 0 .01 0zM14 16a2 2 0 1 0 .01 0zM7 8l7 1M16 8l-2 8M6.500 11l6 6",
    load: () => import("./graph/Graph.svelte"),
  },
  {
    route: "coverage",
    label: { ja: "SDGs", en: "SDGs" },
    sign: "M4 4h5v5H4zM10 4h5v5h-5zM16 4h4v5h-4zM4 10h5v5H4zM16 10h4v5h-4zM10 16h5v4h-5z",
    load: () => import("./coverage/Coverage.svelte"),
  },
  {
    route: "thing",
    label: { ja: "要素", en: "Element" },
    load: () => import("./thing/Thing.svelte"),
  },
  {
    route: "query",
    label: { ja: "問い", en: "Questions" },
    sign: "M4 5h16v14H4zM8 10l3 2.5L8 15M13 15h4",
    load: () => import("./query/Query.svelte"),
  },
  {
    route: "ontology",
    label: { ja: "用語", en: "Terms" },
    sign: "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4",
    load: () => import("./ontology/Ontology.svelte"),
  },
];

export function viewAt(route: string): View | undefined {
  return VIEWS.find((view) => view.route === route);
}
