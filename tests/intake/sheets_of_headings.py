"""Sheets whose headings stand in every way, made up, each with the elements and figures that it says."""

from __future__ import annotations

from tests.intake.sheets_as_sent import Case, Sent

CASES: dict[str, Case] = {
    "rows that are a heading for those below them, with subtotals": (
        Sent(
            [
                ["事業番号", "事業名", "担当", "令和6年度当初予算額（千円）"],
                ["政策１　安全なまちづくり"],
                [101, "訓練", "防災課", 10],
                ["小計", None, None, 10],
                ["政策２　元気なまちづくり"],
                [201, "商店街", "商工課", 40],
                ["総計", None, None, 50],
            ],
            ("A2:D2", "A5:D5"),
        ),
        ["1 安全なまちづくり", "101 訓練 < 1 @ 防災課", "2 元気なまちづくり", "201 商店街 < 2 @ 商工課"],
        ["101 Budget 2024 10 千円", "201 Budget 2024 40 千円"],
    ),
    "headings far below notes, under groups": (
        Sent(
            [
                *[[None]] * 6,
                ["※注意事項"],
                ["", "事業概要等", "", "予算・決算（千円）", ""],
                ["", "事業名", "担当", "R5決算", "R6予算"],
                ["", "訓練", "防災課", 10, 20],
            ],
            ("B8:C8", "D8:E8"),
        ),
        ["1 訓練 @ 防災課"],
        ["1 Settlement 2023 10 千円", "1 Budget 2024 20 千円"],
    ),
    "headings printed again on each page": (
        Sent(
            [
                ["事業名", "担当課", "R6予算（千円）"],
                ["訓練", "防災課", 10],
                ["2ページ"],
                ["事業名", "担当課", "R6予算（千円）"],
                ["堤防", "土木課", 20],
            ]
        ),
        ["1 訓練 @ 防災課", "2 堤防 @ 土木課"],
        ["1 Budget 2024 10 千円", "2 Budget 2024 20 千円"],
    ),
    "headings in two languages, in one cell": (
        Sent(
            [
                ["No.", "事務事業名\nProject", "担当課 / Section", "R6予算額（千円）\nBudget"],
                [1, "訓練", "防災課", "▲1,200"],
            ]
        ),
        ["1 訓練 @ 防災課"],
        ["1 Budget 2024 -1200 千円"],
    ),
    "headings in two languages, in two rows": (
        Sent(
            [
                ["番号", "事業名", "担当課", "R6予算（千円）"],
                ["Code", "Project name", "Section", "Budget FY2024"],
                ["1", "訓練", "防災課", 100],
            ]
        ),
        ["1 訓練 @ 防災課"],
        ["1 Budget 2024 100 千円"],
    ),
    "numbers of goals under one heading": (
        Sent(
            [
                ["施策体系", None, "SDGs", None, None, "主管課"],
                ["政策", "施策", 3, 11, 13, None],
                ["1 安全", "1-1 防災", None, "●", "●", "防災課"],
                [None, "1-2 消防", None, "●", None, "消防本部"],
            ],
            ("A1:B1", "C1:E1"),
        ),
        ["1 安全", "1-1 防災 < 1 @ 防災課", "1-2 消防 < 1 @ 消防本部"],
        [],
    ),
    "the title and the headings again on the second page": (
        Sent(
            [
                ["総務部　事業一覧", None, "1/2ページ"],
                ["事業ｺｰﾄﾞ", "事業名称", "R5決算額\n(千円)"],
                ["0101", "庁舎管理", "52"],
                ["総務部　事業一覧", None, "2/2ページ"],
                ["事業ｺｰﾄﾞ", "事業名称", "R5決算額\n(千円)"],
                ["0102", "研修", "3"],
            ],
            title="総務部",
        ),
        ["0101 庁舎管理 @ 総務部", "0102 研修 @ 総務部"],
        ["0101 Settlement 2023 52 千円", "0102 Settlement 2023 3 千円"],
    ),
    "two tables beside each other, each under its own title": (
        Sent(
            [
                ["令和６年度　重点事業（単位：千円）"],
                ["Ⅰ　福祉", None, None, None, "Ⅱ　教育"],
                ["No", "事業名", "予算額", None, "No", "事業名", "予算額"],
                [1, "見守り", 10, None, 1, "図書", 30],
                [2, "配食", 20, None, None, None, None],
            ]
        ),
        ["I 福祉", "I-1 見守り < I", "I-2 配食 < I", "II 教育", "II-1 図書 < II"],
        ["I-1 Budget 2024 10 千円", "I-2 Budget 2024 20 千円", "II-1 Budget 2024 30 千円"],
    ),
    "marks under the names of offices": (
        Sent([["施策番号", "施策名", "企画課", "総務課"], ["1", "防災", "○", "◎"], ["2", "広報", "○", None]]),
        ["1 防災 @ 企画課|総務課", "2 広報 @ 企画課"],
        [],
    ),
    "letters apart to fill the cell, and dates of which March belongs to the year before": (
        Sent(
            [["事業名", "担当課", "開始年月", "完了予定"], ["道路", "土　木　課", "H30.4", "R9.3"]],
        ),
        ["1 道路 @ 土木課"],
        [],
    ),
}
