import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { generated } from "./generated.ts";
import { notices } from "./notices.ts";

const api = process.env.PLANGRAPH_API ?? "http://127.0.0.1:8000";

export default defineConfig(({ command }) => ({
  base: command === "build" ? "./" : "/", // whoever gives out the page says what it is under
  plugins: [generated(import.meta.dirname), svelte(), notices(import.meta.dirname)],
  build: {
    outDir: "../server/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
  },
  server: { host: "127.0.0.1", proxy: { "/api": api, "/sparql": api, "/id": api } },
  test: { include: ["tests/**/*.test.ts"], setupFiles: "tests/setup.ts", isolate: false },
}));
