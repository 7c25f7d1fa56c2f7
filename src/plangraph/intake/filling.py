"""Rows with the cells that they mean: blank ones and ditto marks say what stands above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.values import DITTO, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.mapped_tables import Place
    from plangraph.intake.table_lines import Line

Cells = dict[int, object]


def filled(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[tuple[Line, Cells]]:
    """Go through rows with their cells by column, blank ones filled down where the mapping says so."""
    last: Cells = {}
    down = [place.at for place in places if place.column.fill_down]
    for line in lines:
        cells: Cells = {at: cell for at, cell in enumerate(line.cells) if cell is not None}
        if line.sort == "section":
            last = {}
        if line.sort == "data":
            for at, cell in list(cells.items()):
                if text_of(cell) in DITTO and at in last:
                    cells[at] = last[at]
            changed = False
            for at in sorted(down):
                if text_of(cells.get(at)):
                    changed |= at in last and text_of(last[at]) != text_of(cells[at])
                elif at in last and not changed:
                    cells[at] = last[at]
            last = {at: cell for at, cell in cells.items() if text_of(cell)} | {
                at: cell for at, cell in last.items() if at not in cells and at in down and not changed
            }
        yield line, cells
