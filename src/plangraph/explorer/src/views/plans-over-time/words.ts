import { dictionary } from "../../lib/i18n";
import type { Change } from "./changes";

export const words = dictionary(
  {
    loading: "次の計画への移り変わり",
    nothing: "この計画の政策が前後の計画でどうなるかは、このデータにありません。",
    nothingHint: "計画を引き継ぐ関係と、政策を引き継ぐ関係が表に入ると、ここに並びます。",
    sentence: (
      before: string,
      after: string,
      kept: string,
      renamed: string,
      merged: string,
      gone: string,
      fresh: string,
    ) =>
      `${before} の政策は次の計画の ${after} になります。同名で続くもの ${kept}、改称 ${renamed}、統合 ${merged}、見られなくなるもの ${gone}、新しいもの ${fresh}。`,
    assumed: "対応はどれも、理由を添えた想定です。",
    sides: { before: "前の計画", after: "次の計画" },
    changes: {
      kept: "同名で続く",
      renamed: "改称",
      merged: "統合",
      moved: "一部が移る",
      gone: "見られなくなる",
      new: "新しい",
    } as Record<Change, string>,
    choose: "政策を選ぶと、何になるのかと、その理由が出ます。",
    change: "変化",
    basis: "根拠",
    rationale: "理由",
    picture: "前後の計画の政策を左右に並べ、移り変わりを帯で結んだ図",
    open: "詳しいページ",
  },
  {
    loading: "this plan beside the next",
    nothing: "These data do not say what becomes of this plan's policies in the plans before or after it.",
    nothingHint:
      "Once the tables say which plan follows which, and what became of each policy, they stand here side by side.",
    sentence: (
      before: string,
      after: string,
      kept: string,
      renamed: string,
      merged: string,
      gone: string,
      fresh: string,
    ) =>
      `${before} policies become ${after} in the next plan: ${kept} kept, ${renamed} renamed, ${merged} merged, ` +
      `${gone} gone, ${fresh} new.`,
    assumed: "Each match is assumed, with a reason.",
    sides: { before: "Earlier plan", after: "Next plan" },
    changes: {
      kept: "Kept",
      renamed: "Renamed",
      merged: "Merged",
      moved: "Partly moved",
      gone: "Gone",
      new: "New",
    } as Record<Change, string>,
    choose: "Choose a policy, and what becomes of it and why appears.",
    change: "Change",
    basis: "Basis",
    rationale: "Reason",
    picture: "Policies of the earlier plan on the left and of the next on the right, joined by ribbons",
    open: "Full page",
  },
);
