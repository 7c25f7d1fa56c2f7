// What a reader lays on the picture and keeps: notes in the address, and a view as a file.

import { asListOfParts, listedParts } from "../../lib/listed";

const FORMAT = "plangraph-view";

/** Notes by what they are about, as the address has them. */
export function notesOf(text: string): Map<string, string> {
  return new Map(
    listedParts(text).flatMap(([about, note]): [string, string][] => (about && note ? [[about, note]] : [])),
  );
}

/** What stands in the address for notes; an empty note is none. */
export function notesText(notes: ReadonlyMap<string, string>): string {
  return asListOfParts([...notes].filter(([, note]) => note.trim()));
}

/** A view as a file. */
export function toFile(query: Readonly<Record<string, string>>): string {
  return JSON.stringify({ [FORMAT]: 1, query }, null, 1) + "\n";
}

/** What the address of a view says that a file keeps; undefined if the file is no view. */
export function fromFile(text: string): Record<string, string> | undefined {
  try {
    const told = JSON.parse(text) as Record<string, unknown> | null;
    if (told?.[FORMAT] !== 1 || typeof told.query !== "object" || !told.query) return undefined;
    const entries = Object.entries(told.query);
    return entries.every((entry): entry is [string, string] => typeof entry[1] === "string")
      ? Object.fromEntries(entries)
      : undefined;
  } catch {
    return undefined;
  }
}
