import { expect, test } from "vitest";

import { alike, enlarged, laid, letters, rare, type Texts } from "../src/lib/paper";

const shares = (columns: readonly Texts[]) => laid(columns).upright;
const column = (head: string, cell: string, whole = false) => ({ head, cells: Array<string>(20).fill(cell), whole });

test("a column of long texts gets more of the paper than one of short texts", () => {
  const [code, path] = shares([
    column("Code", "10101010"),
    column("Path", "災害から生命を守る › ".repeat(8)),
    column("Name", "あ".repeat(60)),
  ]) as [number, number, number];
  expect(path).toBeGreaterThan(5 * code);
});

test("all of the width is given out, also where there are more columns than there is room for", () => {
  for (const number of [1, 5, 40]) {
    const given = shares(Array.from({ length: number }, () => column("Head", "あ".repeat(30))));
    expect(given.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100);
  }
});

test("what may not be broken finds room whole, however long the rest is", () => {
  const money = "1,234,567,890,123円";
  const [share] = shares([column("予算", money, true), column("名称", "あ".repeat(400))]) as [number, number];
  expect((share * 76) / 100).toBeGreaterThan(letters(money));
});

test("a code is not broken, an address is", () => {
  const widths = shares([
    column("コード", "10101010"),
    column("URL", "x".repeat(90)),
    column("名称", "あ".repeat(400)),
  ]);
  expect((widths[0]! * 76) / 100).toBeGreaterThan(letters("10101010"));
  expect((widths[1]! * 76) / 100).toBeLessThan(letters("x".repeat(90)));
});

test("an empty table has its heads' widths", () => {
  expect(shares([{ head: "Code", cells: [], whole: false }])).toEqual([100]);
});

test("the few long notes of an empty column do not become towers", () => {
  const notes = { head: "注意", cells: ["あ".repeat(80), ...Array<string>(19).fill("")], whole: false };
  const [note] = shares([notes, column("名称", "あ".repeat(12)), column("上位", "い".repeat(20))]) as [number];
  expect(80 / ((note * 76) / 100)).toBeLessThan(5); // lines
});

test("a long text that rows share stands over them, unless almost every row has its own", () => {
  const path = (row: number) => `生命を守り生き生きと暮らすことができるまちづくり ${row}`;
  const names = Array.from({ length: 60 }, (_, row) => `事業${row}`);
  const beside = (rows: number) => [
    { head: "名称", cells: names, whole: false },
    { head: "上位の要素", cells: names.map((_, row) => path(Math.floor(row / rows))), whole: false },
    { head: "備考", cells: names.map(() => "い".repeat(70)), whole: false },
  ];
  expect(laid(beside(10))).toMatchObject({ over: 1, upright: { length: 2 }, across: { length: 2 } });
  expect(laid(beside(1))).toMatchObject({ over: -1, upright: { length: 3 }, across: { length: 3 } });
});

test("a long text stands over the rows that share it also where a row has none", () => {
  const basis = "想定（人が理由とともに付けたもの）";
  const table = [
    { head: "根拠", cells: [...Array<string>(23).fill(basis), ""], whole: false },
    ...["前", "後", "理由"].map((head) => ({ head, cells: Array<string>(24).fill("あ".repeat(40)), whole: false })),
  ].map((one, at) => (at ? { ...one, cells: one.cells.map((cell, row) => `${row}${cell}`) } : one));
  expect(laid(table).over).toBe(0);
});

test("where many columns have little room each, the one of long texts has the most", () => {
  const few = Array.from({ length: 12 }, (_, at) => column(`項目${at}の内容`, "目標を下回る"));
  const long = {
    head: "経路",
    cells: Array.from({ length: 20 }, (_, row) => `${"災害に備える ".repeat(9)}${row}`),
    whole: false,
  };
  const widths = shares([...few, long]);
  expect(widths.at(-1)!).toBeGreaterThan(2 * Math.max(...widths.slice(0, -1)));
});

test("an address is known to break after its hyphens alone", () => {
  const address = "town/3/link/10101010/contributes-to-target/11.5";
  const [link] = shares([
    { head: "関連", cells: Array.from({ length: 20 }, (_, row) => `${address}${row}`), whole: false },
    column("名称", "あ".repeat(12)),
    column("理由", "い".repeat(24)),
  ]) as [number];
  expect((link * 76) / 100).toBeGreaterThan(letters("town/3/link/10101010/contributes-"));
});

test("what is the same in all rows takes no room, unless all is", () => {
  const same = ["計画", "計画", "計画"];
  expect(alike([same, ["1", "2", "3"], ["", "", ""]])).toEqual([true, false, true]);
  expect(alike([["計画"], ["1"]])).toEqual([false, false]);
  expect(alike([same, same])).toEqual([false, false]);
});

test("letters of a wide picture are set so high that they have six points on upright paper", () => {
  for (const width of [700, 1160, 1600]) {
    const points = (11 * enlarged(11, width) * (718 / width) * 72) / 96;
    expect(points).toBeGreaterThan(5.99);
  }
  expect(enlarged(11, 500)).toBe(1);
});

test("a long remark on a few rows stands below them; a word in few of them, or a remark on most, is a column", () => {
  const cells = (text: string, told: number) => Array.from({ length: 20 }, (_, row) => (row < told ? text : ""));
  const remark = "予算額の約114倍の外れ値で、差の理由は分からない";
  expect(rare([cells(remark, 2), cells("多摩区", 2), cells(remark, 15), cells("", 0)])).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
