import { counted, dictionary } from "../../lib/i18n";
import type { Metric } from "./matrix";

export const words = dictionary(
  {
    loading: "SDGs との対応",
    sentence: (rows: string, by: string, n: string, goal: string, name: string) =>
      `${rows} の${by}のうち ${n} がゴール ${goal}「${name}」に関わり、これより多いゴールはありません。`,
    without: (rows: string, by: string, basis: string) =>
      `${rows} の${by}のどれにも、根拠が「${basis}」の対応はまだありません。`,
    withoutAny: (rows: string, by: string) => `${rows} の${by}のどれにも、SDGs との対応はまだありません。`,
    unrecorded: "この計画について、SDGs との対応は記録されていません。対応していないという意味ではありません。",
    unrecordedHint: "計画の要素がどのゴールやターゲットに関わるかが関連の表に入ると、ここに表として並びます。",
    assumed: "対応はどれも、市が公式に示したものではなく、理由を添えた想定です。",
    by: "行",
    metric: "数えるもの",
    metrics: {
      measures: "施策",
      projects: "事務事業",
      links: "対応",
      budget: "予算",
      standing: "目標どおり以上",
    } as Record<Metric, string>,
    basis: "根拠",
    anyBasis: "すべて",
    basisNote: "その根拠の対応が一つもないセルは空けてあります。",
    standingNote: "評価された事務事業のうち、目標どおりか、それを上回ったものの割合（%）です。",
    unitNote: (scale: string, currency: string) => `単位は${scale}${currency}です。`,
    budgetNote: "事業の予算は、関わるゴールに等分してあります。",
    sum: "計",
    distinct: "計*",
    distinctNote:
      "* 計は、どれかのゴールに関わるものの、重なりを除いた数です。いくつものゴールや行に関わるものも一度だけ数えます。",
    standing: (n: string, share: string, goal: string, name: string, least: string) =>
      `ゴールに関わり評価された ${n} の事務事業のうち ${share}% が目標どおりか、それ以上です。最も低いのはゴール ${goal}「${name}」の ${least}% です。`,
    budgets: (all: string, goal: string, name: string, most: string) =>
      `ゴールに関わる事務事業の予算 ${all}のうち、ゴール ${goal}「${name}」の分が最も多く、${most}です。`,
    mean: "全体",
    none: "ゴールなし",
    hole: "対応なし",
    holeNote: "このターゲットへの対応も、対応しない理由も、まだありません。",
    justified: "対応しない理由のある空白",
    grid: "SDGs との対応の表。矢印キーでセルを移り、Enter で対応を開きます。",
    cell: (row: string, goal: string, value: string) => `${row}、ゴール ${goal}：${value}`,
    targets: "ターゲット",
    targetsTitle: (covered: string, justified: string, holes: string) =>
      `169 のターゲットのうち ${covered} に対応があり、` +
      `${justified === "0" ? "" : `${justified} には対応しない理由があり、`}${holes} は空白です。`,
    through: (n: string) => `空白のうち ${n} は、ターゲットを述べずに全体として対応のあるゴールのものです。`,
    goalsOnly:
      "この計画の対応はゴールに対して述べられ、ターゲットに対しては述べられていません。どのターゲットが空白かは分かりません。",
    links: "対応",
    choose: "セルを選ぶと、その対応と理由、出典が出ます。",
    noLinks: "直接の対応はありません。数があれば、下位の施策や事業を通じた対応です。",
    source: "出典",
    rationale: "理由",
    row: "行",
    goal: "ゴール",
    code: "コード",
    budget: "予算",
    graph: "グラフで見る",
    listed: "事務事業を一覧で絞り込む（区、部署、お金など）",
    target: "ターゲット",
  },
  {
    loading: "SDG coverage",
    sentence: (rows: string, by: string, n: string, goal: string, name: string) =>
      `Of ${rows} ${by}, ${n} ${n === "1" ? "serves" : "serve"} goal ${goal}, “${name}”; no goal has more.`,
    without: (rows: string, by: string, basis: string) =>
      `None of ${rows} ${by} has a link whose basis is “${basis.toLowerCase()}” yet.`,
    withoutAny: (rows: string, by: string) => `None of ${rows} ${by} is linked to a goal yet.`,
    unrecorded: "No link of this plan to the SDGs is recorded, which does not mean that it has none.",
    unrecordedHint:
      "Once the table of links says which goals or targets the plan's elements serve, they stand here as a matrix.",
    assumed: "None of the links is stated by the city: each is assumed, with a rationale.",
    by: "Rows",
    metric: "Count",
    metrics: {
      measures: "Measures",
      projects: "Projects",
      links: "Links",
      budget: "Budget",
      standing: "On target",
    } as Record<Metric, string>,
    basis: "Basis",
    anyBasis: "All",
    basisNote: "Cells without a link of that basis are left empty.",
    standingNote: "The percentage of the graded projects that are on target or ahead of it.",
    unitNote: (scale: string, currency: string) => `In ${scale} of ${currency}.`,
    budgetNote: "A project's budget is split evenly over the goals that it serves.",
    sum: "Sum",
    distinct: "Sum*",
    distinctNote:
      "* Sums count what serves any goal, each thing once, also what serves several goals or belongs to several rows.",
    standing: (n: string, share: string, goal: string, name: string, least: string) =>
      `Of ${n} graded projects that serve a goal, ${share}% are on target or ahead of it; ` +
      `goal ${goal}, “${name}”, has the lowest share, ${least}%.`,
    budgets: (all: string, goal: string, name: string, most: string) =>
      `Of ${all} in budgets of projects that serve a goal, ` +
      `the largest part, ${most}, falls to goal ${goal}, “${name}”.`,
    mean: "All",
    none: "No goal",
    hole: "No link",
    holeNote: "Nothing in the plan is linked to this target yet, and no reason is stated.",
    justified: "Empty for a stated reason",
    grid: "SDG coverage. Arrow keys move between cells, Enter opens the links.",
    cell: (row: string, goal: string, value: string) => `${row}, goal ${goal}: ${value}`,
    targets: "Targets",
    targetsTitle: (covered: string, justified: string, holes: string) =>
      `Of 169 targets, ${covered} linked, ` +
      `${justified === "0" ? "" : `${justified} empty for a stated reason, `}${counted(holes, "hole")}.`,
    through: (n: string) =>
      `${n} of the holes ${n === "1" ? "is of a goal" : "are of goals"} linked as a whole, naming no target.`,
    goalsOnly: "The plan's links are stated to goals, not to targets: which targets are holes is not known.",
    links: "Links",
    choose: "Choose a cell, and its links with their reasons and sources appear.",
    noLinks: "No link of its own. Where there is a number, it comes through the measures and projects below.",
    source: "Source",
    rationale: "Reason",
    row: "Row",
    goal: "Goal",
    code: "Code",
    budget: "Budget",
    graph: "See in the graph",
    listed: "List its projects, and narrow them by ward, office or money",
    target: "Target",
  },
);
