"""Cells beside the column to which they belong, as in tables copied from a PDF: read as if they stood in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.intake.offices import is_office
from plangraph.intake.values import figure, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Cells = list[object]

ALONE = 1  # cells of a row


def set_in_place(grid: Sequence[Cells], body: range, headed: Sequence[bool]) -> list[tuple[int, int, int]]:
    """Move the cells of columns without a heading into the column beside them that is blank there; list what moved.

    A column moves only as a whole: into the one of its neighbours that says something in other rows, more often and of
    the same sort, and nothing in these.

    Parameters
    ----------
    grid : sequence of list of cell
        The cells by row; they are changed.
    body : range
        The rows below the headings.
    headed : sequence of bool
        Which columns have a heading.

    Returns
    -------
    list of (int, int, int)
        The column, the one into which it moved, and how many cells did.
    """
    moved = []
    for at in (at for at, one in enumerate(headed) if not one):
        rows = [row for row in body if text_of(grid[row][at])]
        if not rows or any(_alone(grid[row]) for row in rows):
            continue
        fitting = [beside for beside in _beside(at, headed) if _fits(grid, body, rows, at, beside)]
        if len(fitting) == 1:
            for row in rows:
                grid[row][fitting[0]], grid[row][at] = grid[row][at], None
            moved.append((at, fitting[0], len(rows)))
    return moved


def _alone(cells: Cells) -> bool:
    """Check whether a row has one text only, which is a heading or a note."""
    return sum(bool(text_of(cell)) for cell in cells) <= ALONE


def _beside(at: int, headed: Sequence[bool]) -> Iterator[int]:
    """Yield the nearest columns with a heading, on the left and on the right."""
    yield from (left for left in [max((one for one in range(at) if headed[one]), default=-1)] if left >= 0)
    yield from [right for right in range(at + 1, len(headed)) if headed[right]][:1]


def _fits(grid: Sequence[Cells], body: range, rows: Sequence[int], at: int, beside: int) -> bool:
    others = [row for row in body if text_of(grid[row][beside])]
    if len(others) < len(rows) or set(others) & set(rows):
        return False
    sorts = {_sort(grid[row][at]) for row in rows}
    return sorts <= {_sort(grid[row][beside]) for row in others} and (
        len(others) >= len(rows) * 2 or sorts <= {"number", "office"}
    )


def _sort(cell: object) -> str:
    if figure(cell) is not None:
        return "number"
    return "office" if is_office(text_of(cell)) else "text"
