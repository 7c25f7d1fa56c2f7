import { dictionary } from ".";

export const picture = dictionary(
  {
    out: "図を書き出す",
    alone: "この図だけ書き出す",
    html: "配布用 HTML",
    copy: "図をコピー",
    link: "リンクをコピー",
    embed: "埋め込みコードをコピー",
    failed: "この端末ではできませんでした。",
    notCopied: "ブラウザーが図のコピーを許していません。PNG で保存してください。",
    working: "作成中…",
    smaller: (times: string) =>
      `大きな図なので、画面の ${times} 倍の大きさにしました（ふつうは 2 倍）。SVG ならどの大きさでも読めます。`,
    making: "図を作っています。大きな図は時間がかかります。",
    source: (name: string) => `出典：${name}`,
    licence: (name: string) => `利用条件：${name}`,
    unlicensed: "利用条件：データには書かれていません。出典の定めによります。",
    date: (when: string) => `${when}に作成`,
  },
  {
    out: "Export",
    alone: "Export this one alone",
    html: "HTML to share",
    copy: "Copy the picture",
    link: "Copy the link",
    embed: "Copy the code to embed it",
    failed: "This device could not do that.",
    notCopied: "The browser does not let pictures be copied here. Save it as PNG.",
    working: "Working…",
    smaller: (times: string) =>
      `The picture is large, so it is ${times} times its size on the screen, not twice. SVG can be read at any size.`,
    making: "Making the picture; a large one takes a while.",
    source: (name: string) => `Source: ${name}`,
    licence: (name: string) => `Licence: ${name}`,
    unlicensed: "Licence: not stated in the data; the source's own terms hold.",
    date: (when: string) => `Made on ${when}`,
  },
);
