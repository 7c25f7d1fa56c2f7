// Elements of the plan whose names are spelt nearly as some words.

import { folded } from "./folding";
import { outline, type Element } from "./outline";
import { inYear } from "./scope.svelte";
import type { Hit } from "./search";

/** So few kana are spelt nearly as anything. */
const FEW_KANA = /^\p{Script=Hiragana}{1,3}$/u;
const SHOWN = 6; // hits
const LAST = 9; // the rank of what is not called so

/** Those elements, the nearest first. */
export async function nearly(words: string): Promise<Element[]> {
  const wanted = folded(words.trim());
  if (FEW_KANA.test(wanted)) return [];
  const [{ default: Fuse }, { all }] = await Promise.all([import("fuse.js"), outline(inYear())]);
  const names = [...all.values()].map((element) => ({ element, name: folded(element.label) }));
  return new Fuse(names, { keys: ["name"], threshold: 0.34, ignoreLocation: true })
    .search(wanted)
    .map(({ item: { element } }) => element);
}

/** The nearest of them as hits of a search. */
export async function nearHits(words: string): Promise<Hit[]> {
  const none = { plan: "", planLabel: "", city: "", cityLabel: "" };
  return (await nearly(words)).slice(0, SHOWN).map(({ iri, code, label, kind, tier, parent }) => {
    return { ...none, iri, code, label, kind, kindLabel: tier.label, place: parent?.label ?? "", rank: LAST };
  });
}
