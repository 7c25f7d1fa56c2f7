"""Rows of a list that say again, under another parent, all that a row before them says: one thing under two."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from plangraph.intake.filling import filled
from plangraph.intake.values import figure, joined
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from plangraph.intake.filling import Cells
    from plangraph.intake.mapped_tables import Placed

OF_THE_PLACE = frozenset(("above", "code", "tier", "none", "person"))
"""The fields that say where a row stands, or are not carried."""


def repeated_rows(table: Placed) -> dict[int, str]:
    """Return the names of what stands under several parents with the same cells, by the number of each later row.

    Two things may have one name; that they also have the same figures, of which one is more than nothing, nobody
    expects of two.
    """
    found, first = dict[int, str](), dict[tuple[str, ...], str]()
    section = ""
    for line, cells in filled(table.lines, table.places):
        section = line.text if line.sort == "section" else section
        name = _text(table, cells, frozenset(("label",)))
        if line.sort != "data" or not name or not _has_figures(table, cells):
            continue
        said = tuple(joined(cells.get(p.at)) for p in table.places if p.column.field not in OF_THE_PLACE)
        parents = f"{section}\n{_text(table, cells, frozenset(('above',)))}"
        if first.setdefault(said, parents) != parents:
            found[line.row] = name
    return found


def told_of_repeated(place: str, repeated: dict[int, str]) -> list[Words]:
    """Return a note on what is taken as one thing under several parents, if there is any, for a person to look at."""
    if not repeated:
        return []
    first, count = next(iter(repeated.values())), Count(len(repeated))
    return [
        Words(
            f"{place} の {count:,} 行（「{first}」など）は、別の親の下の行と名称も数値も同じなので、再掲とした",
            f"{place}: {count:,} {count:row says|rows say} what a row under another parent says, such as '{first}': "
            "taken as one thing under both",
        )
    ]


def _text(table: Placed, cells: Cells, fields: frozenset[str]) -> str:
    return "\n".join(joined(cells.get(place.at)) for place in table.places if place.column.field in fields).strip()


def _has_figures(table: Placed, cells: Cells) -> bool:
    said = (figure(cells.get(place.at)) for place in table.places if place.column.field == "figure")
    return any(one is not None and Decimal(one.value) for one in said)
