// Plans with their periods on the fiscal years.

import { address } from "../../lib/address.svelte";
import type { QuestionUse } from "../../lib/api";
import { here } from "../../lib/scope.svelte";
import { number, text, truth, type Row } from "../../lib/terms";

export interface Period {
  readonly iri: string;
  readonly label: string;
  readonly kind: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Whether the start is the year of adoption, as the period itself is not known. */
  readonly adopted: boolean;
}

export function toPeriods(rows: readonly Row[]): Period[] {
  const found = new Map<string, Period>();
  for (const row of rows) {
    const iri = text(row.plan);
    found.set(iri, {
      iri,
      label: text(row.label),
      kind: text(row.kind),
      start: number(row.start),
      end: number(row.end),
      adopted: truth(row.start_is_adoption),
    });
  }
  return [...found.values()];
}

/** What the picture is made of: which plans are tiers of the comprehensive plan, and when each plan is. */
export function plansAroundUses(): QuestionUse[] {
  const ofCity = { city: here().city.key, lang: address.lang };
  return [
    { name: "plan-tiers", parameters: ofCity },
    { name: "plan-timeline", parameters: ofCity },
  ];
}

export interface Scale {
  readonly from: number;
  readonly to: number;
  /** The left edge of a fiscal year, in per cent. */
  at(year: number): number;
}

export function scaleOf(periods: readonly Period[]): Scale {
  const years = periods.flatMap(({ start, end }) => [start, end]).filter((year) => year !== undefined);
  const from = Math.min(...years);
  const to = Math.max(...years) + 1;
  return { from, to, at: (year) => ((year - from) / (to - from)) * 100 };
}

/** The fiscal year in which a day lies, where such years begin with a month (1: January of the year named). */
export function yearOf(day: Date, firstMonth: number): number {
  return day.getFullYear() + Math.floor((day.getMonth() + 1 - firstMonth) / 12);
}

/** The periods with both ends in which none of the others lies, in order of time. */
export function innermost(periods: readonly Period[]): { start: number; end: number }[] {
  const known = periods.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }]));
  const lies = (one: (typeof known)[number], other: (typeof known)[number]) =>
    one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start;
  return known.filter((each) => !known.some((one) => lies(one, each))).sort((one, other) => one.start - other.start);
}

/** The periods by kind, the kinds with most plans first, each in order of time. */
export function grouped(periods: readonly Period[]): [string, Period[]][] {
  const groups = new Map<string, Period[]>();
  for (const period of periods) groups.set(period.kind, [...(groups.get(period.kind) ?? []), period]);
  for (const group of groups.values()) {
    group.sort((one, other) => (one.start ?? one.end ?? 9999) - (other.start ?? other.end ?? 9999));
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}
