import type { Place } from "../api";
import { dictionary } from "../i18n";

export const words = dictionary(
  {
    unreachable: "このサイトのファイルに届きませんでした。接続を確かめてください。",
    unknownQuestion: (name: string) => `「${name}」という問いはありません`,
    unknownParameter: (name: string, parameter: string) =>
      `「${name}」に「${parameter}」というパラメーターはありません`,
    needed: (parameter: string) => `「${parameter}」の値が必要です`,
    wrongType: (parameter: string, value: string) => `${parameter}: 「${value}」はここに書ける値ではありません`,
    noYear: (parameter: string, value: string) =>
      `${parameter}: 「${value}」は年度ではありません。2024、令和6年度、R6 のように書きます`,
    notAChoice: (parameter: string, value: string, choices: string) =>
      `${parameter}: 「${value}」は選べません。選べるもの: ${choices}`,
    unknownName: (value: string) => `「${value}」という名前のものはありません。コードか IRI を指定してください`,
    severalNames: (value: string) => `「${value}」と呼ばれるものはいくつもあります。IRI を指定してください`,
    notSparql: (said: string, place?: Place) =>
      `SPARQL として読めません: ${place ? `${place.line} 行目の ${place.column} 文字目: ` : ""}${said}`,
    needsServer: "公開された静的なサイトではできません。plangraph serve で動かすとできます。",
    noReason: "この関係は、オントロジーの規則からは導かれません。",
    noEngine: "このブラウザーの中では、問い合わせを動かせません（WebAssembly）。",
  },
  {
    unreachable: "The files of this site cannot be reached. Check the connection.",
    unknownQuestion: (name: string) => `There is no question '${name}'`,
    unknownParameter: (name: string, parameter: string) => `'${name}' has no parameter '${parameter}'`,
    needed: (parameter: string) => `A value is needed for '${parameter}'`,
    wrongType: (parameter: string, value: string) => `${parameter}: '${value}' is not a value that can stand here`,
    noYear: (parameter: string, value: string) =>
      `${parameter}: '${value}' is not a fiscal year, such as 2024, 令和6年度 or R6`,
    notAChoice: (parameter: string, value: string, choices: string) =>
      `${parameter}: '${value}' is not one of ${choices}`,
    unknownName: (value: string) => `Nothing is known by the name '${value}'. Give its code or its IRI`,
    severalNames: (value: string) => `Several things go by the name '${value}'. Give an IRI`,
    notSparql: (said: string, place?: Place) =>
      `not SPARQL: ${place ? `line ${place.line}, column ${place.column}: ` : ""}${said}`,
    needsServer: "A published, static site cannot do this; plangraph serve can.",
    noReason: "No rule of the ontology leads to this.",
    noEngine: "This browser cannot run queries by itself (WebAssembly).",
  },
);
