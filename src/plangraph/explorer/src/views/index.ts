// The views, in the order of the rail. A view is a folder with a component; this list is all that knows of it.

import type { Component } from "svelte";
import { wholePlanUses } from "../graph/questions";
import type { Language } from "../lib/address.svelte";
import { ask, type QuestionUse } from "../lib/api";
import { here, inYear, type Holding } from "../lib/scope.svelte";

export interface View {
  /** Its name in the address. */
  route: string;
  label: Record<Language, string>;
  /** SVG path data of its sign, drawn as lines in a box of 24 by 24; a view without one is not in the rail. */
  sign?: string;
  load: () => Promise<{ default: Component }>;
  /** What of a plan it shows; without that it is not offered, and an old link to it says so. */
  needs?: Holding;
  /** Whether it says itself what is missing. */
  tells?: boolean;
  /** What it will certainly ask, so that the answers come together with its script and not after it. */
  asks?: () => readonly QuestionUse[];
}

const VIEWS: View[] = [
  {
    route: "overview",
    label: { ja: "全体", en: "Overview" },
    sign: "M4 4h4v16H4zM10 4h4v7h-4zM10 13h4v7h-4zM16 4h4v3h-4zM16 9h4v2h-4zM16 13h4v3h-4zM16 18h4v2h-4z",
    asks: () => [{ name: "plan-outline", parameters: inYear() }],
    load: () => import("./overview/Overview.svelte"),
  },
  {
    route: "graph",
    label: { ja: "グラフ", en: "Graph" },
    sign: "M5 7a2 2 0 1 0 .01 0zM17 4a2 2 0 1 0 .01 0zM14 16a2 2 0 1 0 .01 0zM7 8l7 1M16 8l-2 8M6.500 11l6 6",
    asks: wholePlanUses,
    load: () => import("./graph/Graph.svelte"),
  },
  {
    route: "coverage",
    label: { ja: "SDGs", en: "SDGs" },
    sign: "M4 4h5v5H4zM10 4h5v5h-5zM16 4h4v5h-4zM4 10h5v5H4zM16 10h4v5h-4zM10 16h5v4h-5z",
    needs: "goals",
    tells: true,
    load: () => import("./coverage/Coverage.svelte"),
  },
  {
    route: "strategies",
    label: { ja: "戦略と課題", en: "Strategies" },
    sign: "M4 5h3v5H4zM4 14h3v5H4zM17 4h3v6h-3zM17 14h3v6h-3zM7 7c5 0 5 0 10 0M7 9c5 0 5 7 10 7M7 17c5 0 5 1 10 1",
    needs: "strategies",
    load: () => import("./strategies/Strategies.svelte"),
  },
  {
    route: "wards",
    label: { ja: "区", en: "Wards" },
    sign: "M12 21c-4-5-6-7.500-6-11a6 6 0 0 1 12 0c0 3.500-2 6-6 11zM12 8a2 2 0 1 0 .01 0z",
    needs: "wards",
    load: () => import("./wards/Wards.svelte"),
  },
  {
    route: "plans-around",
    label: { ja: "まわりの計画", en: "Plans around" },
    sign: "M4 4v16h16M7 8h6M9 12h9M12 16h6",
    needs: "around",
    load: () => import("./plans-around/PlansAround.svelte"),
  },
  {
    route: "plans-over-time",
    label: { ja: "計画の推移", en: "Plans over time" },
    sign: "M4 4h4v6H4zM4 14h4v6H4zM16 4h4v4h-4zM16 11h4v9h-4zM8 6h8M8 16c4 0 4-1 8-1",
    needs: "succession",
    tells: true,
    load: () => import("./plans-over-time/PlansOverTime.svelte"),
  },
  {
    route: "projects",
    label: { ja: "事業を探す", en: "Find projects" },
    sign: "M4 5h10M4 10h6M4 15h4M15 10a4 4 0 1 0 .01 0zM18 17l3 3",
    load: () => import("./projects/Projects.svelte"),
  },
  {
    route: "money",
    label: { ja: "お金の推移", en: "Money" },
    sign: "M4 20V4M4 20h16M8 16v-5M12 16V7M16 16v-7",
    needs: "money",
    load: () => import("./money/Money.svelte"),
  },
  {
    route: "compare",
    label: { ja: "くらべる", en: "Compare" },
    sign: "M4 6h7v4H4zM4 14h5v4H4zM14 6h4v4h-4zM14 14h6v4h-6zM12.500 3v18",
    load: () => import("./compare/Compare.svelte"),
  },
  {
    route: "search",
    label: { ja: "検索結果", en: "Search results" },
    load: () => import("./search/Results.svelte"),
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

/** The views that the plan that is looked at has something for, in the order of the rail. */
export function offered(): View[] {
  return VIEWS.filter((view) => view.sign && !lacks(view));
}

function lacks({ needs }: View): boolean {
  return Boolean(needs && !here().has[needs]);
}

/** A view, when what all views need is there, with its own answers on their way: what is wrong with these it meets. */
export async function open(view: View, prepared: Promise<void>): Promise<{ default: Component }> {
  const loading = view.load();
  loading.catch(() => undefined);
  await prepared;
  if (lacks(view) && !view.tells) return import("../components/Without.svelte");
  for (const { name, parameters } of view.asks?.() ?? []) ask(name, parameters).catch(() => undefined);
  return loading;
}
