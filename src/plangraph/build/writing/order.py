"""In which order the city lists its things: that of their codes or, where they have none, that of their rows."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plangraph.tables.rows import ElementRow, IndicatorRow, OrganizationRow, PlaceRow, PlanRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plangraph.tables.city import City
    from plangraph.tables.rows import Row, Tabled

DIGITS = re.compile(r"\d+")
LONGEST = 20  # digits


def ranks(city: City) -> Mapping[tuple[str, int], int]:
    """Return the rank of each thing that the city lists among those of its table, by the file and line of its row."""
    elements, indicators = sorted(city.table(ElementRow), key=_by_code), sorted(city.table(IndicatorRow), key=_by_code)
    tables: tuple[Sequence[Row], ...] = (
        elements,
        indicators,
        city.table(OrganizationRow),
        city.table(PlaceRow),
        city.table(PlanRow),
    )
    return {(row.file, row.line): rank for rows in tables for rank, row in enumerate(rows, 1)}


def _by_code(row: Tabled) -> tuple[bool, str, str]:
    """Sort by codes, numbers in them by their size; rows without a code stand behind, as they are."""
    plain = unicodedata.normalize("NFKC", row.code)
    return not row.code, DIGITS.sub(lambda digits: digits[0].zfill(LONGEST), plain), plain
