"""Outlines in one column, whose levels are told by how far names are set in: by spaces, or by the format of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.column_letters import letters_of
from plangraph.intake.values import text_of
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.table_lines import Line

LEAST = 2
"""How many rows are set in at least."""
WIDTHS = {" ": 1, "\u3000": 2}
"""How wide the spaces are that set a name in."""

OUTLINE = Words("字下げの段が、見出しの語の層にあたる", "as many levels as its heading names tiers")


def levels_in(block: Block, lines: Sequence[Line], at: int) -> dict[int, int]:
    """Return the level of each row in an outline in a column, from 0; nothing if the column is none.

    Parameters
    ----------
    block : Block
        The table.
    lines : sequence of Line
        Its rows.
    at : int
        The column.
    """
    rows = [line.row - 1 for line in lines if line.sort in {"data", "section"}]
    if sum(_width(block, row, at) > 0 for row in rows) < LEAST:
        return {}
    named = [row for row in rows if isinstance(cell := block.grid[row][at], str) and text_of(cell)]
    widths = {row: _width(block, row, at) for row in named}
    order = sorted(set(widths.values()))
    return {row + 1: order.index(width) for row, width in widths.items()} if len(order) > 1 else {}


def unread_outlines(block: Block, lines: Sequence[Line], names: Iterable[int]) -> Iterator[Words]:
    """Yield, for each column of names that may be an outline, how its levels would be read."""
    for at in names:
        if levels := levels_in(block, lines, at):
            count = len(set(levels.values()))
            yield Words(
                f"{letters_of(at)} 列に字下げした名称がある（{count} 段）。上下なら、[[tiers]] に {count} つの層を"
                '上から書き、シートの tier を最も下の層に、この列を field = "label"、indented = true にしてください',
                f"names in column {letters_of(at)} are set in ({count} levels): if these are tiers, write {count} of "
                'them in [[tiers]] from the top down, the lowest as tier of the sheet, and field = "label" and '
                "indented = true for this column",
            )


def _width(block: Block, row: int, at: int) -> int:
    cell = block.grid[row][at]
    text = cell if isinstance(cell, str) else ""
    spaces = text[: len(text) - len(text.lstrip("".join(WIDTHS)))]
    return sum(WIDTHS[space] for space in spaces) + 2 * block.sheet.indents.get((row, at), 0)
