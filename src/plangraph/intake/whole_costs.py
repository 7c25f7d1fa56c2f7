"""What 総事業費 is: the cost of a year, the budget or settlement of one, or the cost of all years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import years_in
from plangraph.intake.kinds_of_figures import MONEY
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.finding import Block

    Column = dict[str, Any]

WHOLE_COST = re.compile(r"総事業費|全体事業費|総額")
OVER_IT = {"決算": "Settlement", "予算": "Budget"}
"""What stands over 総事業費 where it is no cost of all kinds: R5予算, R5決算."""
NOT_YET = re.compile(r"見込|補正|要求")
ALL_YEARS = Words("。全期間の事業費で、一つの年度の数値ではない", "; the cost of all years, of no one alone")


OF_HEADING = Words("。目の額で、事業の額ではない", "; of a heading of the budget (目), not of the project")


def leave_sums_of_headings(columns: Sequence[Column], block: Block, lang: str) -> None:
    """Leave out the sums of 目 where the projects that explain it have sums of their own, under 説明."""
    groups = {heading.index: heading.parts[:-1] for heading in block.headings}
    named = {groups[column["at"]] for column in columns if column["field"] == "label"} - {()}
    money = [column for column in columns if column.get("kind") in MONEY]
    if not any(groups[column["at"]] in named for column in money):
        return
    for column in (column for column in money if groups[column["at"]] not in named):
        column["field"] = "none"
        del column["kind"]
        column["reason"] += OF_HEADING.of(lang)


def tell_whole_costs(columns: Sequence[Column], block: Block, lang: str, *, period: bool) -> None:
    """Read 総事業費 under 予算 and under 決算 as these, and leave out that of several years."""
    _under_budget_and_settlement(columns, block, lang)
    _of_all_years(columns, block, lang, period=period)


def _under_budget_and_settlement(columns: Sequence[Column], block: Block, lang: str) -> None:
    """Separate 総事業費 under R5予算 from that under R5決算, where no other column has either."""
    over = {heading.index: "".join(heading.parts[:-1]) for heading in block.headings}
    costs = [
        column for column in columns if column.get("kind") == "TotalCost" and not NOT_YET.search(over[column["at"]])
    ]
    said = {column["at"]: kind for column in costs for word, kind in OVER_IT.items() if word in over[column["at"]]}
    if len(set(said.values())) < len(OVER_IT) or any(column.get("kind") in OVER_IT.values() for column in columns):
        return
    for column in (column for column in costs if column["at"] in said):
        column["kind"] = said[column["at"]]
        why = Words(f"。「{over[column['at']]}」の下にある", f"; it stands under '{over[column['at']]}'")
        column["reason"] += why.of(lang)


def _of_all_years(columns: Sequence[Column], block: Block, lang: str, *, period: bool) -> None:
    """Leave out 総事業費 beside a period or several years: it is the cost of all of them, and of no one year."""
    years = {column["fiscal_year"] for column in columns if column.get("fiscal_year")}
    years.update(year for heading in block.headings for year in years_in(heading.text))
    if len(years) < 2 and not period:  # noqa: PLR2004 - one year is that of the table
        return
    for column in [column for column in columns if column.get("kind") == "TotalCost"]:
        if WHOLE_COST.search(column["heading"]) and not column.get("fiscal_year"):
            column["field"] = "none"
            del column["kind"]
            column["reason"] += ALL_YEARS.of(lang)
