import { counted, dictionary } from "../../lib/i18n";

/** How many of each there are, and what the last are called. */
type Told = Record<"challenges" | "strategies" | "answering" | "themes" | "policies" | "policy", string>;

export const words = dictionary(
  {
    loading: "戦略と課題のつながり",
    /** Of the strategies, `answering` answer a challenge. */
    sentence: ({ challenges, strategies, answering, themes, policies, policy }: Told) =>
      (challenges === "0"
        ? `${strategies} の戦略が、`
        : answering === strategies
          ? `${challenges} の課題に ${strategies} の戦略が応え、`
          : `${challenges} の課題に応えるのは ${strategies} の戦略のうち ${answering} です。戦略は、`) +
      `${themes === "0" ? "" : `${themes} の主な取組を通じて `}${policies} の${policy}に及びます。`,
    width: "帯の太さは関連の数、濃さは根拠です。",
    choose: "図の中のものを選ぶと、つながる先だけが残り、その説明が出ます。",
    stages: ["課題", "戦略", "主な取組"] as readonly string[],
    policy: "政策",
    picture: "課題から戦略、主な取組、政策への流れの図",
    from: "起点",
    to: "終点",
    basis: "根拠",
    links: "関連の数",
    node: (name: string, links: string) => `${name}、関連 ${links}`,
  },
  {
    loading: "strategies and challenges",
    sentence: ({ challenges, strategies, answering, themes, policies, policy }: Told) =>
      `${strategies === "1" ? "1 strategy" : `${strategies} strategies`} ` +
      (challenges === "0"
        ? ""
        : answering === strategies
          ? `${strategies === "1" ? "answers" : "answer"} ${counted(challenges, "challenge")} and `
          : `(${answering} of them answering ${counted(challenges, "challenge")}) `) +
      `${strategies === "1" ? "reaches" : "reach"} ${policies} ${policy}` +
      (themes === "0" ? "." : ` through ${counted(themes, "theme")}.`),
    width: "The width of a band is the number of links, its strength their basis.",
    choose: "Choose something: only what it leads to remains, and it is described.",
    stages: ["Challenges", "Strategies", "Themes"] as readonly string[],
    policy: "policy",
    picture: "Flows from challenges over strategies and themes to policies",
    from: "From",
    to: "To",
    basis: "Basis",
    links: "Links",
    node: (name: string, links: string) => `${name}, ${counted(links, "link")}`,
  },
);
