// The path of a thing in an address: the parts of its IRI as they stand there, so that the IRI itself, a path that was
// typed in Japanese and one that was copied all lead to the same place.

const FOREIGN = /^https?:/; // what is no thing of ours has its whole IRI as its path, encoded anew
const TWICE = /^(?:[^%]|%25(?=[0-9A-F]{2}))+$/; // as addresses were written before 0.2.0: %25E9 for %E9

/** The parts of a path after the view, as an address has them, as the path of a thing. */
export function readThingPath(parts: readonly string[]): string {
  const [first = ""] = parts;
  if (FOREIGN.test(decoded(first))) return parts.map(decoded).join("/");
  return parts.map((part) => encoded(TWICE.test(part) ? decoded(part) : part)).join("/");
}

/** The path of a thing as an address has it. */
export function writtenThingPath(path: string): string {
  return FOREIGN.test(path) ? path.split("/").map(encodeURIComponent).join("/") : encoded(path);
}

/** A part of an IRI as plangraph/iris.py encodes it; what is encoded stays so. */
export function encoded(part: string): string {
  return part.replace(/[^\w.:~/%-]+/gu, (letters) =>
    encodeURIComponent(letters).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}

/** One letter of an IRI in its bytes. */
const LETTER = /%(?:[0-7][\dA-F]|[CD][\dA-F]%[\dA-F]{2}|E[\dA-F](?:%[\dA-F]{2}){2}|F[0-7](?:%[\dA-F]{2}){3})/g;

/** A part of an IRI as it is read, which a query encodes only once; `encoded` makes of it what it was. */
export function readable(part: string): string {
  return part.replace(LETTER, (bytes) => (encoded(decoded(bytes)) === bytes ? decoded(bytes) : bytes));
}

/** What keeps its bytes in an address that is read: what would part or end it, and what is not seen. */
const [IN_PATH, IN_QUERY] = [/[%?#/\\"<>^`{|}\p{C}\p{Z}]/u, /[%&#+="<>^`{|}\p{C}\p{Z}]/u];

/** An address as somebody would type it; it leads to the same place. */
export function asTyped(url: string): string {
  const at = url.includes("?") ? url.indexOf("?") : url.length;
  const shown = (part: string, kept: RegExp) =>
    part.replace(LETTER, (bytes) => (kept.test(decoded(bytes)) ? bytes : decoded(bytes)));
  return shown(url.slice(0, at), IN_PATH) + shown(url.slice(at), IN_QUERY);
}

export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
