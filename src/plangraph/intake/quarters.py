"""Quarters and halves of a fiscal year: how sheets name them, and with which month each ends."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from plangraph.fiscal_years import HALF, HALF_OF_YEAR, NO_YEAR_BEHIND, by_first_year

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBERS = {
    **{str(number): number for number in range(1, 5)},
    **dict(zip(("一", "二", "三", "四"), range(1, 5), strict=True)),
    **dict(zip(("I", "II", "III", "IV"), range(1, 5), strict=True)),
    **dict(zip(("first", "second", "third", "fourth"), range(1, 5), strict=True)),
    **dict.fromkeys(("上", "前", "H1"), 2),
    **dict.fromkeys(("下", "後", "H2"), 4),
}
"""The quarter with which a part of a year ends, by what stands for its number."""
PART_OF_YEAR = re.compile(
    r"(?<![^\W\d_])(?:Q\s?|T)(?P<a>[1-4])(?![^\W_])|(?<![^\W_])(?P<b>[1-4])Q(?![^\W_])"
    r"|第?\s*(?P<c>[1-4一二三四]|IV|I{1,3})\s*四半期|(?<!以)(?P<d>[上下])(?:半期|期(?!間))|(?P<e>[前後])半期"
    r"|\bquarter\s*(?P<f>[1-4])\b|\b(?P<g>[1-4])(?:st|nd|rd|th)\s+quarter|\b(?P<h>first|second|third|fourth)\s+quarter"
    rf"|(?<![A-Za-z0-9])(?P<k>{HALF_OF_YEAR}|(?!{NO_YEAR_BEHIND}){HALF})(?![^\W_])"
    r"|\b(?P<i>[1-4])\s?(?:er|e|ème|º|°|\.)\s*(?:trimestre|quartal)|\b(?:trimestre|quartal)\s*(?P<j>[1-4])\b",
    re.IGNORECASE,
)
MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)  # noqa: SIM905
}
FROM_MONTH = re.compile(
    rf"\b({'|'.join(MONTHS)})[a-z]*\.?\s*(?:-|to|–)|([0-9]{{1,2}})\s*月?\s*[~〜～-]\s*[0-9]{{1,2}}\s*月", re.IGNORECASE
)
"""With which month a quarter is said to begin: Q1 (Apr–Jun), 第1四半期（4～6月）."""


class Part(NamedTuple):
    """A part of a fiscal year: the quarter with which it ends, and how it is written."""

    quarter: int
    written: str


def part_in(texts: Iterable[str]) -> Part | None:
    """Return the part of a year that the first of some texts names that names one; None if none does.

    Examples
    --------
    >>> part_in(["Actual", "Q3 2025/26"]), part_in(["上半期"]), part_in(["H1 2025"]), part_in(["H2"])
    (Part(quarter=3, written='Q3'), Part(quarter=2, written='上半期'), Part(quarter=2, written='H1'), None)
    """
    for text in texts:
        if found := PART_OF_YEAR.search(by_first_year(unicodedata.normalize("NFKC", text))):
            number = next(said for said in found.groupdict().values() if said)
            return Part(NUMBERS.get(number) or NUMBERS.get(number.lower()) or NUMBERS[number.upper()], found[0].strip())
    return None


def month_ended(year: int, quarter: int, first_month: int) -> str:
    """Return the month with which a quarter of a fiscal year ends, such as 2025-06.

    Parameters
    ----------
    year : int
        The fiscal year.
    quarter : int
        1 to 4.
    first_month : int
        The month with which fiscal years begin (see :func:`plangraph.fiscal_years.first_month`).

    Examples
    --------
    >>> month_ended(2025, 1, first_month=4), month_ended(2025, 4, first_month=4), month_ended(2026, 1, first_month=-2)
    ('2025-06', '2026-03', '2025-12')
    """
    months = first_month - 1 + 3 * quarter - 1
    return f"{year + months // 12}-{months % 12 + 1:02}"


def first_month_in(text: str) -> int | None:
    """Return the month with which fiscal years begin, by a quarter and its months: Q2 (Jul–Sep); None if not said."""
    part, folded = part_in([text]), unicodedata.normalize("NFKC", text)
    found = FROM_MONTH.search(folded)
    if part is None or found is None:
        return None
    begins = MONTHS[found[1].lower()] if found[1] else int(found[2])
    return (begins - 1 - 3 * (part.quarter - 1)) % 12 + 1
