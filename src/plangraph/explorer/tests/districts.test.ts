import { afterEach, expect, test } from "vitest";
import { inOwnWords, setDistricts } from "../src/lib/own_words.svelte";

afterEach(() => setDistricts({ ja: "区", en: "Ward" }));

test("districts go by the city's word, and other words that hold the same letter stay", () => {
  setDistricts({ ja: "圏域", en: "Borough" });

  expect(inOwnWords("7 つの区、区別の額と区計画。区分、区域、地区", "ja")).toBe(
    "7 つの圏域、圏域別の額と圏域計画。区分、区域、地区",
  );
  expect(inOwnWords("Wards, and each ward", "en")).toBe("Boroughs, and each borough");
});

test("where the city has no one word for them, a word that is right everywhere stands", () => {
  expect(setDistricts({ ja: "", en: "" })).toEqual({ ja: "地域", en: "Area" });
  expect(inOwnWords("区を選ぶ", "ja")).toBe("地域を選ぶ");
});
