"""Cells, headings and columns of the workbook of a dataset: what is text stays text, and lists are to choose from."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, cast

from plangraph.column_words import REQUIRED
from plangraph.store.spreadsheet import LONGEST_CELL, NOT_IN_XML, font, look_like, set_page
from plangraph.tables.excel import holds_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

ROOM = 500
"""How many rows below those that are filled take texts and lists."""
NEEDED, OPTIONAL, LINE = "FFE9B8", "E8EDF2", "B8C2CC"
WIDEST, NARROWEST = 44, 9  # widths of columns, in letters as Excel counts them
NUMBER = re.compile(r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$")
MOST_DIGITS = 15
"""How many digits a number has at most that Excel keeps exact."""


def put(sheet: Worksheet, row: int, column: int, value: str | float) -> None:
    """Write a number as a number, and any text as text, whatever it begins with."""
    if value == "":
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = NOT_IN_XML.sub("", value)[:LONGEST_CELL]
        cell.data_type = "s"
        cell.number_format = "@"
    else:
        cell.value = value


def exact_number(text: str) -> str | int | float:
    """Return a number that Excel keeps exact as one, anything else as the text that it is."""
    if not NUMBER.match(text) or len(text.strip("-").replace(".", "")) > MOST_DIGITS:
        return text
    if "." not in text:
        return int(text)
    try:
        return float(text) if f"{Decimal(repr(float(text))):f}" == text and not text.endswith("0") else text
    except InvalidOperation:
        return text


def write_heads(sheet: Worksheet, heads: Sequence[tuple[str, str, bool]]) -> None:
    """Write the row of headings: each its title, the note on it, and whether its column must be filled."""
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    looks: dict[bool, Cell] = {}
    for place, (title, note, needed) in enumerate(heads, 1):
        marked = needed and bool(note)
        put(sheet, 1, place, title + (REQUIRED if marked else ""))
        cell = cast("Cell", sheet.cell(1, place))
        if (first := looks.setdefault(marked, cell)) is cell:
            cell.font = font(bold=True)
            cell.fill = PatternFill("solid", fgColor=NEEDED if marked else OPTIONAL)
            cell.border = Border(bottom=Side(style="thin", color=LINE))
            cell.alignment = Alignment(wrap_text=True, vertical="center")
        else:
            look_like(cell, first)
        if note:
            add_note(sheet, 1, place, note)


def add_note(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Put a note on a cell."""
    from openpyxl.comments import Comment

    comment = Comment(text, "plangraph")
    comment.width, comment.height = 320, 90
    sheet.cell(row, column).comment = comment


def finish(
    sheet: Worksheet, rows: int, columns: Sequence[str], lists: Mapping[str, str], scope: str, numbers: set[str]
) -> None:
    """Set widths, lists and the format of text, also for rows that are still to be filled."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = rows + 1 + ROOM
    for place, name in enumerate(columns, 1):
        letter = get_column_letter(place)
        seen = [sheet.cell(number, place).value for number in range(1, min(rows, 200) + 2)]
        widest = max((width_of(value) for value in seen if value is not None), default=0)
        sheet.column_dimensions[letter].width = min(max(widest, NARROWEST), WIDEST) + 2
        if name not in numbers:
            sheet.column_dimensions[letter].number_format = "@"
        if area := lists.get(scope + name) or lists.get(name):
            listed = DataValidation("list", formula1=f"={area}", allow_blank=True, showErrorMessage=False)
            listed.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(listed)
    coded = [place for place, name in enumerate(columns, 1) if name not in numbers and not holds_words(name)]
    spare = [cast("Cell", sheet.cell(rows + 2 + at, place)) for at in range(min(ROOM, 100)) for place in coded]
    for at, cell in enumerate(spare):
        if at:
            look_like(cell, spare[0])
        else:
            cell.number_format = "@"
    sheet.freeze_panes = "C2" if len(columns) > 4 else "A2"  # noqa: PLR2004 - code and name stay in sight
    set_page(sheet)


def width_of(value: object) -> int:
    """Return how wide the first line of a value is, in letters of Latin width."""
    return sum(2 if ord(letter) > 0xFF else 1 for letter in str(value).split("\n")[0])  # noqa: PLR2004
