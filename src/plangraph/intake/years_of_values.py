"""Columns with the years of values beside them: 目標年度 beside 目標値, 基準年度 beside 基準値."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import years_in
from plangraph.intake.values import is_gap, plain
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Column = dict[str, Any]

YEARS_OF_KINDS = (
    (re.compile(r"(?:最終)?(?:目標|達成)(?:値|達成)?の?(?:年度?|年月日?|年次|時期|時点|期限)"), "TargetValue"),
    (re.compile(r"(?:基準|現状|現況|策定時|当初)値?の?(?:年度?|年月日?|年次|時点)"), "BaselineValue"),
    (re.compile(r"(?:実績|最新)値?の?(?:年度?|年月日?|年次|時点)"), "ActualValue"),
)
"""What stands over the years of values of a kind."""
VALUES = re.compile(r"指標値|値|数値")
OF_VALUE = ("kind", "unit", "indicator", "fiscal_year", "tier", "part")


def tell_years_of_values(
    columns: Sequence[Column], heads: Mapping[int, str], texts_of: Callable[[int], list[str]], lang: str
) -> None:
    """Read each column of years, known by its heading, as the years of the figures beside it.

    Parameters
    ----------
    columns : sequence of Column
        The columns, as ``mapping.toml`` is to say them; they are changed.
    heads : mapping of int to str
        The innermost heading of each column.
    texts_of : callable
        The texts of a column.
    lang : str
        The language of the reasons.
    """
    for year in columns:
        head = plain(heads.get(year["at"], ""))
        kind = next((kind for words, kind in YEARS_OF_KINDS if words.fullmatch(head)), "")
        texts = [text for text in texts_of(year["at"]) if not is_gap(text)]
        if not kind or year["field"] == "figure_year" or not texts or not all(map(years_in, texts)):
            continue
        figures = [c for c in columns if c is not year and c["field"] == "figure" and c.get("kind") == kind]
        if not figures and kind == "TargetValue":
            figures = _told_by_year(year, columns, heads, lang)
        free = [column for column in figures if not column.get("fiscal_year") and not column.get("year_from")]
        if free:
            _tell(year, min(free, key=lambda column: abs(column["at"] - year["at"])), lang)


def _tell(year: Column, of: Column, lang: str) -> None:
    of["year_from"] = year["column"]
    for name in OF_VALUE:
        year.pop(name, None)
    why = Words(f"{of['column']} 列の数値の年度", f"the fiscal year of the figures in column {of['column']}")
    year |= {"field": "figure_year", "reason": why.of(lang)}


def _told_by_year(year: Column, columns: Sequence[Column], heads: Mapping[int, str], lang: str) -> list[Column]:
    """Read 指標値 beside 目標年月 as the target, which no other column is."""
    before = [column for column in columns if column["at"] < year["at"]]
    indicators = [column["indicator"] for column in before if column["field"] == "indicator"]
    values = [c for c in before if c["field"] == "none" and VALUES.fullmatch(plain(heads.get(c["at"], "")))]
    if not indicators or not values:
        return []
    why = Words(f"{year['column']} 列に目標の年度があるので目標とみる", f"a target, by column {year['column']}")
    values[-1] |= {"field": "figure", "kind": "TargetValue", "indicator": indicators[-1], "reason": why.of(lang)}
    return [values[-1]]
