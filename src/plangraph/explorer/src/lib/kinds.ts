// Kinds of things and the shape that stands for each, the same in every view. Outlines fit a box of 16 by 16.

import { address } from "./address.svelte";
import { dictionary } from "./i18n";
import { localName } from "./terms";

export interface Kind {
  /** SVG path data in a box of 16 by 16. */
  outline: string;
  /** Drawn as a line, not filled. */
  open?: boolean;
}

const HEXAGON = "M4.5 2h7L15 8l-3.5 6h-7L1 8z";
const PAGE = "M3 1h7l3 3v11H3z";
const HOUSE = "M8 1l6 5v9H2V6z";

export const KINDS: Record<string, Kind> = {
  Vision: { outline: "M8 0l2.3 5.3 5.7.5-4.3 3.8L13 15.4 8 12.3 3 15.4l1.3-5.8L0 5.8l5.7-.5z" },
  DevelopmentGoal: { outline: "M8 0l2.3 5.3 5.7.5-4.3 3.8L13 15.4 8 12.3 3 15.4l1.3-5.8L0 5.8l5.7-.5z", open: true },
  BasicPolicy: { outline: "M1 1h14v14H1z" },
  Policy: { outline: "M3 3h10v10H3z" },
  Measure: { outline: "M8 1l7 7-7 7-7-7z" },
  Programme: { outline: "M8 1l7 7-7 7-7-7z", open: true },
  Project: { outline: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z" },
  Goal: { outline: "M1 4a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3z" },
  Target: {
    outline: "M4 5.5A1.5 1.5 0 0 1 5.5 4h5A1.5 1.5 0 0 1 12 5.5v5a1.5 1.5 0 0 1-1.5 1.5h-5A1.5 1.5 0 0 1 4 10.5z",
  },
  Plan: { outline: PAGE },
  Strategy: { outline: HEXAGON },
  Theme: { outline: HEXAGON, open: true },
  Aim: { outline: "M1 3h9l5 5-5 5H1l4-5z" },
  Challenge: { outline: "M8 1.5l7 12.5H1z" },
  Office: { outline: HOUSE },
  Ward: { outline: "M8 15.5C4 10.5 2.5 8.5 2.5 6a5.5 5.5 0 0 1 11 0c0 2.5-1.5 4.5-5.5 9.5z" },
  Indicator: { outline: "M1 15V9h3.5v6zM6.25 15V5h3.5v10zM11.5 15V1H15v14z" },
  Milestone: { outline: "M3 1h1.5v1H14l-2.5 3.5L14 9H4.5v6.5H3z" },
  Principle: { outline: "M6 1h4v5h5v4h-5v5H6v-5H1V6h5z" },
  Other: { outline: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6z", open: true },
};

const OFFICES = [
  "Municipality",
  "Bureau",
  "Department",
  "Section",
  "Organization",
  "OrganizationalUnit",
  "FormalOrganization",
];
const BODIES = ["PlanningBody", "AdvisoryBody", "Partner", "Assembly", "PeopleGroup", "Post"];
const PLANS = [
  "BasicConcept",
  "BasicPlan",
  "ImplementationPlan",
  "SectoralPlan",
  "CrossSectoralPlan",
  "WardPlan",
  "ReformProgram",
  "Guideline",
  "FiscalPlan",
  "Initiative",
  "ComprehensivePlanTier",
];
const FAMILIES = new Map<string, string>([
  ...[...OFFICES, ...BODIES].map((name): [string, string] => [name, "Office"]),
  ...PLANS.map((name): [string, string] => [name, "Plan"]),
  ["City", "Ward"],
  ["GuidingConcept", "Principle"],
  ["ParticipationMethod", "Principle"],
]);

const names = dictionary(
  {
    Vision: "めざす都市像",
    DevelopmentGoal: "基本目標",
    BasicPolicy: "基本政策",
    Policy: "政策",
    Measure: "施策",
    Programme: "基本事業",
    Project: "事務事業",
    Goal: "SDGs ゴール",
    Target: "SDGs ターゲット",
    Plan: "計画",
    Strategy: "戦略",
    Theme: "主な取組",
    Aim: "方向性",
    Challenge: "課題",
    Office: "組織",
    Ward: "区・市",
    Indicator: "成果指標",
    Milestone: "節目・日程",
    Principle: "原則・考え方",
    Other: "その他",
  } as Record<string, string>,
  {
    Vision: "Vision",
    DevelopmentGoal: "Development goal",
    BasicPolicy: "Basic policy",
    Policy: "Policy",
    Measure: "Measure",
    Programme: "Programme",
    Project: "Project",
    Goal: "SDG goal",
    Target: "SDG target",
    Plan: "Plan",
    Strategy: "Strategy",
    Theme: "Theme",
    Aim: "Aim",
    Challenge: "Challenge",
    Office: "Organisation",
    Ward: "Ward or city",
    Indicator: "Indicator",
    Milestone: "Milestone",
    Principle: "Principle or concept",
    Other: "Other",
  },
);

/** The family of a class (IRI or local name) that decides its shape: a key of KINDS. */
export function kindOf(name: string): string {
  const local = localName(name);
  return KINDS[local] ? local : (FAMILIES.get(local) ?? "Other");
}

/** The short name of a family of kinds in the reader's language. */
export function kindName(kind: string): string {
  return names[kindOf(kind)] ?? kind;
}

/** A name of as many things: in English policies and wards or cities, unless it is one. */
export function plural(name: string, number: number): string {
  if (address.lang === "ja" || number === 1) return name;
  return name.replace(/(?:y|(?<!y))(?=$| or )/g, (end) => (end ? "ies" : "s"));
}

/** The name of a kind as it follows a number in a sentence. */
export function kindsName(kind: string, number: number): string {
  const name = plural(kindName(kind), number);
  return address.lang === "ja" ? name : name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
