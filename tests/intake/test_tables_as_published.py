"""More kinds of tables as cities publish them, made up: read rightly, or left out and said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from tests.intake.as_drafted import carried, elements, evaluations, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.fiscal_years import fiscal_years_in

if TYPE_CHECKING:
    from pathlib import Path

CASES: dict[str, tuple[Sent, list[str], list[str]]] = {
    "an account of the budget as the sheet's name, which is no office": (
        Sent(
            [["R6"], ["款", "項", "事業名", "担当課", "予算額（千円）"], ["2", "1", "広報", "広報課", 8]],
            (),
            "一般会計",
        ),
        ["1 広報 @ 広報課"],
        ["1 Budget 2024 8 千円"],
    ),
    "shares of a sum in rows, with the sum below them": (
        Sent(
            [
                ["実施計画（単位：千円）"],
                ["事業名", "財源", "令和７年度"],
                ["保育所", "国庫", 30],
                [None, "市債", 20],
                [None, "その他", 1],
                [None, "一般", 9],
                [None, "計", 60],
            ],
            ("A3:A7",),
        ),
        ["1 保育所"],
        ["1 Grants 2025 30 千円", "1 Bonds 2025 20 千円", "1 GeneralFunds 2025 9 千円", "1 Budget 2025 60 千円"],
    ),
    "offices on three levels, blank where they are the same, and a thing listed again by another": (
        Sent(
            [
                ["令和７年度", None, None, None, "（千円）"],
                ["部", "課", "係", "事業名", "予算額"],
                ["市民部", "市民課", "窓口係", "窓口", 12],
                [None, None, "戸籍係", "戸籍", 8],
                ["福祉部", "福祉課", "地域係", "民生委員", 9],
                [None, None, None, "窓口（再掲）", "(12)"],
            ]
        ),
        ["1 窓口 @ 窓口係", "2 戸籍 @ 戸籍係", "3 民生委員 @ 地域係"],
        ["1 Budget 2025 12 千円", "2 Budget 2025 8 千円", "3 Budget 2025 9 千円"],
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
    "years of which nothing says whether they are targets": (
        Sent([["施策名", "指標", "単位", "R4", "R5"], ["防災", "参加者", "人", 10, 12]]),
        ["1 防災"],
        [],
    ),
    "values to the left of the indicator's name": (
        Sent([["施策名", "R5実績", "R6目標", "指標名", "単位"], ["防災", 52, 60, "組織率", "％"]]),
        ["1 防災"],
        ["1.1 ActualValue 2023 52", "1.1 TargetValue 2024 60"],
    ),
    "a row for each year and kind": (
        Sent(
            [
                ["施策名", "指標名", "単位", "年度", "区分", "値"],
                ["防災", "組織率", "％", "令和4年度", "目標", 60],
                ["防災", "組織率", "％", "令和4年度", "実績", 58.2],
            ]
        ),
        ["1 防災"],
        ["1.1 TargetValue 2022 60", "1.1 ActualValue 2022 58.2"],
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
    "actions in English, with codes and millions of yen": (
        Sent([["Strategy", "Action ID", "Action", "FY2024 Budget (JPY million)"], ["1.1 Solar", "A-1", "Panels", 120]]),
        ["1.1 Solar", "A-1 Panels < 1.1"],
        ["A-1 Budget 2024 120 百万円"],
    ),
    "what was done in words, without indicators": (
        Sent([["令和５年度"], ["取組項目", "実績"], ["電子決裁", "12業務に導入"], ["定員", "△3人"], ["窓口", "実施"]]),
        ["1 電子決裁", "2 定員", "3 窓口"],
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_table_is_read_rightly(name: str, tmp_path: Path) -> None:
    sent, expected, numbers = CASES[name]
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", sent))
    assert elements(tables) == expected
    assert figures(tables) == numbers


def test_chapters_on_sheets_of_their_own_stand_above_their_rows(tmp_path: Path) -> None:
    book = Workbook()
    for number, title, name in ((1, "安全", "訓練"), (2, "産業", "支援")):
        rows = [[f"第{number}章　{title}なまち"], ["節", "事業名"], [f"第１節　{title}", name]]
        path = write_workbook(tmp_path / "a.xlsx", Sent(rows, (), f"{number}章"), book)
    assert elements(carried(path)[0]) == [
        *("1 安全なまち", "1-1 安全 < 1", "1-1-1 訓練 < 1-1"),
        *("2 産業なまち", "2-1 産業 < 2", "2-1-1 支援 < 2-1"),
    ]


def test_a_mark_in_one_of_several_columns_is_the_grade_or_direction_over_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和５年度　評価（Ａ：順調　Ｂ：遅れ）"],
        ["事業名", "評価", None, "今後の方向性", None, None],
        [None, "Ａ", "Ｂ", "拡充", "継続", "廃止"],
        ["防犯灯", "○", None, "○", None, None],
        ["広報車", None, "○", None, None, "○"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A2:A3", "B2:C2", "D2:F2"))))
    assert evaluations(tables) == ["1 A 拡充", "2 B 廃止"]


def test_goals_stand_over_columns_by_their_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策番号", "施策名", "貧困をなくそう", "11 住み続けられるまちづくりを"],
        ["1", "防災", None, "●"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [row["object"] for row in tables["links"]] == ["sdg:11"]


def test_rows_with_different_sums_of_one_thing_are_left_out_and_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["会計年度", "款名", "事業コード", "事業名", "節名", "予算額（円）"],
        [2024, "総務費", "01", "計画", "報酬", 120],
        [2024, "総務費", "01", "計画", "委託料", 340],
        [2024, "総務費", "02", "広報", "需用費", 50],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["01 計画", "02 広報"]
    assert figures(tables) == ["02 Budget 2024 50 円"]
    assert [(cell.row, cell.text) for cell in carrying.account.left if cell.why == "several"] == [
        (2, "120"),
        (3, "340"),
    ]
    assert [column.carried for column in carrying.account.columns if column.column == "F"] == [1]


def test_codes_that_excel_has_made_dates_are_left_out_and_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [["施策番号", "施策名"], [date(2025, 1, 1), "防災"], ["1-2", "防犯"]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 防災", "1-2 防犯"]
    assert [(cell.why, cell.text) for cell in carrying.account.left] == [("date code", "2025/01/01")]


def test_the_months_before_april_belong_to_the_fiscal_year_before() -> None:
    assert fiscal_years_in("H30.4～R9.3") == [2018, 2026]
    assert fiscal_years_in("2020-03-31") == [2019]
    assert fiscal_years_in("令和元年度から令和5年まで") == [2019, 2023]
    assert fiscal_years_in("R5-7") == [2023]
