import { expect, test } from "vitest";
import { codedName } from "../src/lib/codes";
import { cautionsOf, comparedOf, inOrderOf, toOutline } from "../src/lib/outline";
import type { Row } from "../src/lib/terms";

const row = (element: string, rank: number, parent = "", more: Record<string, string> = {}): Row =>
  Object.fromEntries(
    Object.entries({
      element,
      tier: `t${rank}`,
      tier_rank: String(rank),
      code: element,
      label: "name",
      tier_label: "tier",
      parent,
      ...more,
    })
      .filter(([, value]) => value)
      .map(([name, value]) => [name, { type: "literal", value }]),
  );

test("a sum of settlements is doubted with the settlement of anything inside, which is named", () => {
  const { all, roots } = toOutline([
    row("1", 1),
    row("2", 1),
    row("1-1", 2, "1", { settlement: "900", caution: "an outlier" }),
    row("2-1", 2, "2", { settlement: "5" }),
  ]);
  expect(roots.map(({ settlement }) => settlement)).toEqual([900, 5]);
  expect(cautionsOf(all.get("1")!.doubted)).toEqual(["1-1 name: an outlier"]);
  expect(cautionsOf(all.get("1-1")!.doubted)).toEqual(["1-1 name: an outlier"]);
  expect(all.get("2")!.doubted).toEqual([]);
});

test("a grade is said by its code and its label, once where both say the same", () => {
  expect(codedName({ code: "3", label: "as planned" })).toBe("3 as planned");
  expect(codedName({ code: "complete", label: "Complete" })).toBe("Complete");
  expect(codedName({ code: "on-track", label: "On track" })).toBe("On track");
});

test("what was spent is compared with the budget of what has both", () => {
  const { roots } = toOutline([
    row("1", 1),
    row("2", 1),
    row("2-1", 2, "2", { budget: "70" }),
    row("1-1", 2, "1", { budget: "100", settlement: "90" }),
    row("1-2", 2, "1", { budget: "900" }),
    row("1-3", 2, "1", { settlement: "5" }),
  ]);
  expect(roots.map(({ compared }) => compared)).toEqual([{ budget: 100, settlement: 90 }, undefined]);
  expect(comparedOf(roots)).toEqual({ budget: 100, settlement: 90 });
  expect(comparedOf([])).toBeUndefined();
});

test("rows stand in the order of the plan, whatever their codes are, and what is no element last", () => {
  const tree = toOutline([row("01", 1), row("03", 1), row("1.2.3", 2, "03"), row("A-1", 2, "01")]);
  const rows = ["", "1.2.3", "A-1"].map((iri) => ({ iri }));
  expect(inOrderOf(tree, rows).map(({ iri }) => iri)).toEqual(["A-1", "1.2.3", ""]);
});

test("a second tier of projects is part of the tree, and one of goals that hold nothing is not", () => {
  const project = { class: "Project", budget: "10" };
  const { roots } = toOutline([
    row("1", 1, "", { class: "Policy" }),
    row("g", 2, "1", { class: "Goal", budget: "500" }),
    row("a", 3, "1", project),
    row("b", 4, "1", project),
  ]);
  expect(roots.map(({ budget, children }) => [budget, children.map(({ iri }) => iri)])).toEqual([[20, ["a", "b"]]]);
});
