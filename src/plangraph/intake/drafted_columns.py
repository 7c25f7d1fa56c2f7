"""The columns of one table as ``mapping.toml`` is to say them, and the cells below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.intake.values import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block

    Column = dict[str, Any]


class DraftedColumns:
    """The columns of one table.

    Attributes
    ----------
    columns : list of Column
        The columns.
    block : Block
        The table.
    data : sequence of int
        Its rows of data, from 0.
    """

    columns: list[Column]
    block: Block
    data: Sequence[int]

    def of(self, field: str) -> list[int]:
        """List the columns of a field."""
        return [column["at"] for column in self.columns if column["field"] == field]

    def body(self, at: int) -> list[object]:
        """List the cells of a column in rows of data."""
        return [self.block.grid[row][at] for row in self.data]

    def texts(self, at: int) -> list[str]:
        """List the texts of a column in rows of data, without blank cells."""
        return [text for cell in self.body(at) if (text := text_of(cell))]
