"""What the format of a cell says of its value: how a number is shown, and what only a colour says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from openpyxl.styles import PatternFill
from tests.intake.as_drafted import carried, elements, figures
from tests.intake.sheets_as_sent import Sent, write_workbook

from plangraph.sheets.number_formats import shown_by

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("format_code", "value", "shown"),
    [
        ("#,##0,", 1234567, 1234.567),
        ("#,##0,,", 1234567000, 1234.567),
        ('#,##0.0,,"百万円"', 1234567000, "1234.567百万円"),
        ("000", 7, "007"),
        ("00-000", 12345, "12-345"),
        ('00"-"000', 345, "00-345"),
        ('#,##0"千円"', 1200, "1200千円"),
        ("0.0%", 0.853, "85.3%"),
        ("000", "a", "a"),
        ("#,##0,", True, True),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(format_code: str, value: float | str, shown: float | str) -> None:
    told = shown_by(format_code)
    assert told is not None
    assert told.of(value) == shown


@pytest.mark.parametrize(
    "format_code", ["General", "0", "#,##0", "#,##0_ ;[Red]\\-#,##0\\ ", '"¥"#,##0', "yyyy/m/d", "@"]
)
def test_other_formats_change_nothing(format_code: str) -> None:
    assert shown_by(format_code) is None


def test_thousands_and_zeros_before_codes_are_read_as_shown(tmp_path: Path) -> None:
    rows: list[list[object]] = [["番号", "事業名", "R7予算額（千円）"], [1, "訓練", 1234567], [12, "備蓄", 2000000]]
    path = write_workbook(tmp_path / "a.xlsx", Sent(rows))
    book = load_workbook(path)
    for row in (2, 3):
        book.worksheets[0][f"A{row}"].number_format = "000"
        book.worksheets[0][f"C{row}"].number_format = "#,##0,"
    book.save(path)
    tables, _ = carried(path)
    assert elements(tables) == ["001 訓練", "012 備蓄"]
    assert figures(tables) == ["001 Budget 2025 1234.567 千円", "012 Budget 2025 2000 千円"]


def test_cells_that_are_only_coloured_are_said(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", Sent([["施策", "担当課", *range(1, 18)], ["防災", "防災課"], ["福祉", "福祉課"]])
    )
    book = load_workbook(path)
    book.worksheets[0]["M2"].fill = PatternFill("solid", fgColor="FFFF0000")
    book.save(path)
    tables, carrying = carried(path)
    assert elements(tables) == ["1 防災 @ 防災課", "2 福祉 @ 福祉課"]
    assert any("色だけのセルが 1 ある" in said.ja for said in carrying.account.made)
