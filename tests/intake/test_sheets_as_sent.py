"""A drawer of sheets as cities send them, made up: each is read rightly, or left out and said."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests.intake import (
    sheets_as_published,
    sheets_in_english,
    sheets_of_headings,
    sheets_of_indicators,
    sheets_of_layouts,
    sheets_of_money,
)
from tests.intake.as_drafted import carried, elements, figures
from tests.intake.sheets_as_sent import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

DRAWER = (
    sheets_of_layouts.CASES
    | sheets_of_headings.CASES
    | sheets_of_money.CASES
    | sheets_of_indicators.CASES
    | sheets_in_english.CASES
    | sheets_as_published.CASES
)


@pytest.mark.parametrize("name", DRAWER)
def test_a_sheet_is_read_rightly(name: str, tmp_path: Path) -> None:
    sent, expected, numbers = DRAWER[name]
    tables, _ = carried(write_workbook(tmp_path / "sheet.xlsx", sent))
    assert elements(tables) == expected
    assert figures(tables) == numbers


@pytest.mark.long
def test_three_thousand_rows_are_imported_within_ten_seconds(tmp_path: Path) -> None:
    lines = ["施策名,事業番号,事業名,担当課,R5決算額（千円）,R6予算額（千円）,成果指標,単位,R5実績値,備考"]
    lines += [
        f"施策{at // 50},{at},事業の名称{at},第{at % 90}課,{at},{at * 2},指標{at},件,{at},備考の文"
        for at in range(3000)
    ]
    (tmp_path / "a.csv").write_text("\n".join(lines), "utf-8")
    begin = time.process_time()
    tables, _ = carried(tmp_path / "a.csv")
    assert time.process_time() - begin < 10
    assert len(tables["observations"]) == 9000
