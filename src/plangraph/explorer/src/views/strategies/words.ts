import { counted, dictionary } from "../../lib/i18n";

export const words = dictionary(
  {
    loading: "戦略と課題のつながり",
    sentence: (challenges: string, strategies: string, themes: string, policies: string) =>
      `${challenges} の課題に ${strategies} の戦略が応え、${themes === "0" ? "" : `${themes} の主な取組を通じて `}${policies} の政策に及びます。`,
    width: "帯の太さは関連の数、濃さは根拠です。選ぶと、つながる先だけが残ります。",
    stages: ["課題", "戦略", "主な取組", "政策"] as readonly string[],
    picture: "課題から戦略、主な取組、政策への流れの図",
    from: "起点",
    to: "終点",
    basis: "根拠",
    links: "関連の数",
    node: (name: string, links: string) => `${name}、関連 ${links}`,
  },
  {
    loading: "strategies and challenges",
    sentence: (challenges: string, strategies: string, themes: string, policies: string) =>
      `${strategies === "1" ? "1 strategy answers" : `${strategies} strategies answer`} ` +
      `${counted(challenges, "challenge")} and ` +
      `${strategies === "1" ? "reaches" : "reach"} ${policies === "1" ? "1 policy" : `${policies} policies`}` +
      (themes === "0" ? "." : ` through ${counted(themes, "theme")}.`),
    width:
      "The width of a band is the number of links, its strength their basis. " +
      "Choose something, and only what it leads to remains.",
    stages: ["Challenges", "Strategies", "Themes", "Policies"] as readonly string[],
    picture: "Flows from challenges over strategies and themes to policies",
    from: "From",
    to: "To",
    basis: "Basis",
    links: "Links",
    node: (name: string, links: string) => `${name}, ${counted(links, "link")}`,
  },
);
