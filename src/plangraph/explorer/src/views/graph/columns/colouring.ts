// The colours of boxes and lines: by what a thing stands under, by grade, or by how the budget changed.

import { classOfChange, sharesOf, UNKNOWN, type Facts } from "../../../graph/columns/classes";
import { GROUP } from "../../../graph/columns/grouping";
import { goalOf } from "../../../lib/goals";
import { allTops, hue, topName, topOf } from "../../../lib/hues.svelte";
import { familyOf, hueOfStanding, KIND, STANDING } from "../../../lib/notation";
import { codedName } from "../../../lib/codes";
import { gradesOf, type Grade } from "../../../lib/outline";
import type { LegendEntry } from "../../../lib/view";
import type { NodeRecord } from "../../../graph/records";
import { changeName } from "./filters";
import { GRADE } from "./groups";
import type { Picture, Tint } from "./state.svelte";
import { words } from "./words";

/** A part of what is spread over classes. */
export interface Band {
  readonly colour: string;
  /** Its share of the whole, up to 1. */
  readonly share: number;
}

/** What colours mean, and those of each thing. */
export interface Colouring {
  readonly legend: readonly LegendEntry[];
  readonly own: (id: string) => string;
  /** How the leaves inside a thing are spread over the classes; nothing where there are none. */
  readonly spread: (id: string) => readonly Band[];
  /** The colour of a line between two things. */
  readonly line: (from: string, to: string) => string;
}

const NEUTRAL = "var(--neutral)";
/** From what shrank most to what grew most. */
const CHANGE = [
  "var(--hue-4)",
  "color-mix(in oklab, var(--hue-4) 55%, var(--paper))",
  "var(--edge)",
  "color-mix(in oklab, var(--hue-3) 55%, var(--paper))",
  "var(--hue-3)",
] as const;

/** How a picture is coloured. */
export function colouringOf(picture: Picture): Colouring {
  const { tint, facts } = picture;
  const { nodes } = picture.all.knowledge;
  const members = new Map(
    picture.columns.flatMap(({ grouped }) => grouped?.groups ?? []).map((group) => [group.id, group.members]),
  );
  const grades = picture.groupedBy === GRADE && facts ? gradeColours(facts) : new Map<string, string>();
  if (tint === "top" || !facts)
    return {
      legend: allTops().map((top) => ({ key: top.iri, label: topName(top), colour: hue(top) })),
      own: (id) => grades.get(id) ?? own(id, nodes.get(id)),
      spread: () => [],
      line: (from, to) => grades.get(from) ?? grades.get(to) ?? hue(topOf(from) ?? topOf(to)),
    };
  const { classOf, entries } = classesOf(tint, facts);
  const colours = new Map(entries.map(({ key, colour }) => [key, colour!]));
  const known = new Map<string, readonly Band[]>();
  const spread = (id: string): readonly Band[] => {
    if (!members.has(id) && !familyOf(nodes.get(id)?.kind ?? "").trunk) return [];
    const leaves = [...(members.get(id) ?? picture.network.forest.leaves(id))].filter((leaf) => facts.has(leaf));
    return sharesOf(leaves, classOf, [...colours.keys()]).map(({ key, share }) => ({
      colour: colours.get(key)!,
      share,
    }));
  };
  return {
    legend: entries,
    own: (id) => grades.get(id) ?? goalColour(nodes.get(id)) ?? NEUTRAL,
    spread: (id) => known.get(id) ?? known.set(id, spread(id)).get(id)!,
    line: () => "var(--edge)",
  };
}

function classesOf(tint: Exclude<Tint, "top">, facts: Facts) {
  const unknown = (label: string): LegendEntry => ({ key: UNKNOWN, label, colour: "var(--hairline)" });
  if (tint === "change")
    return {
      classOf: (id: string) => classOfChange(facts.get(id)?.change),
      entries: [
        ...CHANGE.map((colour, at): LegendEntry => ({ key: String(at), label: changeName(String(at)), colour })),
        unknown(words.noChange),
      ],
    };
  const grades = gradesOf(facts.values()).map(({ grade }) => grade);
  return {
    classOf: (id: string) => facts.get(id)?.grade?.code ?? UNKNOWN,
    entries: [
      ...grades.map((grade): LegendEntry => ({
        key: grade.code,
        label: codedName(grade),
        colour: gradeColour(grade, grades),
      })),
      unknown(words.noGrade),
    ],
  };
}

/** The colours of groups by grade. */
function gradeColours(facts: Facts): ReadonlyMap<string, string> {
  const grades = gradesOf(facts.values()).map(({ grade }) => grade);
  return new Map(grades.map((grade) => [GROUP + grade.code, gradeColour(grade, grades)]));
}

/** Grades of one standing share a hue; the further from the target, the stronger. */
function gradeColour(grade: Grade, all: readonly Grade[]): string {
  const number = hueOfStanding(grade.standing);
  if (number === undefined) return NEUTRAL;
  const alike = all.filter(({ standing }) => standing === grade.standing);
  const fromFar = grade.standing === STANDING.ahead ? alike.indexOf(grade) : alike.length - 1 - alike.indexOf(grade);
  return `color-mix(in oklab, var(--hue-${number}) ${100 - 40 * fromFar}%, var(--paper))`;
}

function own(id: string, node: NodeRecord | undefined): string {
  return goalColour(node) ?? hue(topOf(id));
}

function goalColour(node: NodeRecord | undefined): string | undefined {
  return node && (node.kind === KIND.goal || node.kind === KIND.target) ? goalOf(node.code)?.colour : undefined;
}
