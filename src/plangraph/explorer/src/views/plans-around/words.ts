import { counted, dictionary } from "../../lib/i18n";

export const words = dictionary(
  {
    loading: "まわりの計画",
    tiers: "総合計画",
    sentence: (all: string, dated: string, kinds: string, now: string) =>
      `総合計画のまわりに ${kinds} 種類 ${all} の計画があり、うち ${dated} は期間か策定の年が分かっています。${now}。`,
    present: (year: string, n: string) =>
      n === "0" ? `${year}に期間が続くものはありません` : `${year}に期間が続くのは ${n} です`,
    behind: "うしろの帯は総合計画の期間です。",
    open: "終わりの年は定めがないか、分かっていません",
    adopted: "策定・改定の年から示しています",
    now: (year: string) => `現在（${year}）`,
    known: "期間が定まっている",
    undated: "期間の分からない計画",
    plan: "計画",
    kind: "種類",
    start: "開始",
    end: "終了",
    spoken: (label: string, from: string, to: string) => `${label}、${from}から${to}`,
    noEnd: "期限なし",
    noStart: "開始不明",
  },
  {
    loading: "the plans around",
    tiers: "Comprehensive plan",
    sentence: (all: string, dated: string, kinds: string, now: string) =>
      `${counted(all, "plan")} of ${counted(kinds, "kind")} around the comprehensive plan; of ${dated}, the period ` +
      `or the year of adoption is known. ${now}.`,
    present: (year: string, n: string) =>
      `In ${year}, ${n === "0" ? "none runs" : `${n} ${n === "1" ? "runs" : "run"}`}`,
    behind: "The bands behind are the periods of the comprehensive plan.",
    open: "No end, or none that is known",
    adopted: "Shown from the year of adoption or revision",
    now: (year: string) => `Now (${year})`,
    known: "With a period",
    undated: "Plans without a known period",
    plan: "Plan",
    kind: "Kind",
    start: "Start",
    end: "End",
    spoken: (label: string, from: string, to: string) => `${label}, ${from} to ${to}`,
    noEnd: "open",
    noStart: "start unknown",
  },
);
