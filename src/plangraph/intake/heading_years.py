"""The fiscal years that stand over a column: one, several, or one that is told from that of the table."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from plangraph.fiscal_years import by_first_year, without_years, years_in
from plangraph.intake.quarters import part_in
from plangraph.tables.money_units import YEN_IN_BRACKETS

if TYPE_CHECKING:
    from plangraph.intake.finding import Heading

SEVERAL_YEARS = re.compile(
    r"以降|以後|(?:[0-9]+|[一二三四五六七八九十]+)\s*(?:か|カ|ヵ|ヶ|ケ|箇)?年(?:間|度)?(?:の|分)?\s*(?:合計|計(?!画)|総額|累計)"
    r"|期間(?:の|中の|内の)?(?:合計|計|総額|累計)"
    r"|(?:R|H|令和|平成|20)\s*[0-9元]+\s*(?:年度?)?\s*[~〜－ー―-]\s*(?:R|H|令和|平成)?\s*[0-9]{1,4}"
)
"""What headings say of sums over several years."""
IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
UP_TO = re.compile(
    r"以前|まで|累計|jusqu|avant|antérieur|cumul|to date|up to|prior|before|hasta|anterior|\b(?:au|at|am)\s+[0-9]",
    re.IGNORECASE,
)
"""What headings say of all that was spent up to a year or day."""
RELATIVE_YEARS = {"前々年度": -2, "前年度": -1, "昨年度": -1, "翌々年度": 2, "翌年度": 1, "次年度": 1, "来年度": 1}
"""What a year is called that is told from that of the table."""


def quarter_in(heading: Heading) -> int:
    """Return the quarter with which the part of a year ends that a heading names; 0 if it names none."""
    part = part_in([*reversed(heading.parts), heading.text])
    return part.quarter if part else 0


def names_several_years(heading: Heading) -> bool:
    """Check whether the innermost part of a heading that names a year, or a sum over years, names several."""
    for part in reversed(heading.parts):
        years = years_in(part)
        if len(years) > 1 or SEVERAL_YEARS.search(by_first_year(unicodedata.normalize("NFKC", part))):
            return True
        if years:
            return False
    return False


def is_up_to_a_year(heading: Heading) -> bool:
    """Check whether a heading speaks of all years up to one: 令和5年度まで, au 31/12/2023."""
    return bool(UP_TO.search(unicodedata.normalize("NFKC", heading.text)))


def is_only_years(heading: Heading) -> bool:
    """Check whether a heading names years and sums of them, and nothing else."""
    text = IN_BRACKETS.sub("", unicodedata.normalize("NFKC", heading.text)).strip()
    bare = YEN_IN_BRACKETS.sub("", SEVERAL_YEARS.sub("", without_years(heading.text)))
    rest = re.sub(r"[年度案分\W]", "", bare)
    return text in RELATIVE_YEARS or (bool(years_in(heading.text) or bare != heading.text) and not rest)


def year_in(heading: Heading) -> int:
    """Return the one year that a heading names; 0 if it names none, or several."""
    years = years_in(heading.text)
    return years[0] if len(years) == 1 else 0


def is_relative(heading: Heading) -> bool:
    """Check whether a heading speaks of 前年度 and the like."""
    return any(word in heading.text for word in RELATIVE_YEARS)


def relative_year(heading: Heading, year: int | None) -> int:
    """Return the fiscal year of 前年度 and the like, from that of the table; 0 if the heading names none."""
    away = next((away for word, away in RELATIVE_YEARS.items() if word in heading.text), 0)
    return year + away if year and away else 0


def year_judged(heading: Heading, year: int | None) -> int:
    """Return the fiscal year of which a heading judges: what is to be done 次年度 is said of the year before."""
    relative = relative_year(heading, year)
    return year_in(heading) or (relative if year and relative < year else 0)
