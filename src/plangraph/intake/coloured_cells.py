"""Blank cells that are filled with a colour, which may say what a mark would: of these only the colour is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.column_letters import letters_of
from plangraph.intake.values import text_of
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plangraph.intake.finding import Block
    from plangraph.intake.table_lines import Line


def only_coloured(block: Block, lines: Sequence[Line], names: Iterable[int]) -> Iterator[Words]:
    """Yield a note on each column of a table in which some blank cells have a colour and others have none.

    Parameters
    ----------
    block : Block
        The table.
    lines : sequence of Line
        Its rows.
    names : iterable of int
        The columns in which names stand: a row whose name is coloured is so as a whole.
    """
    coloured = block.sheet.coloured
    if not coloured:
        return
    rows = [line.row - 1 for line in lines if line.sort == "data"]
    rows = [row for row in rows if not any((row, at) in coloured for at in names)]
    found = dict[int, int]()
    for heading in block.headings:
        blank = [row for row in rows if not text_of(block.grid[row][heading.index])]
        told = sum((row, heading.index) in coloured for row in blank)
        if heading.parts and 0 < told < len(rows):
            found[heading.index] = told
    if found:
        letters = "、".join(map(letters_of, found))
        count = Count(sum(found.values()))
        yield Words(
            f"{letters} 列に、値がなく色だけのセルが {count:,} ある。"
            "色は読まないので、意味があれば ○ などを書いてください",
            f"column {letters}: {count:,} {count:cell has|cells have} a colour and no value; colours are not read: "
            "write a mark such as ○, if they mean something",
        )
