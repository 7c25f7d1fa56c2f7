// How a change is drawn: the more of a policy goes on, the thicker.

import type { Change } from "./changes";

/** The changes in the order in which they are explained. */
export const SHOWN: readonly Change[] = ["kept", "renamed", "merged", "moved", "gone", "new"];

/** How thick its line is, in pixels; without a line where there is only one side. */
export const THICK: Readonly<Record<Change, number>> = { kept: 16, renamed: 12, merged: 9, moved: 3, gone: 0, new: 0 };

export const DASHES: Partial<Record<Change, string>> = { moved: "4 4" };
