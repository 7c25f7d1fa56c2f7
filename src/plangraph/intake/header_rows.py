"""Which rows of a sheet are headings: the words in them tell."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plangraph.fiscal_years import years_in
from plangraph.intake.tier_headings import tiers_named
from plangraph.intake.values import figure, joined, text_of
from plangraph.tables.money_units import BEFORE_UNIT, IN_YEN
from plangraph.words import is_japanese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.heading_words import Vocabulary
    from plangraph.sheets import Sheet

SEARCHED = 200
"""In how many rows from the top, or below a table, headings are looked for."""
MOST_HEADER_ROWS = 5
LONGEST_HEADING = 60  # letters
GOALS = 17
LEAST, SURELY, NEARLY = 1.7, 2.9, 0.7
"""How much a row's words must mean to be a row of headings: two columns' worth."""
WORTH = {3: 1.0, 2: 1.0, 1: 0.7, 0: 0.5}
UNIT = re.compile(rf"^[(（\[【]?\s*{BEFORE_UNIT}({IN_YEN}|人|件|回|％|%|人工|箇所|か所|ha|km)\s*[)）\]】]?$")
BRACKETED = re.compile(r"[(（][^()（）]+[)）]")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9 .,'&()/#-]{2,}")
NUMBERING = re.compile(r"^[(（]?(?:[0-9]{1,3}|[a-zA-Zア-ンｱ-ﾝ①-⑳])[)）]?$")


class HeaderRows:
    """The rows of headings of a sheet.

    Parameters
    ----------
    sheet : Sheet
        The sheet.
    vocabulary : Vocabulary
        The words of headings.
    """

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary) -> None:
        self._sheet, self._vocabulary = sheet, vocabulary
        self._scores: dict[str, float] = {}

    def first(self, start: int, *, strict: bool) -> range | None:
        """Find the first rows of headings from a row on; None if there are none.

        Parameters
        ----------
        start : int
            The row, from 0.
        strict : bool
            Whether only a row counts that surely is one, as below a first table.
        """
        at = self._first(start, strict=strict)
        return None if at is None else self._grown(at, start)

    def _first(self, start: int, *, strict: bool) -> int | None:
        least = SURELY if strict else LEAST
        stop = len(self._sheet.rows) if strict else min(start + SEARCHED, len(self._sheet.rows))
        found: list[tuple[int, float]] = []
        for at in range(start, stop):
            score = self._words(self._sheet.rows[at]) if strict else self._score(self._sheet.rows[at])
            if score >= least:
                found.append((at, score))
                if strict:
                    return at
        most = max((score for _, score in found), default=0.0)
        return next((at for at, score in found if score >= most * NEARLY), None)

    def _words(self, row: Sequence[object]) -> int:
        """Count the cells that are words of headings, in a row that has no numbers."""
        texts = {joined(cell) for cell in row if cell is not None}
        if len(texts) <= 2 or any(text[0].isdigit() for text in texts if text):  # noqa: PLR2004 - too few to be sure
            return 0
        return sum(self._vocabulary.is_word(text) for text in texts if len(text) <= LONGEST_HEADING)

    def _score(self, row: Sequence[object]) -> float:
        total = 0.0
        for text in {joined(cell) for cell in row if isinstance(cell, str)}:
            if 0 < len(text) <= LONGEST_HEADING:
                total += self._worth(text)
        if _numbers_goals(row):
            return total + 1
        return total - sum(_is_number(cell) and not _is_year(cell) for cell in row)

    def _grown(self, at: int, start: int) -> range:
        """Add the rows above and below that belong to the headings."""
        first, last = at, at
        while first > start and last - first + 1 < MOST_HEADER_ROWS and self._outer(first - 1):
            first -= 1
        for (top, _), (bottom, _) in self._sheet.merged:
            if first <= top <= at < bottom < first + MOST_HEADER_ROWS:
                last = max(last, bottom)
        while last - first + 1 < MOST_HEADER_ROWS and last + 1 < len(self._sheet.rows) and self._inner(last + 1):
            last += 1
        return range(first, last + 1)

    def _outer(self, row: int) -> bool:
        """Check whether a row over headings belongs to them: it groups columns, and is no title, note or unit."""
        cells = [joined(cell) for cell in self._sheet.rows[row] if cell is not None]
        if not cells or any(len(cell) > LONGEST_HEADING for cell in cells):
            return False
        below = sum(cell is not None for cell in self._sheet.rows[row + 1])
        spans = [right - left + 1 for (top, left), (_, right) in self._sheet.merged if top == row and right > left]
        if len(cells) == 1:
            return bool(spans) and 1 < spans[0] <= below * 0.7 and not UNIT.match(cells[0])
        groups = bool(spans) or sum(bool(years_in(cell)) for cell in cells) > 1
        empty_below = any(
            cell is None and column < len(self._sheet.rows[row]) and self._sheet.rows[row][column] is not None
            for column, cell in enumerate(self._sheet.rows[row + 1])
        )
        beside = any(UNIT.match(cell) or "単位" in cell for cell in cells)
        return (groups or (empty_below and len(cells) > 2)) and not (beside and len(cells) < 4)  # noqa: PLR2004

    def _inner(self, row: int) -> bool:
        """Check whether a row under headings belongs to them: years, units, numbering, or words of headings."""
        values = [cell for cell in self._sheet.rows[row] if cell is not None]
        cells = [joined(cell) for cell in values]
        if not cells:
            return False
        if len(cells) > 2 and all(NUMBERING.match(unicodedata.normalize("NFKC", cell)) for cell in cells):  # noqa: PLR2004
            numbers = [unicodedata.normalize("NFKC", cell).strip("()") for cell in cells]
            return len(set(numbers)) == len(numbers) and numbers[0].lower() in {"1", "a", "ア"} and _ascend(numbers)
        bracketed = [cell for cell in cells if BRACKETED.fullmatch(cell) and not figure(cell.strip("()（）"))]
        if len(bracketed) == len(cells) > 1 or self._two_languages(row, cells) or self._choices(row, cells):
            return True
        goals = self._under_goals(row)
        values = [cell for at, cell in enumerate(self._sheet.rows[row]) if cell is not None and at not in goals]
        if any(figure(value) is not None and not _is_year(value) and not years_in(text_of(value)) for value in values):
            return False
        if any(len(cell) > LONGEST_HEADING for cell in cells):
            return False
        fitting = len(goals) and sum(cell is not None for cell in self._sheet.rows[row][goals.start : goals.stop])
        cells = [joined(value) for value in values]
        fitting += sum(
            bool(UNIT.match(cell)) or (bool(years_in(cell)) and len(cell) < 16) or self._worth(cell) >= 1  # noqa: PLR2004
            for cell in cells
        )
        under = sum(
            row > 0 and (column >= len(self._sheet.rows[row - 1]) or self._sheet.rows[row - 1][column] is None)
            for column, cell in enumerate(self._sheet.rows[row])
            if cell is not None
        )
        units_only = all(UNIT.match(cell) for cell in cells)
        return units_only or (fitting >= len(cells) * 0.6 and (under > 0 or fitting == len(cells)) and len(cells) > 1)

    def _choices(self, row: int, cells: Sequence[str]) -> bool:
        """Check whether a row says the choices below one heading, such as 拡充, 継続 and 縮小, and nothing else."""
        if len(cells) < 2 or not all(self._vocabulary.course(c) or self._vocabulary.standing(c) for c in cells):  # noqa: PLR2004
            return False
        at = {column for column, cell in enumerate(self._sheet.rows[row]) if cell is not None}
        spans = (range(left, right + 1) for (_, left), (bottom, right) in self._sheet.merged if bottom == row - 1)
        return any(at <= set(span) for span in spans)

    def _two_languages(self, row: int, cells: Sequence[str]) -> bool:
        """Check whether a row says in Latin letters what the row over it says in Japanese."""
        above = [joined(cell) for cell in self._sheet.rows[row - 1] if cell is not None] if row else []
        alike = len(cells) > 2 and len(cells) == len(above)  # noqa: PLR2004 - too few to be sure
        return alike and all(map(LATIN.fullmatch, cells)) and sum(map(is_japanese, above)) > 1

    def _under_goals(self, row: int) -> range:
        """Return the columns under a merged heading that speaks of SDGs: the numbers in them are those of goals."""
        for (top, left), (bottom, right) in self._sheet.merged:
            head = self._sheet.rows[top][left] if left < len(self._sheet.rows[top]) else None
            if bottom == row - 1 and right > left and "sdg" in unicodedata.normalize("NFKC", joined(head)).lower():
                return range(left, right + 1)
        return range(0)

    def _worth(self, text: str) -> float:
        if text not in self._scores:
            meaning = self._vocabulary.meaning(text)
            said = self._vocabulary.kind_of_figures(text) or len(tiers_named(text, self._vocabulary)) > 1
            self._scores[text] = WORTH[meaning.certain] if meaning else float(bool(said))
        return self._scores[text]


def _is_year(cell: object) -> bool:
    return isinstance(cell, int | float) and 1989 <= cell <= 2100  # noqa: PLR2004 - a fiscal year as a heading


def _ascend(numbers: list[str]) -> bool:
    return not numbers[0].isdigit() or [int(n) for n in numbers if n.isdigit()] == sorted(
        int(n) for n in numbers if n.isdigit()
    )


def _numbers_goals(row: Sequence[object]) -> bool:
    """Check whether a row numbers the 17 goals of the SDGs from the left to the right."""
    return [cell for cell in row if _is_number(cell)] == list(range(1, GOALS + 1))


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)
