// Japanese quotation marks within others.

import words from "../../generated/words.json";

const CLOSED_BY: Readonly<Record<string, string>> = words.closedBy;
const CLOSING = new Set(Object.values(CLOSED_BY));

/** Japanese text with 『』 for the quotation marks that stand within 「」; as it is if not all are closed. */
export function nestedQuotes(text: string): string {
  if (text.indexOf("「") === text.lastIndexOf("「")) return text;
  const opened: string[] = [];
  const written = [...text].map((sign) => {
    if (sign in CLOSED_BY) {
      opened.push(sign === "「" && opened.at(-1) === "「" ? "『" : sign);
      return opened.at(-1);
    }
    return CLOSING.has(sign) ? CLOSED_BY[opened.pop() ?? ""] : sign;
  });
  return opened.length || written.includes(undefined) ? text : written.join("");
}

/** What a dictionary holds: a name that is put between quotation marks may have some of its own. */
export function told(value: unknown): unknown {
  if (typeof value !== "function") return value;
  return (...given: unknown[]) => {
    const text: unknown = (value as (...given: unknown[]) => unknown)(...given);
    return typeof text === "string" ? nestedQuotes(text) : text;
  };
}
