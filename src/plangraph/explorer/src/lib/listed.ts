// Lists in the address: what stands between their values, and within one that has several parts.

const BETWEEN = "~";
const WITHIN = "!";
/** What stands for an empty list where the usual one, which is not named, is another. */
export const NONE = "none";

/** The values of a list. */
export function listed(text: string | undefined): string[] {
  return (text ?? "").split(BETWEEN).filter(Boolean);
}

/** What the address says of some values, none of which holds a sign that separates. */
export function asList(values: Iterable<string>): string {
  return [...values].join(BETWEEN);
}

/** What the address says after a value was put into a list, or taken out of it. */
export function withOrWithout(values: Iterable<string>, value: string): string {
  const kept = new Set(values);
  if (!kept.delete(value)) kept.add(value);
  return asList([...kept].sort());
}

/** The values of a list, each in its parts, which may hold any sign. */
export function listedParts(text: string | undefined): string[][] {
  return listed(text).map((value) => value.split(WITHIN).map(unescaped));
}

/** What the address says of values in parts. */
export function asListOfParts(values: Iterable<readonly string[]>): string {
  return asList([...values].map((parts) => parts.map(escaped).join(WITHIN)));
}

function escaped(text: string): string {
  return text.replace(/[%~!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

function unescaped(text: string): string {
  return text.replace(/%(25|7e|21)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
