// Elements of the plan whose names, in either language, are spelt nearly as some words.

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
  const scope = inYear();
  const [{ default: Fuse }, { all }, other] = await Promise.all([
    import("fuse.js"),
    outline(scope),
    outline({ ...scope, lang: scope.lang === "ja" ? "en" : "ja" }),
  ]);
  const names = [...all.values(), ...other.all.values()].map(({ iri, label }) => ({ iri, name: folded(label) }));
  const found = new Fuse(names, { keys: ["name"], threshold: 0.34, ignoreLocation: true }).search(wanted);
  return [...new Set(found.map(({ item }) => item.iri))].flatMap((iri) => all.get(iri) ?? []);
}

/** The nearest of them as hits of a search. */
export async function nearHits(words: string): Promise<Hit[]> {
  const none = { plan: "", planLabel: "", city: "", cityLabel: "", around: "", order: undefined };
  return (await nearly(words)).slice(0, SHOWN).map(({ iri, code, label, kind, tier, parent }) => {
    return { ...none, iri, code, label, kind, kindLabel: tier.label, place: parent?.label ?? "", rank: LAST };
  });
}
