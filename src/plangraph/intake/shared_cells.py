"""Numbers in cells that are merged over the rows of several things: whose share is how much, nobody can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.decimal_commas import with_point
from plangraph.intake.values import figure, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.mapped_tables import Place, Placed


def shared_cells(table: Placed) -> frozenset[tuple[int, int]]:
    """List the places, by the number of the row and the column from 0, whose number is that of several things.

    Parameters
    ----------
    table : Placed
        A table, in which each cell of a merged range says what the range says.
    """
    of_parents = {p.column.indicator for p in table.places if p.column.field == "indicator" and p.column.tier}
    figures = {
        place.at: place
        for place in table.places
        if place.column.field == "figure" and not place.column.tier and place.column.indicator not in of_parents
    }
    found = set[tuple[int, int]]()
    for (top, left), (bottom, _) in table.block.sheet.merged:
        if bottom == top or left not in figures or figure(with_point(table.block.grid[top][left])) is None:
            continue
        names = _names(table.places, figures[left])
        lines = [line for line in table.lines if line.sort == "data" and top < line.row <= bottom + 1]
        said = {tuple(joined(line.cells[at]) for at in names) for line in lines}
        if len({name for name in said if any(name)}) > 1:
            found.update((line.row, left) for line in lines)
    return frozenset(found)


def _names(places: Sequence[Place], of: Place) -> list[int]:
    """List the columns that tell what a figure is about: the row's own thing, and its indicator."""
    return [
        place.at
        for place in places
        if place.column.field in {"label", "code"}
        or (place.column.field == "indicator" and place.column.indicator == of.column.indicator)
    ]
