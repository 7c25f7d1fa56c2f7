"""Dates of three numbers such as 01/04/2026: whether the day or the month comes first.

A date of the same column that can only be read in one way says how all of it is read, and else the language does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.intake.values import text_of
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plangraph.intake.filling import Cells
    from plangraph.intake.mapped_tables import Placed
    from plangraph.intake.mapping import Dataset

DATE = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![0-9/])")
OF_DATES = frozenset(("start", "end", "period", "year", "figure_year"))
"""The fields that hold dates, of which the fiscal year is carried."""
MONTHS, DAYS = 12, 31
MONTH_FIRST = frozenset(("PHP", "USD"))
"""The currencies of countries where English is written with the month first (Unicode CLDR, dateFormats)."""
UNSURE = frozenset(("", "CAD", "JPY"))
"""Those where English is written in either way, and what stands where a sheet tells no currency."""
FIRST = {"day": Words("日", "day"), "month": Words("月", "month")}


class OrderOfDates:
    """What comes first in the dates of sheets.

    Parameters
    ----------
    dataset : Dataset
        The language and currency of the sheets, and the order where the mapping says it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._said = dataset.dates
        self._lang = dataset.language
        self._usual = _usual(dataset.language, dataset.currency)

    def columns_of(self, table: Placed) -> dict[int, str]:
        """Return what comes first, ``day`` or ``month``, in each column of dates for which that is known."""
        found = {at: self._said or shown(texts) or self._usual for at, texts in _texts(table)}
        return {at: first for at, first in found.items() if first}

    def told_of(self, table: Placed) -> Iterator[Words]:
        """Yield a note on each column whose dates are read as the language has them, since nothing else tells how."""
        letters = {place.at: place.letter for place in table.places}
        for at, texts in _texts(table):
            doubtful = [text for text in texts if _is_either(text)]
            if doubtful and self._usual and not self._said and not shown(texts):
                yield self._told(table.block.sheet.place, letters[at], doubtful)

    def _told(self, sheet: str, letter: str, texts: list[str]) -> Words:
        cells, first = Count(len(texts)), FIRST[self._usual]
        other, word = next((word, key) for key, word in FIRST.items() if key != self._usual)
        return Words(
            f"{sheet} の {letter} 列の「{texts[0]}」など {cells:,} セルは、表の言語（{self._lang}）での書き方の"
            f"とおり、{first.ja}が先に書かれた日付と読んだ。先が{other.ja}なら、対応表の [dataset] に "
            f'dates = "{word}" と書いてください',
            f"{sheet}: column {letter}: {cells:,} {cells:cell|cells} such as '{texts[0]}' {cells:is|are} read with the "
            f"{first.en} first, as usual in the language ({self._lang}): if the {other.en} comes first there, "
            f'write dates = "{word}" in [dataset] of the mapping',
        )


def with_years_first(cells: Cells, first: dict[int, str]) -> Cells:
    """Return the cells of a row with each date of a column whose order is known as 2026-04-01."""
    return {at: _year_first(text_of(cell), first[at]) if at in first else cell for at, cell in cells.items()}


def shown(texts: Iterable[str]) -> str:
    """Return what comes first by those dates that can be read in one way only, ``day`` or ``month``; else nothing.

    Examples
    --------
    >>> shown(["01/04/2026", "31/03/2027"]), shown(["01/04/2026"]), shown(["31/03/2027", "03/31/2027"])
    ('day', '', '')
    """
    dates = [tuple(map(int, found)) for text in texts for found in DATE.findall(text)]
    proved = {"day" for first, second, _ in dates if second <= MONTHS < first <= DAYS}
    proved |= {"month" for first, second, _ in dates if first <= MONTHS < second <= DAYS}
    return proved.pop() if len(proved) == 1 else ""


def _usual(lang: str, currency: str) -> str:
    if lang == "ja" or (lang == "en" and currency in UNSURE):
        return ""
    return "month" if lang == "en" and currency in MONTH_FIRST else "day"


def _year_first(text: str, first: str) -> str:
    def written(found: re.Match[str]) -> str:
        day, month = (found[1], found[2]) if first == "day" else (found[2], found[1])
        return f"{found[3]}-{int(month):02}-{int(day):02}" if int(month) <= MONTHS else found[0]

    return DATE.sub(written, text)


def _is_either(text: str) -> bool:
    return any(
        int(first) <= MONTHS and int(second) <= MONTHS and first != second for first, second, _ in DATE.findall(text)
    )


def _texts(table: Placed) -> Iterator[tuple[int, list[str]]]:
    for place in table.places:
        if place.column.field in OF_DATES:
            cells = (line.cells[place.at] for line in table.lines if line.sort == "data" and place.at < len(line.cells))
            yield place.at, [cell for cell in cells if isinstance(cell, str)]
