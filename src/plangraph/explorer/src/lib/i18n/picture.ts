import { dictionary } from ".";

export const picture = dictionary(
  {
    out: "図を書き出す",
    html: "配布用 HTML",
    copy: "図をコピー",
    link: "リンクをコピー",
    copied: "コピーしました",
    failed: "この端末ではできませんでした。",
    working: "作成中…",
    making: "図を作っています。大きな図は時間がかかります。",
    source: (name: string) => `出典：${name}`,
    licence: (name: string) => `利用条件：${name}`,
    date: (when: string) => `${when}に作成`,
  },
  {
    out: "Export the picture",
    html: "HTML to share",
    copy: "Copy the picture",
    link: "Copy the link",
    copied: "Copied",
    failed: "This device could not do that.",
    working: "Working…",
    making: "Making the picture; a large one takes a while.",
    source: (name: string) => `Source: ${name}`,
    licence: (name: string) => `Licence: ${name}`,
    date: (when: string) => `Made on ${when}`,
  },
);
