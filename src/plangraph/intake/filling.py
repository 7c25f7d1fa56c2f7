"""Rows with the cells that they mean: blank ones and ditto marks say what stands above them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.intake.name_marks import bulleted
from plangraph.intake.values import DITTO, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.intake.mapped_tables import Place
    from plangraph.intake.table_lines import Line

Cells = dict[int, object]
OF_ONE = frozenset(("code", "figure", "figure_kind", "grade", "direction", "evaluation_note", "indicator", "label_en"))
"""The fields of what is said of one thing, and cannot be of several that share a row."""
LEFT_OUT = frozenset(("person", "none"))


def filled(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[tuple[Line, Cells]]:
    """Yield rows with their cells by column, blank ones filled down where the mapping says so.

    The code of one thing is not that of the next, which has another name.
    """
    last: Cells = {}
    down = [place.at for place in places if place.column.fill_down]
    above = {place.at for place in places if place.column.field == "above"}.union(down)
    codes = [place.at for place in places if place.column.field == "code"]
    names = [place.at for place in places if place.column.field == "label"]
    for line in lines:
        cells: Cells = {at: cell for at, cell in enumerate(line.cells) if cell is not None}
        if line.sort == "section":
            last = {}
        if line.sort == "data":
            for at, cell in list(cells.items()):
                if text_of(cell) in DITTO and at in last:
                    cells[at] = last[at]
            changed, other = False, any(text_of(cells.get(at)) not in {"", text_of(last.get(at))} for at in names)
            for at in sorted(above):
                if text_of(cells.get(at)):
                    changed |= at in last and text_of(last[at]) != text_of(cells[at])
                elif at in down and at in last and not changed and not (other and at in codes):
                    cells[at] = last[at]
            last = {at: cell for at, cell in cells.items() if text_of(cell)} | {
                at: cell for at, cell in last.items() if at not in cells and at in down and not changed
            }
        yield from _each_named(line, cells, places)


def _each_named(line: Line, cells: Cells, places: Sequence[Place]) -> Iterator[tuple[Line, Cells]]:
    """Split a row whose name is a list with bullets, if it says nothing else that could be of one of them."""
    at = next((place.at for place in places if place.column.field == "label"), None)
    others = [place.at for place in places if place.column.field in OF_ONE and text_of(cells.get(place.at))]
    names = bulleted(cells[at]) if line.sort == "data" and at in cells and not others else []
    if at is None or not names:
        yield line, cells
        return
    yield line, {**cells, at: names[0]}
    kept = {place.at: cells[place.at] for place in places if place.at in cells and place.column.field not in LEFT_OUT}
    for name in names[1:]:
        yield replace(line, cells=[]), {**kept, at: name}
