import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Write src/generated/ from Python's side before anything reads it: prefixes, goals, and how words are compared. */
export function generated(folder: string): Plugin {
  return {
    name: "generated",
    config() {
      execFileSync(process.env.PYTHON ?? "python3", [join(folder, "bundle.py"), "generate"], { stdio: "inherit" });
    },
  };
}
