// What Oxigraph says of a query that it cannot read, with its place taken out of the words.

import type { Place } from "../api";

export interface Complaint {
  /** What is wrong, in the engine's words. */
  error: string;
  place?: Place;
}

/** Oxigraph in JavaScript has no fields for the place: its words begin with it. */
const PLACED = /^error at (\d+):(\d+): (.*)$/s;

/** A complaint of the engine in parts; what stood before the query on its first line is not counted. */
export function complaintOf(said: string, before: string): Complaint {
  const [, line, column, error] = PLACED.exec(said) ?? [];
  if (error === undefined) return { error: said };
  return { error, place: { line: Number(line), column: Number(column) - (line === "1" ? before.length : 0) } };
}
