"""Rows as a sheet of an Excel workbook that looks as if a person had made it.

Headings stay in sight and have filters, columns are as wide as what they hold, money, years and dates are such,
codes are text, and a printout is A4 landscape, as wide as the page, with the headings on each page.
"""

from __future__ import annotations

import io
import re
from copy import copy
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from plangraph.store.sheet_bounds import PADDING, sheet_title
from plangraph.store.sheet_widths import width_of, widths_of
from plangraph.store.terms import to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

    from plangraph.store.readable import Column, Reading
    from plangraph.store.terms import Row

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767  # characters: the limit of Excel
LINE_HEIGHT, HIGHEST = 15, 405
"""How high a line is, and a row at most (points)."""
FORMATS = {
    "money": "#,##0_0",
    "millions": "#,##0.0,,_0",
    "count": "#,##0_0",
    "number": "#,##0.##_0",
    "percent": "#,##0.0_0",
    "date": "yyyy-mm-dd",
}
"""How values are written; ``_0`` leaves a digit's room before the text of the column beside a number."""
GROUND, LINE = "E8EDF2", "B8C2CC"
FACE, SIZE = "Calibri", 11
"""The letters of Excel's own sheets."""
A4 = 9  # the number of the paper (ECMA-376 part 1, 18.3.1.63)
MARGIN, MARGIN_WITH_FOOT, FOOT = 0.4, 0.6, 0.3
"""How much of a page stays free, and how far from its end the number of the page stands (inches)."""
ABOUT = Words("この表について", "About this table")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")


def to_xlsx(reading: Reading) -> bytes:
    """Write rows as a workbook, and on a second sheet what was asked and where the facts come from."""
    from openpyxl import Workbook

    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    add_rows(book, reading)
    add_text(book, ABOUT.of(reading.lang), reading.about)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def add_rows(book: Workbook, reading: Reading) -> Worksheet:
    """Add a sheet with rows."""
    data = reading.as_data()
    columns = data.columns
    values = [[_value(data, row, column) for column in columns] for row in data.rows.rows]
    return add_table(book, data.title or "plangraph", columns, values)


def add_table(book: Workbook, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> Worksheet:
    """Add a sheet with values under headings.

    Parameters
    ----------
    book : Workbook
        The workbook.
    title : str
        What the sheet is called.
    columns : sequence of Column
        The headings.
    rows : sequence of sequence
        The values: numbers as numbers, dates as dates, anything else as text.
    """
    sheet: Worksheet = book.create_sheet(sheet_title(title))
    for place, column in enumerate(columns, start=1):
        _head(cast("Cell", sheet.cell(1, place)), column)
    looks: dict[tuple[str, bool, str | None], Cell] = {}
    for number, row in enumerate(rows, start=2):
        for place, (value, column) in enumerate(zip(row, columns, strict=True), start=1):
            cell = cast("Cell", sheet.cell(number, place))
            _look(cell, put(cell, value, column), column, looks)
    _set_widths(sheet, columns, rows)
    _set_heights(sheet)
    sheet.freeze_panes = "C2" if len(columns) > 2 else "A2"  # noqa: PLR2004 - code and label stay in sight
    sheet.auto_filter.ref = sheet.dimensions
    set_page(sheet)
    return sheet


def add_text(book: Workbook, title: str, lines: Sequence[tuple[str, str]]) -> Worksheet:
    """Add a sheet of text: what each line is about, and what it says."""
    from openpyxl.styles import Alignment

    sheet: Worksheet = book.create_sheet(sheet_title(title))
    for number, (name, text) in enumerate(lines, start=1):
        for place, words in enumerate((name, text), start=1):
            cell = cast("Cell", sheet.cell(number, place))
            cell.number_format = put(cell, words)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(number, 1).font = font(bold=True)
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = 100
    _set_heights(sheet)
    set_page(sheet)
    return sheet


def look_like(cell: Cell, other: Cell) -> None:
    """Let a cell look like another of its workbook, which is sooner done than to say how it looks."""
    cell._style = copy(other._style)  # type: ignore[attr-defined] # each has one; openpyxl itself copies cells so


def put(cell: Cell, value: Any, column: Column | None = None) -> str:
    """Write a value: a number as a number, a date as a date, and any text as text, whatever it begins with.

    Returns
    -------
    str
        The format of the cell.
    """
    if isinstance(value, int | float | Decimal | date) and not isinstance(value, bool):
        cell.value = value
        return FORMATS.get(column.holds, "General") if column else "General"
    if value in {None, ""}:
        return "General"
    cell.value = NOT_IN_XML.sub("", str(value))[:LONGEST_CELL]
    cell.data_type = "s"
    return "@"


def _look(cell: Cell, written: str, column: Column, looks: dict[tuple[str, bool, str | None], Cell]) -> None:
    """Let a cell look as its format and column have it: like the first that looks so, which is noted."""
    from openpyxl.styles import Alignment

    figure = isinstance(cell.value, int | float | Decimal)
    horizontal = ("right" if column.right else "left") if figure else None
    first = looks.setdefault((written, column.fixed, horizontal), cell)
    if first is cell:
        cell.number_format = written
        cell.alignment = Alignment(wrap_text=not column.fixed, vertical="top", horizontal=horizontal)
    else:
        look_like(cell, first)


def font(**looks: Any) -> Font:
    """Return the letters of a sheet with how some of them look; where no face is named, programs take any."""
    from openpyxl.styles import Font

    return Font(name=FACE, size=SIZE, **looks)


WIDE_SCALE = 75
"""In percent, how large a sheet is printed that goes over several pages from the left to the right."""


def set_page(sheet: Worksheet, *, wide: bool = False) -> None:
    """Let a sheet be printed on A4 landscape with its first row on each page, as wide as the page or, if wide, several.

    Columns side by side that have nothing to do with each other are read on several pages, not in tiny letters on one.
    """
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not wide)
    if wide:
        sheet.page_setup.scale, sheet.page_setup.pageOrder = WIDE_SCALE, "overThenDown"
    sheet.page_margins = PageMargins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=MARGIN_WITH_FOOT, footer=FOOT)
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P / &N"  # type: ignore[union-attr] # each sheet has one, which is falsy while empty


def _value(reading: Reading, row: Row, column: Column) -> Any:
    match [to_python(row[place]) for place in column.indexes]:
        case [int() | Decimal() | float() as value] if not isinstance(value, bool) and column.holds != "code":
            return value
    text = reading.cell(row, column)
    return date.fromisoformat(text) if column.holds == "date" and DATE.fullmatch(text) else text


def _head(cell: Cell, column: Column) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    cell.number_format = put(cell, column.title)
    cell.font = font(bold=True)
    cell.fill = PatternFill("solid", fgColor=GROUND)
    cell.border = Border(bottom=Side(style="thin", color=LINE))
    cell.alignment = Alignment(
        wrap_text=True,
        vertical="center",
        horizontal="right" if column.right else "left",
        indent=1 if column.right else 0,
    )


def _set_widths(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> None:
    from openpyxl.utils import get_column_letter

    for place, width in enumerate(widths_of(columns, rows), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _set_heights(sheet: Worksheet) -> None:
    """Make each row as high as the lines of its wrapped cells: not every program does so by itself."""
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        wrapped = [cell for cell in cells if cell.alignment.wrap_text and cell.value is not None]
        lines = max((_lines(str(cell.value), _room(sheet, cell)) for cell in wrapped), default=1)
        if lines > 1:
            sheet.row_dimensions[number].height = min(lines * LINE_HEIGHT, HIGHEST)


def _lines(text: str, room: int) -> int:
    return sum(max(1, -(-width_of(line) // room)) for line in text.split("\n"))


def _room(sheet: Worksheet, cell: Any) -> int:
    return int(sheet.column_dimensions[cell.column_letter].width) - PADDING
