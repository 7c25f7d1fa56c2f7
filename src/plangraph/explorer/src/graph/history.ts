/** A value with its past and its future. */

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
}

const DEPTH = 100; // steps

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** Moves on to a next value; what had been undone is given up. */
export function advance<T>(history: History<T>, present: T): History<T> {
  return { past: [...history.past, history.present].slice(-DEPTH), present, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future };
}

/** The same history at another of its values, or undefined if none is wanted. */
export function moved<T>(history: History<T>, wanted: (value: T) => boolean): History<T> | undefined {
  const all = [...history.past, history.present, ...history.future];
  const at = all.findIndex(wanted);
  return at < 0 ? undefined : { past: all.slice(0, at), present: all[at]!, future: all.slice(at + 1) };
}
