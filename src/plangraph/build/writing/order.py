"""In which order the city lists its things: that of their trees, and of codes or rows within each branch."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from plangraph.tables.actor_rows import OrganizationRow, PlaceRow
from plangraph.tables.names import plain
from plangraph.tables.plan_rows import ElementRow, IndicatorRow, PlanRow
from plangraph.tables.row import several

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from plangraph.tables.city import City
    from plangraph.tables.row import Row

    P = ParamSpec("P")
    Coded = TypeVar("Coded", ElementRow, IndicatorRow)
    RowT = TypeVar("RowT", ElementRow, IndicatorRow, OrganizationRow)

DIGITS = re.compile(r"\d+")
LONGEST = 20  # digits


def ranks(city: City) -> Mapping[tuple[str, int], int]:
    """Return the rank of each thing that the city lists among those of its table, by the file and line of its row."""
    elements = _elements(city)
    tables: tuple[Sequence[Row], ...] = (
        elements,
        _indicators(city, elements),
        _offices(city),
        city.table(PlaceRow),
        city.table(PlanRow),
    )
    return {(row.file, row.line): rank for rows in tables for rank, row in enumerate(rows, 1)}


def _elements(city: City) -> list[ElementRow]:
    """Return the elements as in a table of contents."""
    return _as_tree(city.table(ElementRow), partial(_own, city), partial(_above, city), partial(_in_turn, city))


def _offices(city: City) -> list[OrganizationRow]:
    """Return the offices and other bodies as in a chart, those of one office in the order of their rows."""

    def named(key: str) -> str:
        return _found(city.names.keyed, "office", key) if key else ""

    return _as_tree(city.table(OrganizationRow), lambda row: named(row.key), lambda row: named(row.parent), list)


def _as_tree(
    rows: Sequence[RowT],
    own: Callable[[RowT], str],
    above: Callable[[RowT], str],
    in_turn: Callable[[Sequence[RowT]], Sequence[RowT]],
) -> list[RowT]:
    """Return each row with those that stand under it behind it; those that stand in none from the top come last."""
    below: dict[str, list[RowT]] = defaultdict(list)
    for row in rows:
        below[above(row)].append(row)

    def contents(beside: Sequence[RowT]) -> Iterator[RowT]:
        for row in in_turn(beside):
            yield row
            yield from contents(below.pop(own(row), []))

    listed: list[RowT] = list(contents(below.pop("", [])))
    return listed + [row for left in below.values() for row in left]


def _indicators(city: City, elements: Sequence[ElementRow]) -> list[IndicatorRow]:
    """Return the indicators in the order of what they measure; those of what is no element stand before."""
    places = {_own(city, row): place for place, row in enumerate(elements, 1)}
    of: dict[int, list[IndicatorRow]] = defaultdict(list)
    for row in city.table(IndicatorRow):
        measured = _found(city.names.thing, row.element, row.plan)
        of[places.get(measured, 0)].append(row)
    return [row for place in sorted(of) for row in _in_turn(city, of[place])]


def _in_turn(city: City, rows: Sequence[Coded]) -> list[Coded]:
    """Sort what stands in one thing by tiers, and on each by codes."""
    on_tiers: dict[int, list[Coded]] = defaultdict(list)
    for row in rows:
        on_tiers[city.tiers.rank(row.tier) if row.tier in city.tiers else 0].append(row)
    return [row for tier in sorted(on_tiers) for row in _by_code(on_tiers[tier])]


def _by_code(rows: list[Coded]) -> list[Coded]:
    """Sort by codes: letters as the rows bring them, numbers by their size; rows without a code stand behind."""
    series = {of: place for place, of in enumerate(dict.fromkeys(_series(row.code) for row in rows))}

    def place(row: Coded) -> tuple[bool, int, str]:
        return (
            not row.code,
            series[_series(row.code)],
            DIGITS.sub(lambda digits: digits[0].zfill(LONGEST), plain(row.code)),
        )

    return sorted(rows, key=place)


def _series(code: str) -> str:
    """Return what codes that are told apart by numbers alone have in common."""
    return DIGITS.sub("0", plain(code))


def _own(city: City, row: ElementRow) -> str:
    return _found(city.names.own, row)


def _above(city: City, row: ElementRow) -> str:
    """Return the IRI of the first parent of an element, or ""."""
    parent = next(iter(several(row.parent)), "")
    return _found(city.names.parent, parent, row.plan, row.tier) if parent else ""


def _found(look_up: Callable[P, str], *of: P.args, **also: P.kwargs) -> str:
    """Return what a name stands for, or "" where it stands for nothing, of which is told where it is written."""
    try:
        return look_up(*of, **also)
    except LookupError:
        return ""
