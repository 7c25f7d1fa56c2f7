// The seventeen goals: number, names and official colour, from the project's own table.

import table from "../../../../../data/sdg/goals.csv?raw";
import type { Language } from "./address.svelte";

export interface Goal {
  code: string;
  label: Record<Language, string>;
  colour: string;
  /** Black or white, whichever reads better on the colour. */
  ink: string;
}

export const GOALS: Goal[] = parse(table);
const byCode = new Map(GOALS.map((goal) => [goal.code, goal]));

/** The goal of a goal's or target's code or IRI (11, 11.5, http://metadata.un.org/sdg/11.5). */
export function goalOf(name: string): Goal | undefined {
  return byCode.get(name.slice(name.lastIndexOf("/") + 1).split(".")[0] ?? "");
}

function parse(csv: string): Goal[] {
  const [head, ...lines] = csv.trim().split("\n").map(cells);
  const at = (name: string) => head?.indexOf(name) ?? -1;
  return lines.map((line) => {
    const get = (name: string) => line[at(name)] ?? "";
    const colour = get("colour");
    return { code: get("code"), label: { ja: get("label_ja"), en: get("label_en") }, colour, ink: inkOn(colour) };
  });
}

function cells(line: string): string[] {
  return [...line.trim().matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}

function inkOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => linear(parseInt(colour.slice(i, i + 2), 16) / 255));
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) >= 4.5 ? "#ffffff" : "#000000";
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
