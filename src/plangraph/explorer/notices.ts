import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The file among what is built that says whose libraries are in it. */
export const NOTICES = "third-party-notices.txt";

interface Manifest {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  homepage?: string;
}

/**
 * Write the licence of each library whose code is in the bundle, from the library's own files.
 *
 * These are the libraries of which a module was bundled, and all that package-lock.json does not call `dev`: a library
 * that comes already bundled (YASQE) does not say what it holds.
 */
export function notices(folder: string): Plugin {
  return {
    name: "third-party-notices",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? Object.keys(part.modules) : []));
      const places = new Set([...modules.flatMap(placeOfModule), ...shippedPlaces(folder)]);
      const texts = [...places].sort().map((place) => notice(join(folder, place)));
      this.emitFile({ type: "asset", fileName: NOTICES, source: texts.join(`\n${"-".repeat(80)}\n\n`) });
    },
  };
}

function placeOfModule(id: string): string[] {
  const at = id.lastIndexOf("/node_modules/");
  if (at < 0) return [];
  const [scope, name] = id.slice(at + "/node_modules/".length).split("/");
  return [`node_modules/${scope?.startsWith("@") ? `${scope}/${name}` : scope}`];
}

function shippedPlaces(folder: string): string[] {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([place, { dev, devOptional, optional }]) => place && !dev && !devOptional && !optional)
    .map(([place]) => place);
}

function notice(place: string): string {
  const { name, version, license, author, homepage } = JSON.parse(
    readFileSync(join(place, "package.json"), "utf8"),
  ) as Manifest;
  const by = typeof author === "object" ? author.name : author;
  const head = [`${name} ${version}`, license, by, homepage].filter(Boolean).join("\n");
  const texts = readdirSync(place)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(place, file), "utf8").trim());
  return `${[head, ...texts].join("\n\n")}\n`;
}
