"""Where on a sheet the table is: its headings, its rows, and what stands around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from plangraph.intake.values import figure, is_gap, joined, plain, text_of, years_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.heading_words import Vocabulary
    from plangraph.sheets import Sheet

SEARCHED = 80
"""In how many rows from the top, or below a table, headings are looked for."""
MOST_HEADER_ROWS = 5
LONGEST_HEADING = 60
LEAST, SURELY, NEARLY = 1.7, 2.9, 0.7
"""How much a row's words must mean to be a row of headings: two columns' worth."""
WORTH = {3: 1.0, 2: 1.0, 1: 0.7, 0: 0.5}
UNIT = re.compile(
    r"^[(（\[【]?\s*(?:単位\s*[:：])?\s*(千円|百万円|万円|億円|円|人|件|回|％|%|人工|箇所|か所|ha|km)\s*[)）\]】]?$"
)
NUMBERING = re.compile(r"^[(（]?(?:[0-9]{1,3}|[a-zA-Zア-ンｱ-ﾝ①-⑳])[)）]?$")


@dataclass(frozen=True)
class Heading:
    """What stands over a column: one text a header row, outermost first."""

    index: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, in one line."""
        return " ".join(self.parts)


@dataclass(frozen=True)
class Block:
    """A table on a sheet; rows and columns from 0.

    Attributes
    ----------
    sheet : Sheet
        The sheet.
    grid : list of list of cell
        Its cells; each cell of a merged range that goes down over rows says what the range says.
    header : range
        The rows of headings.
    body : range
        The rows below them, up to the end of the sheet or the next table.
    headings : list of Heading
        What stands over each column.
    above : list of str
        The texts above the table.
    merged_down : frozenset of int
        The columns in which ranges go down over rows of the body.
    """

    sheet: Sheet
    grid: Sequence[Sequence[object]]
    header: range
    body: range
    headings: Sequence[Heading]
    above: Sequence[str] = field(default=())
    merged_down: frozenset[int] = frozenset()

    def column(self, index: int) -> list[object]:
        """List the cells of a column below its heading."""
        return [self.grid[row][index] for row in self.body if index < len(self.grid[row])]


def find_tables(sheet: Sheet, vocabulary: Vocabulary) -> list[Block]:
    """Find the tables of a sheet by the words over their columns, from the top down."""
    found, start = list[Block](), 0
    scores: dict[str, float] = {}
    while (at := _header_row(sheet, start, vocabulary, scores, strict=bool(found))) is not None:
        block = block_at(sheet, _grown(sheet, at, start, vocabulary, scores))
        if found and [h.text for h in block.headings] == [h.text for h in found[-1].headings]:
            start = block.header.stop  # headings printed again on the next page
            continue
        if found:
            found[-1] = block_at(sheet, found[-1].header, block.header.start)
        found.append(block)
        start = block.header.stop
    return found


def block_at(sheet: Sheet, header: range, end: int | None = None) -> Block:
    """Take the table under given rows of headings."""
    stop = len(sheet.rows) if end is None else end
    width = max((len(row) for row in sheet.rows[header.start : stop]), default=0)
    grid: list[list[object]] = [[*row, *[None] * (width - len(row))] for row in sheet.rows]
    across = _heads(sheet, header, grid, width)
    down = set()
    for (top, left), (bottom, right) in sheet.merged:
        if top >= header.stop and bottom > top and left < width and bottom < len(grid):
            down.add(left)
            for row in range(top + 1, bottom + 1):
                grid[row][left] = grid[top][left]
                if right - left > 0:
                    grid[row][left + 1 : right + 1] = [None] * (min(right, width - 1) - left)
    above = [text_of(cell) for row in grid[: header.start] for cell in row if cell is not None]
    return Block(sheet, grid, header, range(header.stop, stop), across, above[-40:], frozenset(down))


def _heads(sheet: Sheet, header: range, grid: list[list[object]], width: int) -> list[Heading]:
    merged = False
    for (top, left), (bottom, right) in sheet.merged:
        if header.start <= top < header.stop:
            merged |= right > left
            for row in range(top, min(bottom, header.stop - 1) + 1):
                for column in range(left, min(right, width - 1) + 1):
                    grid[row][column] = grid[top][left]
    if not merged and len(header) > 1:
        _spread(grid, header, width)
    heads = []
    for column in range(width):
        parts = list(dict.fromkeys(joined(grid[row][column]) for row in header))
        heads.append(Heading(column, tuple(part for part in parts if part)))
    return heads


def _spread(grid: list[list[object]], header: range, width: int) -> None:
    """Let a heading reach over the blank cells to its right, as far as there are headings under them."""
    for row in list(header)[:-1]:
        last: object = None
        for column in range(width):
            below = any(grid[under][column] is not None for under in range(row + 1, header.stop))
            if grid[row][column] is not None:
                last = grid[row][column] if below else None
            elif below:
                grid[row][column] = last
            else:
                last = None


def _header_row(
    sheet: Sheet, start: int, vocabulary: Vocabulary, scores: dict[str, float], *, strict: bool
) -> int | None:
    """Find the first row of headings; after a first table, only one that surely is one."""
    least = SURELY if strict else LEAST
    stop = len(sheet.rows) if strict else min(start + SEARCHED, len(sheet.rows))
    found: list[tuple[int, float]] = []
    for at in range(start, stop):
        score = _words(sheet.rows[at], vocabulary) if strict else _score(sheet.rows[at], vocabulary, scores)
        if score >= least:
            found.append((at, score))
            if strict:
                return at
    most = max((score for _, score in found), default=0.0)
    return next((at for at, score in found if score >= most * NEARLY), None)


def _words(row: Sequence[object], vocabulary: Vocabulary) -> int:
    """Count the cells that are words of headings, in a row that has no numbers."""
    texts = {joined(cell) for cell in row if cell is not None}
    if len(texts) <= 2 or any(text[0].isdigit() for text in texts if text):  # noqa: PLR2004 - too few to be sure
        return 0
    return sum(vocabulary.is_word(text) for text in texts if len(text) <= LONGEST_HEADING)


def _score(row: Sequence[object], vocabulary: Vocabulary, scores: dict[str, float]) -> float:
    total = 0.0
    for text in {joined(cell) for cell in row if isinstance(cell, str)}:
        if 0 < len(text) <= LONGEST_HEADING:
            if text not in scores:
                meaning = vocabulary.meaning(text)
                scores[text] = WORTH[meaning.certain] if meaning else 0.0
            total += scores[text]
    numbers = sum(isinstance(cell, int | float) and not isinstance(cell, bool) and not _is_year(cell) for cell in row)
    return total - numbers


def _is_year(cell: object) -> bool:
    return isinstance(cell, int | float) and 1989 <= cell <= 2100  # noqa: PLR2004 - a fiscal year as a heading


def _grown(sheet: Sheet, at: int, start: int, vocabulary: Vocabulary, scores: dict[str, float]) -> range:
    """Add the rows above and below that belong to the headings."""
    first, last = at, at
    while first > start and last - first + 1 < MOST_HEADER_ROWS and _outer(sheet, first - 1):
        first -= 1
    for (top, _), (bottom, _) in sheet.merged:
        if first <= top <= at < bottom < first + MOST_HEADER_ROWS:
            last = max(last, bottom)
    while (
        last - first + 1 < MOST_HEADER_ROWS
        and last + 1 < len(sheet.rows)
        and _inner(sheet, last + 1, vocabulary, scores)
    ):
        last += 1
    return range(first, last + 1)


def _outer(sheet: Sheet, row: int) -> bool:
    """Tell whether a row over headings belongs to them: it groups columns, and is no title, note or unit."""
    cells = [joined(cell) for cell in sheet.rows[row] if cell is not None]
    if not cells or any(len(cell) > LONGEST_HEADING for cell in cells):
        return False
    below = sum(cell is not None for cell in sheet.rows[row + 1])
    spans = [right - left + 1 for (top, left), (_, right) in sheet.merged if top == row and right > left]
    if len(cells) == 1:
        return bool(spans) and 1 < spans[0] <= below * 0.7 and not UNIT.match(cells[0])
    groups = bool(spans) or sum(bool(years_in(cell)) for cell in cells) > 1
    empty_below = any(
        cell is None and column < len(sheet.rows[row]) and sheet.rows[row][column] is not None
        for column, cell in enumerate(sheet.rows[row + 1])
    )
    beside = any(UNIT.match(cell) or "単位" in cell for cell in cells)
    return (groups or (empty_below and len(cells) > 2)) and not (beside and len(cells) < 4)  # noqa: PLR2004


def _inner(sheet: Sheet, row: int, vocabulary: Vocabulary, scores: dict[str, float]) -> bool:
    """Tell whether a row under headings belongs to them: years, units, numbering, or words of headings."""
    values = [cell for cell in sheet.rows[row] if cell is not None]
    cells = [joined(cell) for cell in values]
    if not cells:
        return False
    if len(cells) > 2 and all(NUMBERING.match(unicodedata.normalize("NFKC", cell)) for cell in cells):  # noqa: PLR2004
        numbers = [unicodedata.normalize("NFKC", cell).strip("()") for cell in cells]
        return len(set(numbers)) == len(numbers) and numbers[0].lower() in {"1", "a", "ア"} and _ascend(numbers)
    if any(figure(value) is not None and not _is_year(value) and not years_in(text_of(value)) for value in values):
        return False
    if any(len(cell) > LONGEST_HEADING for cell in cells):
        return False
    fitting = sum(
        bool(UNIT.match(cell)) or (bool(years_in(cell)) and len(cell) < 16) or _worth(cell, vocabulary, scores) >= 1  # noqa: PLR2004
        for cell in cells
    )
    under = sum(
        row > 0 and (column >= len(sheet.rows[row - 1]) or sheet.rows[row - 1][column] is None)
        for column, cell in enumerate(sheet.rows[row])
        if cell is not None
    )
    units_only = all(UNIT.match(cell) for cell in cells)
    return units_only or (fitting >= len(cells) * 0.6 and (under > 0 or fitting == len(cells)) and len(cells) > 1)


def _ascend(numbers: list[str]) -> bool:
    return not numbers[0].isdigit() or [int(n) for n in numbers if n.isdigit()] == sorted(
        int(n) for n in numbers if n.isdigit()
    )


def _worth(text: str, vocabulary: Vocabulary, scores: dict[str, float]) -> float:
    if text not in scores:
        meaning = vocabulary.meaning(text)
        scores[text] = WORTH[meaning.certain] if meaning else 0.0
    return scores[text]


@dataclass(frozen=True)
class Line:
    """A row of a table's body.

    Attributes
    ----------
    row : int
        Its number on the sheet, from 1.
    sort : str
        ``data``, ``section``, ``blank``, ``note``, ``total`` or ``header`` (printed again).
    cells : sequence of cell
        The cells.
    text : str
        What a section says.
    """

    row: int
    sort: str
    cells: Sequence[object]
    text: str = ""


def lines_of(block: Block, vocabulary: Vocabulary, names: Sequence[int]) -> list[Line]:
    """Tell of each row below the headings what sort it is.

    Parameters
    ----------
    block : Block
        The table.
    vocabulary : Vocabulary
        The words of totals and notes.
    names : sequence of int
        The columns in which names stand, where a total says that it is one.
    """
    header = {tuple(plain(joined(cell)) for cell in block.sheet.rows[row]) for row in block.header}
    found = []
    for row in block.body:
        cells = block.grid[row]
        texts = [text_of(cell) for cell in cells]
        filled = [text for text in texts if text]
        raw = block.sheet.rows[row]
        if not filled:
            sort = "blank"
        elif len(filled) > 1 and tuple(plain(joined(cell)) for cell in raw) in header:
            sort = "header"
        elif _is_total(texts, filled, names, vocabulary):
            sort = "total"
        elif len(filled) == 1:
            note = filled[0].startswith(vocabulary.notes) or "単位" in filled[0] or is_gap(filled[0])
            sort = "note" if note else "section"
        else:
            sort = "data"
        found.append(Line(row + 1, sort, cells, filled[0] if sort == "section" else ""))
    last = max((line.row for line in found if line.sort == "data"), default=0)
    return [replace(line, sort="note") if line.sort == "section" and line.row > last else line for line in found]


def _is_total(texts: Sequence[str], filled: Sequence[str], names: Sequence[int], vocabulary: Vocabulary) -> bool:
    named = [texts[index] for index in names if index < len(texts)] or filled[:1]
    candidates = [*named, filled[0]]
    said = [re.sub(r"[0-9()（）件事業]", "", plain(text)) for text in candidates if text]
    return any(text in vocabulary.totals for text in said)
