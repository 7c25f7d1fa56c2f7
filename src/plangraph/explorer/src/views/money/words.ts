import { counted, dictionary } from "../../lib/i18n";

export const words = dictionary(
  {
    what: "予算と決算の推移",
    sentence: (first: string, from: string, last: string, to: string, change: string) =>
      `予算は${first}の ${from}から${last}の ${to}へ、${change} です。`,
    unlike: (first: string, from: string, few: string, last: string, to: string, many: string) =>
      `分かる予算は、${first}が ${few} 件の事務事業で ${from}、${last}が ${many} 件で ${to}です。件数が違うので、増減は示しません。`,
    one: (year: string, amount: string) => `${year}の予算は ${amount}です。`,
    moved: (most: string, by: string, least: string, less: string, grew: boolean, shrank: boolean) =>
      `${grew ? "最も増えた" : "最も減らなかった"}のは「${most}」（${by}）、` +
      `${shrank ? "最も減った" : "最も増えなかった"}のは「${least}」（${less}）です。`,
    settled: (year: string, amount: string) => `${year}の決算は ${amount}です。予算は分かっていません。`,
    none: "この計画の金額は、このデータにはありません。",
    by: "行",
    sort: "並び",
    sorts: { own: "市の順", size: "新しい予算の大きい順", change: "増えた額の順" } as Record<string, string>,
    budget: "予算",
    settlement: "決算（見込を含む）",
    change: "増減",
    spent: "執行率",
    name: "名称",
    code: "コード",
    note: "太い帯は予算、細い帯は決算です。すべての行と年度で同じ目盛りです。執行率は、両方が分かる最も新しい年度のものです。",
    marked: "※ の付いた値の説明は、表の下にあります。",
    scale: "すべての行で同じ目盛りです。",
    shared:
      "いくつもの部署が受け持つ事業の額は、そのどの行にも入っています。行を足すと、合計より多くなることがあります。",
    rest: "どれにも属さないもの",
    all: "合計",
    caution: "値への注意",
  },
  {
    what: "budgets and settlements over the years",
    sentence: (first: string, from: string, last: string, to: string, change: string) =>
      `Budgets went from ${from} in ${first} to ${to} in ${last}: ${change}.`,
    unlike: (first: string, from: string, few: string, last: string, to: string, many: string) =>
      `Known budgets come to ${from} for ${counted(few, "project")} in ${first}, and to ${to} for ${many} in ` +
      `${last}; the numbers of projects differ, so no change is shown.`,
    one: (year: string, amount: string) => `The budgets of ${year} come to ${amount}.`,
    moved: (most: string, by: string, least: string, less: string, grew: boolean, shrank: boolean) =>
      `“${most}” ${grew ? "grew most" : "shrank least"} (${by}), ` +
      `“${least}” ${shrank ? "shrank most" : "grew least"} (${less}).`,
    settled: (year: string, amount: string) => `The settlements of ${year} come to ${amount}; no budget is known.`,
    none: "These data hold no money of this plan.",
    by: "Rows",
    sort: "Order",
    sorts: { own: "The city’s own", size: "Newest budget", change: "Growth" } as Record<string, string>,
    budget: "Budget",
    settlement: "Settlement, or its estimate",
    change: "Change",
    spent: "Share spent",
    name: "Name",
    code: "Code",
    note:
      "The thick bar is the budget, the thin one the settlement, all on one scale. " +
      "The share spent is that of the newest year in which both are known.",
    marked: "What ※ stands for is told below the table.",
    scale: "All bars are on one scale.",
    shared: "A project of several offices is in the row of each, so that rows may add up to more than the sum.",
    rest: "What belongs to none of these",
    all: "Sum",
    caution: "Caution",
  },
);
