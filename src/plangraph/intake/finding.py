"""Where on a sheet the table is: its headings, its rows, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.intake.displaced_cells import set_in_place
from plangraph.intake.header_rows import HeaderRows
from plangraph.intake.values import joined, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.heading_words import Vocabulary
    from plangraph.sheets import Sheet


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
    columns : range or None
        Its columns, where another table stands beside it.
    displaced : sequence of (int, int, int)
        The columns without a heading whose cells are read as those of the column beside them: both, and how many.
    """

    sheet: Sheet
    grid: Sequence[Sequence[object]]
    header: range
    body: range
    headings: Sequence[Heading]
    above: Sequence[str] = field(default=())
    columns: range | None = None
    displaced: Sequence[tuple[int, int, int]] = field(default=())

    def column(self, index: int) -> list[object]:
        """List the cells of a column below its heading."""
        return [self.grid[row][index] for row in self.body if index < len(self.grid[row])]


def find_tables(sheet: Sheet, vocabulary: Vocabulary) -> list[Block]:
    """Find the tables of a sheet by the words over their columns, from the top down; those beside each other as one."""
    found, start = list[Block](), 0
    rows = HeaderRows(sheet, vocabulary)
    while header := rows.first(start, strict=bool(found)):
        block = block_at(sheet, header)
        if found and [h.text for h in block.headings] == [h.text for h in found[-1].headings]:
            start = block.header.stop  # headings printed again on the next page
            continue
        if found:
            found[-1] = block_at(sheet, found[-1].header, block.header.start)
        found.append(block)
        start = block.header.stop
    return found


def block_at(sheet: Sheet, header: range, end: int | None = None) -> Block:
    """Return the table under given rows of headings."""
    stop = len(sheet.rows) if end is None else end
    width = max((len(row) for row in sheet.rows[header.start : stop]), default=0)
    grid: list[list[object]] = [[*row, *[None] * (width - len(row))] for row in sheet.rows]
    across = _heads(sheet, header, grid, width)
    for (top, left), (bottom, right) in sheet.merged:
        if top >= header.stop and bottom > top and left < width and bottom < len(grid):
            for row in range(top + 1, bottom + 1):
                grid[row][left] = grid[top][left]
                if right - left > 0:
                    grid[row][left + 1 : right + 1] = [None] * (min(right, width - 1) - left)
    above = [text_of(cell) for row in grid[: header.start] for cell in row if cell is not None]
    body = range(header.stop, stop)
    displaced = set_in_place(grid, body, [bool(heading.parts) for heading in across])
    return Block(sheet, grid, header, body, across, above[-40:], displaced=displaced)


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
