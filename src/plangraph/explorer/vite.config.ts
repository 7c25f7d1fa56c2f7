import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const api = process.env.PLANGRAPH_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [svelte()],
  build: { outDir: "../server/static", emptyOutDir: true, modulePreload: { polyfill: false } },
  server: { host: "127.0.0.1", proxy: { "/api": api, "/sparql": api, "/id": api } },
});
