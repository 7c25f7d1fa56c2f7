"""Cells of which nobody can say what they mean: left out, and said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.intake.as_drafted import carried, elements, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

if TYPE_CHECKING:
    from pathlib import Path


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


def test_codes_of_which_excel_has_lost_the_last_zero_are_left_out_and_said(tmp_path: Path) -> None:
    codes = [1.1, *(1 + at / 10 for at in range(2, 10)), 1.1, 1.11, 2.1]
    rows: list[list[object]] = [["施策番号", "施策名"], *([code, f"施策{at}"] for at, code in enumerate(codes, 1))]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert elements(tables)[8:] == ["1.9 施策9", "10 施策10", "1.11 施策11", "2.1 施策12"]
    assert [(cell.why, cell.row) for cell in carrying.account.left] == [("lost zero", 11)]


def test_a_code_that_is_missing_between_others_is_said_where_excel_may_have_shortened_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["施策番号", "施策名"], ["1.1", "防災"], ["1.11", "防犯"], ["1.9", "交通"]]
    _, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert [said.ja for said in carrying.account.made if "1.10" in said.ja]


def test_a_cell_with_a_budget_over_a_settlement_is_said(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["番号", "事業名", "R5予算額（千円）"],
        [1, "訓練", "12\n11"],
        [2, "備蓄", 3],
        [3, "避難", 4],
    ]
    tables, carrying = carried(write_workbook(tmp_path / "a.xlsx", Sent(rows)))
    assert figures(tables) == ["2 Budget 2023 3 千円", "3 Budget 2023 4 千円"]
    assert [(cell.why, cell.text) for cell in carrying.account.left] == [("two numbers", "12 11")]
