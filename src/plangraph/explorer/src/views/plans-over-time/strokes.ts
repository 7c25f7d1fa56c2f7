// How a change is drawn: the more of a policy goes on, the thicker.

import type { Change } from "./changes";

/** The changes in the order in which they are explained. */
export const SHOWN: readonly Change[] = ["kept", "renamed", "merged", "moved", "gone", "new", "unknown"];

/** How thick its line is, in pixels; without a line where there is only one side. */
export const THICK: Readonly<Record<Change, number>> = {
  kept: 16,
  renamed: 12,
  merged: 9,
  moved: 3,
  gone: 0,
  new: 0,
  unknown: 0,
};

export const DASHES: Partial<Record<Change, string>> = { moved: "4 4" };

/** How thick a line is that stands for a number of steps, of which the thickest has the most. */
export function thickness(number: number, most: number): number {
  return 1.5 + (18.5 * number) / most;
}
