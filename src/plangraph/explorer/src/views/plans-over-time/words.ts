import { dictionary } from "../../lib/i18n";
import type { Change } from "./changes";

/** What the tier is called, how many of it either plan has, and what becomes of how many. */
type Told = Record<"called" | "before" | "after" | "kept" | "renamed" | "merged" | "gone" | "fresh", string>;

/** The changes that there are, each with its number. */
function listed(
  numbers: Readonly<Record<string, string>>,
  say: (n: string, change: string) => string,
  between: string,
  end: string,
  begin = "",
): string {
  const said = Object.entries(numbers).flatMap(([change, n]) => (n === "0" ? [] : [say(n, change)]));
  return said.length ? begin + said.join(between) + end : "";
}

export const words = dictionary(
  {
    loading: "次の計画への移り変わり",
    nothing: "この計画の要素が前後の計画でどうなるかは、このデータにありません。",
    nothingHint: "計画を引き継ぐ関係と、要素を引き継ぐ関係が表に入ると、ここに並びます。",
    sentence: ({ called, before, after, kept, renamed, merged, gone, fresh }: Told) =>
      `${before} の${called}は次の計画の ${after} になります。` +
      listed(
        { 同名で続くもの: kept, 改称: renamed, 統合: merged, 見られなくなるもの: gone, 新しいもの: fresh },
        (n, change) => `${change} ${n}`,
        "、",
        "。",
      ),
    assumed: "対応はどれも、理由を添えた想定です。",
    sides: { before: "前の計画", after: "次の計画" },
    changes: {
      kept: "同名で続く",
      renamed: "改称",
      merged: "統合",
      moved: "一部が移る",
      gone: "見られなくなる",
      new: "新しい",
      unknown: "— 不明",
    } as Record<Change, string>,
    within: (name: string) => `「${name}」では、`,
    unknown: (n: string) => `どうなるかがこのデータにないもの ${n}。`,
    tier: "層",
    shown: "表示",
    gathered: "上の層にまとめる",
    thickness: "帯の太さは、引き継ぎの数",
    between: "・",
    openParts: "この中を見る",
    choose: "図から一つ選ぶと、何になるのかと、その理由が出ます。",
    chooseGathered: "数が多いので、上の層にまとめています。一つ選ぶと、その中を開けます。",
    change: "変化",
    basis: "根拠",
    rationale: "理由",
    picture: "前後の計画を左右に並べ、移り変わりを帯で結んだ図",
    open: "詳しいページ",
  },
  {
    loading: "this plan beside the next",
    nothing: "These data do not say what becomes of this plan's elements in the plans before or after it.",
    nothingHint:
      "Once the tables say which plan follows which, and what became of each element, they stand here side by side.",
    sentence: ({ called, before, after, kept, renamed, merged, gone, fresh }: Told) =>
      `${before} ${called} become ${after} in the next plan` +
      (listed({ kept, renamed, merged, gone, new: fresh }, (n, change) => `${n} ${change}`, ", ", ".", ": ") || "."),
    assumed: "Each match is assumed, with a reason.",
    sides: { before: "Earlier plan", after: "Next plan" },
    changes: {
      kept: "Kept",
      renamed: "Renamed",
      merged: "Merged",
      moved: "Partly moved",
      gone: "Gone",
      new: "New",
      unknown: "— Not known",
    } as Record<Change, string>,
    within: (name: string) => `In “${name}”, `,
    unknown: (n: string) => ` What becomes of ${n} is not in these data.`,
    tier: "Tier",
    shown: "Shown",
    gathered: "Gathered by what stands above",
    thickness: "The wider a ribbon, the more it stands for",
    between: ", ",
    openParts: "See all in it",
    choose: "Choose one, and what becomes of it and why appears.",
    chooseGathered: "They are many, and gathered by what stands above them: choose one, and open it.",
    change: "Change",
    basis: "Basis",
    rationale: "Reason",
    picture: "The earlier plan on the left and the next on the right, joined by ribbons",
    open: "Full page",
  },
);
