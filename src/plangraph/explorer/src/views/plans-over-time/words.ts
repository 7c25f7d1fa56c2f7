import { dictionary } from "../../lib/i18n";
import type { Change } from "./changes";

export const words = dictionary(
  {
    loading: "第3期から第4期への移り変わり",
    sentence: (before: string, after: string, kept: string, renamed: string, merged: string, gone: string, fresh: string) =>
      `${before} の政策は第4期の ${after} になります。同名で続くもの ${kept}、改称 ${renamed}、統合 ${merged}、見られなくなるもの ${gone}、新しいもの ${fresh}。`,
    names: "第4期は名称だけが公表されているため、対応は名称からの想定です。",
    third: "第3期（令和4～7年度）",
    fourth: "第4期（令和8年度から）",
    changes: { kept: "同名で続く", renamed: "改称", merged: "統合", moved: "一部が移る", gone: "見られなくなる", new: "新しい" } as Record<Change, string>,
    choose: "政策を選ぶと、何になるのかと、その理由がここに出ます。",
    becomes: "何になるか",
    comesFrom: "何から来たか",
    change: "変化",
    basis: "根拠",
    rationale: "理由",
    picture: "第3期と第4期の政策を左右に並べ、移り変わりを帯で結んだ図",
    open: "詳しいページ",
  },
  {
    loading: "the third plan beside the fourth",
    sentence: (before: string, after: string, kept: string, renamed: string, merged: string, gone: string, fresh: string) =>
      `${before} policies become ${after} in the fourth plan: ${kept} kept, ${renamed} renamed, ${merged} merged, ${gone} gone, ${fresh} new.`,
    names: "Only names of the fourth plan have been published, so the matches are assumed from names.",
    third: "Third plan (FY2022–2025)",
    fourth: "Fourth plan (from FY2026)",
    changes: { kept: "Kept", renamed: "Renamed", merged: "Merged", moved: "Partly moved", gone: "Gone", new: "New" } as Record<Change, string>,
    choose: "Choose a policy, and what becomes of it and why appears here.",
    becomes: "What becomes of it",
    comesFrom: "Where it comes from",
    change: "Change",
    basis: "Basis",
    rationale: "Reason",
    picture: "Policies of the third plan on the left and of the fourth on the right, joined by ribbons",
    open: "Full page",
  },
);
