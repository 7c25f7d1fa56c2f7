import { expect, test } from "vitest";
import { allOf } from "../src/lib/all_of";

test("what several fetches bring stands under the name of each", async () => {
  const later = new Promise<string>((resolve) => setTimeout(() => resolve("figures"), 1));

  expect(await allOf({ later, soon: Promise.resolve(["place"]), none: undefined })).toEqual({
    later: "figures",
    soon: ["place"],
    none: undefined,
  });
});

test("a fetch that fails fails all", async () => {
  await expect(allOf({ one: Promise.resolve(1), other: Promise.reject(new Error("gone")) })).rejects.toThrow("gone");
});
