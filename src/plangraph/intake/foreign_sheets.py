"""What is taken for granted of sheets that are not in Japanese: their language, currency and fiscal years."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import FIRST_MONTH, years_across
from plangraph.intake.language_of_sheets import language_of
from plangraph.intake.quarters import first_month_in
from plangraph.intake.values import text_of
from plangraph.tables.forms import CURRENCY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.table_draft import TableDraft

SIMPLIFIED = re.compile("[经编项单计标责实]")
"""Letters that only simplified Chinese has."""
SHARED = {"$", "pesos", "Rs"}
"""What is written of several currencies."""
IN_TWO_YEARS = dict.fromkeys(("AUD", "NZD", "USD", "ZAR"), 7)
"""The months with which fiscal years begin that bear two numbers (2025/26), by currencies; April with others."""


def foreign(drafts: Sequence[TableDraft], around: Sequence[str]) -> dict[str, Any]:
    """Return language and currency of sheets that are not in Japanese, and the month with which their years begin.

    Parameters
    ----------
    drafts : sequence of TableDraft
        Their tables.
    around : sequence of str
        What stands around these.

    Returns
    -------
    dict
        What ``[dataset]`` is to say; nothing if a heading is Japanese and no amount is in 元.
    """
    units = {column["unit"] for one in drafts for column in one.columns if column.get("unit")}
    named = {unit.rpartition(" ")[2] for unit in units}
    heads = [heading.text for one in drafts for heading in one.block.headings]
    if any(unit.endswith("元") for unit in named):
        currency = "CNY" if any(map(SIMPLIFIED.search, heads)) else "TWD"
        return {"language": "zh", "currency": currency, "year_begins": 1}
    if not all(one.is_english for one in drafts):
        return {}
    codes = {code for code in named if re.fullmatch(CURRENCY, code)}
    currency = codes.pop() if len(codes) == 1 else ""
    told = {"currency": currency} if currency or named & SHARED else {}
    if any(unit.endswith("원") for unit in named):
        told = {"currency": "KRW"}
    names = [
        text for one in drafts for column in one.columns for cell in one.body(column["at"]) if (text := text_of(cell))
    ]
    begins = _year_begins(drafts, currency)
    return {"language": language_of([*heads, *names, *around]), **told, "year_begins": begins}


def _year_begins(drafts: Sequence[TableDraft], currency: str) -> int:
    """Return the month with which fiscal years begin: by the months of a quarter, or by 2025/26 and the currency."""
    heads = [heading.text for one in drafts for heading in one.block.headings]
    told = (cell for one in drafts for field in ("quarter", "year") for at in one.of(field) for cell in one.body(at))
    texts = [*heads, *(text for one in drafts for text in one.block.above), *map(text_of, told)]
    by_quarters = Counter(month for text in heads if (month := first_month_in(text)))
    if by_quarters:
        return by_quarters.most_common(1)[0][0]
    return IN_TWO_YEARS.get(currency, FIRST_MONTH) if any(map(years_across, texts)) else 1
