// How kinds of things look in the network: outline and name are the explorer's (lib/kinds); place and size are ours.

import { KINDS, kindOf } from "../lib/kinds";

/** The column of the layered picture, from what is aimed at (left) to who does it (right). */
const TIERS: Record<string, number> = {
  Plan: 0,
  Milestone: 0,
  Principle: 0,
  Indicator: 0,
  Other: 0,
  Challenge: 1,
  Strategy: 2,
  Theme: 3,
  Aim: 3,
  Vision: 4,
  DevelopmentGoal: 4,
  BasicPolicy: 5,
  Policy: 6,
  Measure: 7,
  Programme: 7,
  Project: 8,
  Target: 9,
  Goal: 10,
  Office: 11,
  Ward: 11,
};

/** The radius in pixels before budget or number inside are counted in. */
const RADII: Record<string, number> = {
  Vision: 11,
  DevelopmentGoal: 9,
  BasicPolicy: 10,
  Policy: 7,
  Measure: 5.5,
  Programme: 5,
  Project: 3,
  Goal: 11,
  Target: 5,
  Strategy: 9,
  Theme: 5,
  Challenge: 6,
  Aim: 5,
  Plan: 6,
  Office: 4.5,
  Ward: 7,
};

/** The tiers of the hierarchy itself, from vision to project. */
const TRUNK: readonly number[] = [4, 5, 6, 7, 8];
const NUMBERED: readonly number[] = [9, 10];

export function isTrunk(tier: number): boolean {
  return TRUNK.includes(tier);
}

/** Whether things of a kind stand in the order of their numbers, as goals and targets do. */
export function isNumbered(tier: number): boolean {
  return NUMBERED.includes(tier);
}

export function tierOf(type: string): number {
  return TIERS[kindOf(type)] ?? 0;
}

/**
 * The radius of a thing in pixels.
 *
 * Area follows the budget (up to about 100 billion yen) or, without one, the number of things inside.
 */
export function radiusOf(type: string, budget: number, inside: number): number {
  const base = RADII[kindOf(type)] ?? 4;
  if (budget > 0) return base * (0.8 + Math.min(1.4, Math.sqrt(budget / 5e10)));
  return base * (1 + Math.min(0.6, Math.sqrt(inside / 600)));
}

/** An SVG path of the outline of a kind around a point. */
export function markPath(type: string): { path: string; open: boolean } {
  const kind = KINDS[kindOf(type)]!;
  return { path: kind.outline, open: kind.open === true };
}
