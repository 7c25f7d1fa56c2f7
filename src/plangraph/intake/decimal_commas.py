"""Numbers as most of Europe writes them: 1.234,5 and 1 234,5 are 1234.5, and 1.204 and 3,5 beside them 1204 and 3.5."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.sheets import Sheet
    from plangraph.sheets.cells import Cell

PROOF = re.compile(r"[-+]?[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?:\s[0-9]{3})+),[0-9]+\D{0,12}")
"""What can only be read so."""
OPPOSITE = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+\D{0,12}")
"""What can only be read as in English."""
NUMBER = re.compile(
    r"(\D{0,12}?)([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:[0-9]{1,3}(?:\s[0-9]{3})+|[0-9]+),[0-9]+)(\D{0,12})"
)
LIST_OF_GOALS = re.compile(r"SDG", re.IGNORECASE)


def with_points(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Write numbers with a point before their fractions in the sheets of each file that shows that it uses a comma.

    A column that speaks of SDGs is left alone: 3,11 are two goals.
    """
    by_file: dict[str, list[str]] = {sheet.file: [] for sheet in sheets}
    for sheet in sheets:
        by_file[sheet.file] += (cell.strip() for row in sheet.rows for cell in row if isinstance(cell, str))
    european = {
        file
        for file, texts in by_file.items()
        if any(map(PROOF.fullmatch, texts)) and not any(map(OPPOSITE.fullmatch, texts))
    }
    return [_written_with_points(sheet) if sheet.file in european else sheet for sheet in sheets]


def _written_with_points(sheet: Sheet) -> Sheet:
    goals = {
        at for row in sheet.rows for at, cell in enumerate(row) if isinstance(cell, str) and LIST_OF_GOALS.search(cell)
    }
    rows = [[cell if at in goals else _with_point(cell) for at, cell in enumerate(row)] for row in sheet.rows]
    return replace(sheet, rows=rows)


def _with_point(cell: Cell) -> Cell:
    found = NUMBER.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return f"{found[1]}{found[2].replace('.', '').replace(',', '.')}{found[3]}" if found else cell
