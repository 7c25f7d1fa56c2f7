"""How wide the columns of a sheet are: as what they hold, or so that a page shows them in letters that can be read."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from plangraph.store.sheet_bounds import BRACKET, LAST_NARROW, NARROWEST, PADDING, WIDEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.store.columns import Holds
    from plangraph.store.readable import Column

LEAST, LEAST_OF_TEXT, LONGEST_WORD = 4, 10, 20
"""How many characters of a column are left at least, of one with more text too, and up to how many a word is kept
whole."""
TITLE, TITLE_WITH_UNIT = 12, 20
"""How much of a column's heading stands on one line where there is room: a unit in brackets is not broken."""
MILLION = 1_000_000
PAPER = 225
"""How many characters stand side by side on A4 landscape, at two thirds of their size."""
STEP, SAMPLE = 2, 80
"""By how many characters columns are narrowed, and on how many rows that is tried."""
WORD = re.compile(r"[!-,.-~]+-?")
"""What is not broken: a hyphen ends a line."""


def widths_of(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Return how many characters each column of a sheet is wide.

    Columns that are wider together than a page are narrowed where that makes the fewest lines more; numbers and
    codes are never broken.

    Parameters
    ----------
    columns : sequence of Column
        The columns.
    rows : sequence of sequence
        The values.
    """
    held = [[width_of(row[place], column.holds) for row in rows] for place, column in enumerate(columns)]
    titles = [
        (width_of(column.title), TITLE_WITH_UNIT if BRACKET.search(column.title) else TITLE) for column in columns
    ]
    widths = [
        min(max(max(cells, default=0), min(*title), NARROWEST), WIDEST) + PADDING
        for cells, title in zip(held, titles, strict=True)
    ]
    least = [min(_least(column, rows, place) + PADDING, widths[place]) for place, column in enumerate(columns)]
    if sum(widths) > PAPER:
        fixed = {place for place, column in enumerate(columns) if column.fixed}
        widths = [least[place] if place in fixed else width for place, width in enumerate(widths)]
        every = max(1, len(rows) // SAMPLE)
        sample = [[width for width, _ in titles], *zip(*(cells[::every] for cells in held), strict=True)]
        _narrow(widths, least, sample)
    return widths


def width_of(value: Any, holds: Holds = "text") -> int:
    """Return how many characters of half width a value takes in a column that holds something."""
    words = str("" if value is None else value)
    if isinstance(value, int | Decimal):
        words = f"{value / MILLION:,.1f}" if holds == "millions" else f"{value:,}"
    return sum(2 if letter > LAST_NARROW else 1 for letter in words)


def _least(column: Column, rows: Sequence[Sequence[Any]], place: int) -> int:
    """Return how many characters a column has to show in a line: a whole number or code, or its longest word.

    The words of its heading are not broken either.
    """
    values = [row[place] for row in rows if row[place] is not None]
    held = max((width_of(value, column.holds) for value in values), default=0)
    if column.fixed:
        return max(LEAST, _longest_word(column.title), held)
    return max(min(LEAST_OF_TEXT, held), _longest_word(column.title, *map(str, values)))


def _longest_word(*texts: str) -> int:
    """Return how many characters the longest Latin word of some texts has, as far as words are kept whole."""
    return min(max((len(word) for text in texts for word in WORD.findall(text)), default=0), LONGEST_WORD)


def _narrow(widths: list[int], least: Sequence[int], sample: Sequence[Sequence[int]]) -> None:
    """Narrow columns, one step after the other where it makes the fewest lines more, until they stand on a page."""
    while sum(widths) > PAPER:
        free = [place for place, width in enumerate(widths) if width - STEP >= least[place]]
        if not free:
            return
        lines = [max(_lines(cell, width) for cell, width in zip(row, widths, strict=True)) for row in sample]
        then = {place: _lines_then(sample, lines, place, widths[place] - STEP) for place in free}
        widths[min(free, key=lambda place: (then[place], -widths[place]))] -= STEP


def _lines(held: int, width: int) -> int:
    return -(-held // (width - PADDING))


def _lines_then(sample: Sequence[Sequence[int]], lines: Sequence[int], place: int, width: int) -> int:
    """Return how many lines a sample of rows takes where a column is as narrow as a width."""
    return sum(max(_lines(row[place], width), count) for row, count in zip(sample, lines, strict=True))
