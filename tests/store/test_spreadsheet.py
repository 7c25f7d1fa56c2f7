"""A sheet looks as if a person had made it, and holds nothing that Excel would refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from plangraph.store.readable import Column
from plangraph.store.spreadsheet import LONGEST_CELL, add_table, add_text, put, set_page

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from plangraph.store.columns import Holds


def sheet_of(*columns: tuple[str, Holds], rows: tuple[tuple[Any, ...], ...] = (), title: str = "Rows") -> Worksheet:
    return add_table(Workbook(), title, [Column(words, holds) for words, holds in columns], rows)


@pytest.mark.parametrize(
    ("heading", "value", "width"),
    [
        ("Code", "1-1", 8),
        ("A heading of many words", "1-1", 12),
        ("Budget of the year (yen)", "1-1", 20),
        ("Code", "twenty letters, no more", 23),
        ("Code", "二倍の幅の文字で書いた名称", 26),
        ("Code", 1_234_567_890, 13),
        ("Code", "long " * 20, 64),
        ("Code", None, 8),
    ],
)
def test_a_column_is_as_wide_as_what_it_holds_within_bounds(heading: str, value: object, width: int) -> None:
    sheet = sheet_of((heading, "text"), rows=(("1",), (value,)))

    assert sheet.column_dimensions["A"].width == width + 2


def test_a_row_is_as_high_as_the_lines_of_its_longest_text() -> None:
    sheet = sheet_of(("Code", "code"), ("Text", "text"), rows=(("1", "word " * 28), ("2", "a\nb"), ("3", "short")))

    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [45, 30, None]
    assert sheet_of(("Text", "text"), rows=(("line\n" * 60,),)).row_dimensions[2].height == 405


@pytest.mark.parametrize(("columns", "frozen"), [(2, "A2"), (3, "C2")])
def test_headings_stay_in_sight_and_of_many_columns_the_code_and_name(columns: int, frozen: str) -> None:
    names: list[tuple[str, Holds]] = [("Name", "label")] * columns
    assert sheet_of(*names).freeze_panes == frozen


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b[c]:d*e?f", "a b c  d e f"),
        ("x" * 31, "x" * 31),
        ("x" * 32, "x" * 31),
        ("aa " + "x" * 28 + " and more", "aa " + "x" * 28),
        ("aa " + "x" * 29 + " and more", "aa"),
        ("One question only (with what is asked beside it)", "One question only"),
        ("問いの題名（年度）", "問いの題名（年度）"),
    ],
)
def test_a_sheet_is_called_as_excel_takes_it(title: str, name: str) -> None:
    assert sheet_of(("Code", "code"), title=title).title == name


def test_a_text_is_what_excel_can_hold() -> None:
    sheet = Workbook().create_sheet()
    put(sheet["A1"], "a\x00b\uffffc")
    put(sheet["A2"], "x" * (LONGEST_CELL + 1))
    put(sheet["A3"], True)

    assert (sheet["A1"].value, len(sheet["A2"].value), sheet["A3"].value) == ("abc", LONGEST_CELL, "True")
    assert {sheet[place].data_type for place in ("A1", "A2", "A3")} == {"s"}


def test_figures_and_their_heading_stand_at_the_right() -> None:
    sheet = sheet_of(("Budget", "money"), ("Name", "label"), rows=((1, "x"), ("none", "y")))
    places = {
        cell: (sheet[cell].alignment.horizontal, sheet[cell].alignment.indent) for cell in ("A1", "A2", "A3", "B2")
    }

    assert places == {"A1": ("right", 1), "A2": ("right", 0), "A3": (None, 0), "B2": (None, 0)}
    assert [sheet[cell].alignment.wrap_text for cell in ("A1", "A2", "B2")] == [True, False, True]


def fits(sheet: Worksheet) -> bool:
    return bool(sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)


def test_a_printout_is_a4_landscape_as_wide_as_the_page_or_several() -> None:
    sheet = sheet_of(("Code", "code"))
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert (fits(sheet), sheet.HeaderFooter.oddFooter.center.text) == (True, "&P / &N")  # type: ignore[union-attr]
    set_page(sheet, wide=True)
    assert not fits(sheet)
    assert (setup.scale, setup.pageOrder) == (75, "overThenDown")


def test_a_sheet_of_text_says_what_each_line_is_about() -> None:
    sheet = add_text(Workbook(), "About", [("Source", "The city"), ("Note", "long " * 50)])

    assert [[cell.value for cell in row] for row in sheet["A1:B1"]] == [["Source", "The city"]]
    assert (sheet["A1"].font.bold, sheet["B1"].font.bold) == (True, False)
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (20, 100)
    assert (sheet.row_dimensions[1].height, sheet.row_dimensions[2].height) == (None, 45)
