"""Fiscal years as people write them: 2024, FY2024, 令和6年度, R6."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from plangraph.eras import ERAS, LETTERS
from plangraph.store.folding import numeral
from plangraph.words import Words

EXAMPLES = Words("2024、令和6年度、R6", "2024, 令和6年度 or R6")
NAMES = "|".join(ERAS)
TRIMESTER = r"[Tt][1-4](?![0-9]|\s*年)"
THIS_CENTURY = r"(?:FY\s?|['’‘]\s?)(?:20)?[0-9]{2}|20[0-9]{2}"
HALF = r"[Hh][12](?![0-9])"
NO_YEAR_BEHIND = "".join(
    rf"(?<!{year}[\s/,年度-]{{{width}}})"
    for year in ("20[0-9]{2}", "[Ff][Yy][0-9]{2}", "['’‘][0-9]{2}")
    for width in range(7)
)
"""What is at no place shortly after a year of this century."""
HALF_OF_YEAR = rf"{HALF}(?=[\s/,-]*(?:{THIS_CENTURY})(?![0-9]|\s*年))"
ERA_YEAR = re.compile(
    rf"({NAMES}|(?<![A-Za-z])(?!{TRIMESTER}|{HALF_OF_YEAR})(?:(?!{HALF})|{NO_YEAR_BEHIND})[MTSHRmtshr])"
    r"\.?\s*([0-9]{1,2}|元)(?![0-9])(?:\s*年度?)?"
)
"""A year of an era: T4 alone is a quarter in French and Spanish, H1 beside 2025 a half, and 大正4 or T4年 a year."""
COMMON_YEAR = re.compile(r"(?:\bFY\s?|(?<![0-9]))((?:19|20)[0-9]{2})(?![0-9])(?:\s*年度?)?", re.IGNORECASE)
ACROSS = re.compile(r"(?<![0-9/.-])((?:19|20)[0-9]{2})(?:\s?/\s?(?:19|20)|[/–-])([0-9]{2})(?![0-9/.–-]|\s*年)")
"""A fiscal year that both of its calendar years name: 2025/26, 2025-26, 2025/2026."""
SHORT_YEAR = re.compile(r"(?:(?<![0-9A-Za-z])['’‘]|\bFY)\s?([0-9]{2})(?![0-9])(?:\s*年度?)?", re.IGNORECASE)
MONTH = re.compile(
    r"(?:(?<=年)|[./])\s*([0-9]{1,2})(?![0-9])(?!\s*(?:年|か月|ヶ月))|-([0-9]{2})(?:-[0-9]{2})?(?![0-9])"
)
"""The month that follows a year."""
DAY_AND_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})([./])([0-9]{1,2})\2$")
"""What stands before the year in a date such as 31.03.2027 or 3/31/2027."""
PERIOD = re.compile(
    rf"((?:(?:{NAMES}|[RHrh])\s*(?:[0-9]{{1,2}}|元)|(?:FY\s?)?(?:19|20)[0-9]{{2}})(?![0-9]))\s*(?:年度?)?\s*"
    r"(?:[~〜～–—‐-]|から|to|bis|à|au|al?)\s*"
    rf"((?:(?:{NAMES}|[RHrh])\s*[0-9]{{1,2}}|(?:FY\s?)?(?:19|20)[0-9]{{2}}|[0-9]{{1,2}})(?![0-9]))(?!\s*(?:月|[./-]))",
    re.IGNORECASE,
)
"""A first and a last year: 令和8〜12年度, 2026–30."""
DECEMBER = 12
FIRST_MONTH = 4
"""The month with which a fiscal year begins."""
NamedBy = Literal["beginning", "end"]
"""Which of its two calendar years gives a fiscal year its name."""
NUMBER = re.compile("[+-]?[0-9]{1,4}")
NUMERALS = re.compile(rf"(?<={NAMES})[一二三四五六七八九十]{{1,3}}(?=年|$)")


def fiscal_year(text: str) -> int | None:
    """Return the fiscal year that a person types; None if it is none. A published site reads it by itself.

    Examples
    --------
    >>> fiscal_year("2024"), fiscal_year("Ｒ６"), fiscal_year("令和元年度"), fiscal_year("平成三十年"), fiscal_year("R")
    (2024, 2024, 2019, 2018, None)
    """
    if NUMBER.fullmatch(plain := unicodedata.normalize("NFKC", text).strip()):
        return int(plain)
    return year_alone(NUMERALS.sub(lambda found: str(numeral(found[0])), text))


def no_fiscal_year(given: str) -> Words:
    """Describe that a value is no fiscal year, and how one is written."""
    return Words(
        f"「{given}」は年度ではありません。{EXAMPLES.ja} のように書きます",
        f"'{given}' is not a fiscal year, such as {EXAMPLES.en}",
    )


def year_alone(text: str) -> int | None:
    """Return the fiscal year that a text is, such as ``R2`` or ``令和2年度末``; None if it says more or none."""
    years = years_in(text)
    rest = re.sub(r"[年度末時点現在.\s]", "", without_years(text))
    return years[0] if len(years) == 1 and not rest else None


def years_in(text: str) -> list[int]:
    """List the fiscal years that a text names, each once: 令和6年度, R6, H30, 2024 and '24 alike.

    Examples
    --------
    >>> years_in("H1 2025"), years_in("2025/26 H2"), years_in("FY25 H1"), years_in("H1、H2"), years_in("1989(H1)")
    ([2025], [2025], [2025], [1989, 1990], [1989])
    """
    return list(dict.fromkeys(year for year, _ in _years_at(unicodedata.normalize("NFKC", text))))


def first_month(begins: int, named_by: NamedBy) -> int:
    """Return the month with which a fiscal year begins, counted from January of the year that gives it its name.

    Examples
    --------
    >>> first_month(4, "beginning"), first_month(10, "end"), first_month(1, "end")
    (4, -2, 1)
    """
    return begins - DECEMBER if named_by == "end" and begins > 1 else begins


def year_within(year: int, month: int, first_month: int) -> int:
    """Return the fiscal year in which a month of a calendar year lies.

    Parameters
    ----------
    year, month : int
        The calendar year and its month.
    first_month : int
        The month with which fiscal years begin (see :func:`first_month`).

    Examples
    --------
    >>> [year_within(2026, month, 4) for month in (3, 4)], [year_within(2026, month, -2) for month in (9, 10)]
    ([2025, 2026], [2026, 2027])
    """
    return year + (month - first_month) // DECEMBER


def fiscal_years_in(text: str, first_month: int = FIRST_MONTH) -> list[int]:
    """List the fiscal years in which the dates of a text lie: R9.3, 令和9年3月, 2027-03-31, 31.03.2027 are in 2026.

    A date of which nobody can say whether day or month comes first, and in whose fiscal year that matters, is in none.
    The first month is counted as :func:`first_month` does.

    Examples
    --------
    >>> fiscal_years_in("平成31年3月～令和9年度")
    [2018, 2027]
    >>> fiscal_years_in("30/06/2027", first_month=7), fiscal_years_in("03/08/2027", first_month=7)
    ([2026], [])
    >>> fiscal_years_in("2025-10-01", first_month=-2), fiscal_years_in("2025/26", first_month=-2)
    ([2026], [2026])
    """
    folded = unicodedata.normalize("NFKC", text)
    found = (
        {year_within(year, month, first_month) for month in _months(folded, year, end)} or {year}
        for year, end in _years_at(folded, later=int(first_month < 1))
    )
    return list(dict.fromkeys(years.pop() for years in found if len(years) == 1))


def _months(text: str, year: int, end: int) -> set[int]:
    """Return the month that stands behind or before a year; of 03/08/2027 both that it may be."""
    if month := MONTH.match(text, end):
        number = int(month[1] or month[2])
        return {number} if number <= DECEMBER else set()
    before = DAY_AND_MONTH.search(text, 0, max(text.rfind(str(year), 0, end), 0))
    if not before:
        return set()
    first, last = int(before[1]), int(before[3])
    return {last} if before[2] == "." else {month for month in (first, last) if month <= DECEMBER}


def period_in(text: str) -> tuple[int, int] | None:
    """Return the first and the last fiscal year of the period that a text names; None if it names none or several.

    Examples
    --------
    >>> [period_in(text) for text in ("総合計画（令和８〜１２年度）", "Plan 2026–30", "令和元年度～R5年度", "2025-26")]
    [(2026, 2030), (2026, 2030), (2019, 2023), None]
    """
    folded = unicodedata.normalize("NFKC", text)
    found = {period for each in PERIOD.finditer(by_first_year(folded)) if (period := _from_to(*each.groups()))}
    return found.pop() if len(found) == 1 else None


def without_periods(text: str) -> str:
    """Return a text without the periods of several years that it names."""
    folded = unicodedata.normalize("NFKC", text)
    return PERIOD.sub(lambda found: found[0] if years_across(found[0]) else " ", folded)


def _from_to(first: str, last: str) -> tuple[int, int] | None:
    begins = years_in(first)[0]
    if not last.isdecimal():
        ends = years_in(last)[0]
    elif len(last) > 2:  # noqa: PLR2004 - a year in full
        ends = int(last)
    else:
        counted_from = begins - int(re.sub(r"\D", "", first) or 1) if not first.endswith(str(begins)) else 2000
        ends = counted_from + int(last)
    return (begins, ends) if begins < ends else None


def years_across(text: str) -> list[int]:
    """List the fiscal years that a text names by both of their calendar years: 2025/26, 2025-26, 2025/2026."""
    return [int(first) for first, last in ACROSS.findall(text) if _follows(first, last)]


def by_first_year(text: str, later: int = 0) -> str:
    """Write 2025/26 and the like as the year in which it begins, with blanks behind: all else stays in its place.

    Where years are named by their end, it is one later.
    """

    def named(found: re.Match[str]) -> str:
        return str(int(found[1]) + later).ljust(len(found[0])) if _follows(*found.groups()) else found[0]

    return ACROSS.sub(named, text)


def _follows(first: str, last: str) -> bool:
    return (int(first) + 1) % 100 == int(last)


def _years_at(text: str, later: int = 0) -> list[tuple[int, int]]:
    """List the years that a text names (see :func:`by_first_year`), with the place at which each ends."""
    text = by_first_year(text, later)
    found: list[tuple[int, int, int]] = []
    for match in ERA_YEAR.finditer(text):
        first = ERAS[LETTERS.get(match[1].upper(), match[1])]
        found.append((match.start(), match.end(), first + (1 if match[2] == "元" else int(match[2])) - 1))
    found += [(match.start(), match.end(), int(match[1])) for match in COMMON_YEAR.finditer(text)]
    found += [(match.start(), match.end(), 2000 + int(match[1])) for match in SHORT_YEAR.finditer(text)]
    return [(year, end) for _, end, year in sorted(found)]


def without_years(text: str) -> str:
    """Return a text without the fiscal years that it names."""
    folded = by_first_year(unicodedata.normalize("NFKC", text))
    bare = SHORT_YEAR.sub("", COMMON_YEAR.sub("", ERA_YEAR.sub("", folded)))
    return re.sub(r"[(（\[［【]\s*[)）\]］】]", "", bare).strip()
