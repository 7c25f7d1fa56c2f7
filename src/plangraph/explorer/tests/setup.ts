// The pure modules need of a browser only an address. All tests share them, and each begins in Japanese.

import { beforeEach } from "vitest";

globalThis.location = new URL("http://localhost/ja/overview") as unknown as Location;

beforeEach(async () => {
  const { address } = await import("../src/lib/address.svelte");
  address.lang = "ja";
});
