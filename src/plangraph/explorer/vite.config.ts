import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { notices } from "./notices";

const api = process.env.PLANGRAPH_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [svelte(), notices(import.meta.dirname)],
  build: { outDir: "../server/static", emptyOutDir: true, modulePreload: { polyfill: false } },
  server: { host: "127.0.0.1", proxy: { "/api": api, "/sparql": api, "/id": api } },
});
