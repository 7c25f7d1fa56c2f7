"""Figures in sheets: of which kind, year and unit they are, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from tests.intake.as_drafted import carried, elements, evaluations, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.fiscal_years import fiscal_years_in
from plangraph.intake.values import figure

if TYPE_CHECKING:
    from pathlib import Path


def test_figures_without_year_or_unit_are_left_out_and_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "予算額", "R6決算額", "R5予算額（千円）"], ["訓練", 10, 20, "三十"]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert tables["observations"] == []
    assert {cell.why: cell.text for cell in carrying.account.left} == {"no year": "10", "no unit": "20"}
    assert carrying.account.carried == 2


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1億2千万円", "120000000", "円"),
        ("3万5千円", "35000", "円"),
        ("5千万円", "50000000", "円"),
        ("8億5,000万円", "850000000", "円"),
        ("1.5百万円", "1.5", "百万円"),
        ("3.2万人", "32000", "人"),
        ("900千t-CO2", "900", "千t-CO2"),
        ("１，２３４㎡", "1234", "m2"),
        ("▲５", "-5", ""),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: str, unit: str) -> None:
    found = figure(text)
    assert found is not None
    assert (found.value, found.unit) == (value, unit)


def test_what_is_planned_is_told_from_what_is_budgeted(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事業名", "令和6年度（百万円）", None, None, "令和7年度（百万円）", None, None],
        [None, "計画額", "予算額", "決算額", "計画額", "予算額", "決算額"],
        ["訓練", 10, 9.5, "－", 20, 18, None],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A1:A2", "B1:D1", "E1:G1"))))
    assert figures(tables) == [
        *("1 PlannedCost 2024 10 百万円", "1 Budget 2024 9.5 百万円"),
        *("1 PlannedCost 2025 20 百万円", "1 Budget 2025 18 百万円"),
    ]


def test_a_year_beside_a_value_is_that_of_the_value_only(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策名", "指標名", "単位", "基準値", None, "目標値", None, "進捗状況"],
        [None, None, None, "年度", "値", "年度", "値", None],
        ["防災", "参加者数", "人", "R1", "1,024", "R6", "約1,500", "順調"],
    ]
    merged = ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:H2")
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, merged)))
    assert figures(tables) == ["1.1 BaselineValue 2019 1024", "1.1 TargetValue 2024 about 1500"]
    assert evaluations(tables) == []
    assert [cell.why for cell in carrying.account.left] == ["no year"]


def test_a_year_in_a_cell_is_that_of_its_figure(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策名", "数値目標", "現状値\n（年度）", "目標値\n（令和7年度）"],
        ["ごみ", "排出量", "850ｇ（R2）", "820ｇ"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert figures(tables) == ["1.1 BaselineValue 2020 850 g", "1.1 TargetValue 2025 820 g"]


@pytest.mark.parametrize("merged", [("A2:A3", "B2:B3", "C2:C3"), ()])
def test_rows_may_say_what_their_figures_are(merged: tuple[str, ...], tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策", "指標名", "単位", "区分", "R5", "R6"],
        ["１ 子育て", "待機児童数", "人", "目標", 5, None],
        [None, None, None, "実績", 7, 6],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, merged)))
    assert figures(tables) == ["1.1 TargetValue 2023 5", "1.1 ActualValue 2023 7", "1.1 ActualValue 2024 6"]


def test_a_budget_book_names_its_years_and_its_unit_once(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["令和７年度歳出予算"],
        ["款", "事業名", "本年度予算額", "前年度予算額", "財源内訳", None],
        [None, None, "千円", "千円", "国県支出金", "一般財源"],
        ["２ 総務費", "庁舎管理", "120", "118", "0", "120"],
        [None, "秘書", "3", "△1", "0", "3"],
        [None, "款計", "123", "117", "0", "123"],
    ]
    merged = ("A2:A3", "B2:B3", "E2:F2", "A4:A6")
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, merged)))
    assert elements(tables) == ["1 庁舎管理", "2 秘書"]
    assert figures(tables) == [
        *("1 Budget 2025 120 千円", "1 Budget 2024 118 千円", "1 Grants 2025 0 千円", "1 GeneralFunds 2025 120 千円"),
        *("2 Budget 2025 3 千円", "2 Budget 2024 -1 千円", "2 Grants 2025 0 千円", "2 GeneralFunds 2025 3 千円"),
    ]


def test_costs_under_a_settlement_were_spent(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "令和5年度決算（千円）", None], [None, "事業費", "人件費"], ["訓練", 10, 5]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A1:A2", "B1:C1"))))
    assert figures(tables) == ["1 Settlement 2023 10 千円", "1 PersonnelCost 2023 5 千円"]


def test_one_cost_under_a_budget_and_a_settlement_is_of_two_kinds(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["（単位：千円）"],
        ["事業名", "R4決算", None, "R5予算", None, "R5決算", None],
        [None, "事業費", "トータルコスト", "事業費", "トータルコスト", "事業費", "トータルコスト"],
        ["訓練", 10, 15, 9, 14, 8, 13],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("A2:A3", "B2:C2", "D2:E2", "F2:G2"))))
    assert figures(tables) == [
        *("1 Settlement 2022 10 千円", "1 トータルコスト決算 2022 15 千円", "1 Budget 2023 9 千円"),
        *("1 トータルコスト予算 2023 14 千円", "1 Settlement 2023 8 千円", "1 トータルコスト決算 2023 13 千円"),
    ]
    assert not carrying.account.left
    assert [row["label_ja"] for row in tables["plans"]] == ["a"], "a note of the unit is no title"


def test_a_formula_that_failed_is_no_value_and_is_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [["番号", "事業名", "R6予算額（千円）"], [1, "訓練", "#DIV/0!"], [2, "#REF!", 20]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables) == ["1 訓練", "2"]
    assert figures(tables) == ["2 Budget 2024 20 千円"]
    assert [(cell.why, cell.text) for cell in carrying.account.left] == [("fault", "#DIV/0!"), ("fault", "#REF!")]


def test_a_number_is_read_as_it_is_shown_in_percent(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["施策", "指標", "単位", "R5実績値"],
        ["防災", "備蓄率", "％", 0.853],
        ["防災", "率", "％", 12.5],
    ]
    path = write_workbook(tmp_path / "a.xlsx", Sent(rows))
    book = load_workbook(path)
    book.worksheets[0]["D2"].number_format = '0.0%;"減"0.0%'
    book.worksheets[0]["D3"].number_format = '0.0"%"'
    book.save(path)
    assert figures(carried(path)[0]) == ["1.1 ActualValue 2023 85.3 %", "1.2 ActualValue 2023 12.5 %"]


def test_a_formula_that_nothing_has_computed_is_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [["番号", "事業名", "R6予算額（千円）"], [1, "訓練", "=10+5"], [2, "備蓄", 20]]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert figures(tables) == ["2 Budget 2024 20 千円"]
    assert [(cell.row, cell.column, cell.why) for cell in carrying.account.left] == [(2, "C", "fault")]


def test_marks_of_a_schedule_are_carried_as_notes(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事業名", "実施年度", None],
        [None, "R6", "R7"],
        ["整備", "○", "→"],
        ["更新", None, "○"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows, ("B1:C1",))))
    assert [row.get("note_ja") for row in tables["elements"]] == ["実施年度 R6: ○ / 実施年度 R7: →", "実施年度 R7: ○"]


def test_a_period_is_where_something_begins_and_ends(tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "事業期間"], ["道路", "R4～R8"], ["庁舎", "2023-2027"], ["水路", "H30〜"]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    told = [(row.get("start"), row.get("end")) for row in tables["elements"]]
    assert told == [("2022", "2026"), ("2023", "2027"), ("2018", None)]


def test_a_row_under_a_cost_is_the_share_that_it_says_and_no_other(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事業名", "区分", "R6事業費（千円）"],
        ["訓練", "その他", 1],
        ["訓練", "国庫支出金", 20],
        ["訓練", "県支出金", 5],
        ["訓練", "一般財源", 30],
        ["訓練", "事業費", 56],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert figures(tables) == ["1 GeneralFunds 2024 30 千円", "1 Budget 2024 56 千円"]
    assert [(cell.why, cell.text) for cell in carrying.account.left] == [("no kind", text) for text in ("1", "20", "5")]


@pytest.mark.parametrize(("file", "year"), [("s5.xlsx", None), ("t4.xlsx", None), ("r5.xlsx", "2023")])
def test_the_letter_of_an_old_era_in_the_name_of_a_file_is_no_year(file: str, year: str | None, tmp_path: Path) -> None:
    rows: list[list[object]] = [["事業名", "予算額（千円）"], ["訓練", 10]]
    tables, _ = carried(write_workbook(tmp_path / file, Sent(rows)))
    assert [row["fiscal_year"] for row in tables["observations"]] == ([year] if year else [])


def test_the_year_of_a_building_is_not_that_of_its_figures(tmp_path: Path) -> None:
    rows: list[list[object]] = [["令和6年度"], ["施設名", "建築年度", "決算額（円）"], ["公民館", "S55", 10]]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert figures(tables) == ["1 Settlement 2024 10 円"]


def test_a_part_after_the_sums_of_two_years_is_of_neither(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["事業名", "R7予算額（円）", "R6予算額（円）", "うち一般財源（円）"],
        ["訓練", 30, 20, 25],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert figures(tables) == ["1 Budget 2025 30 円", "1 Budget 2024 20 円"]


def test_the_months_before_april_belong_to_the_fiscal_year_before() -> None:
    assert fiscal_years_in("H30.4～R9.3") == [2018, 2026]
    assert fiscal_years_in("2020-03-31") == [2019]
    assert fiscal_years_in("令和元年度から令和5年まで") == [2019, 2023]
    assert fiscal_years_in("R5-7") == [2023]


@pytest.mark.parametrize(
    ("heads", "unit"),
    [
        (["施策", "KPI", "単位", "目標値（R6）"], "（単位の記載なし）"),
        (["Measure", "KPI", "Unit", "Target 2024"], "(no unit stated)"),
    ],
)
def test_an_indicator_s_ratio_range_and_number_without_a_unit_are_kept(
    heads: list[object], unit: str, tmp_path: Path
) -> None:
    rows: list[list[object]] = [
        heads,
        ["A", "x", "", 1.35],
        ["A", "y", "", "1:10"],
        ["A", "z", "km", "3"],
        ["A", "w", "", "5～8件"],
    ]
    tables, _ = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    told = [(row["value"], row.get("unit", "")) for row in tables["observations"]]
    assert told == [("1.35", unit), ("1:10", ""), ("3", ""), ("5～8件", "")]
