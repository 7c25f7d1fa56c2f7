"""Columns that stand under a fiscal year: figures, costs, marks of a schedule, words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.fiscal_years import without_years
from plangraph.intake.heading_years import (
    is_only_years,
    is_relative,
    names_several_years,
    quarter_in,
    relative_year,
)
from plangraph.intake.kinds_of_figures import VALUES_OF_YEARS
from plangraph.intake.table_so_far import MOSTLY, numeric
from plangraph.intake.values import figure, unit_of_money
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.intake.finding import Heading
    from plangraph.intake.table_so_far import Guessed, TableSoFar

YEARLY = re.compile(r"(?:.{0,6}(?:計画|年次|年度|スケジュール|工程|推移|事業費))?")
"""What stands over years besides them where the rows say what is in them."""
SCHEDULE = frozenset("○◯〇●◎△▲□■→⇒➡⇨➔►▶←↔⇔・ー―─━＞>")


OF_QUARTER = Words(
    "。四半期・半期の値で、目標と書かれていないので実績とみる",
    "; the value of a part of a year, taken to be what was reached, since no target is named",
)
OF_UNKNOWN_YEAR = Words(
    "。年度の一部の値だが、どの年度か分からない（fiscal_year に書いてください）",
    "; of a part of a year, but of which year is not known: write it as fiscal_year",
)


def of_year(table: TableSoFar, heading: Heading, years: list[int], texts: list[str]) -> Guessed | None:
    """Guess what stands under a year: a figure whose kind the row says, a schedule, a cost, a value, words."""
    if (quarter := quarter_in(heading)) and (not texts or numeric(texts) > MOSTLY):
        return _value_of_quarter(table, heading, years, quarter)
    if table.kind_of_rows and len(years) == 1 and YEARLY.fullmatch(without_years(heading.text)):
        told = {"field": "figure", "fiscal_year": years[0], "indicator": table.indicators}
        told |= {"kind": table.planned} if table.sum_in_rows else {}
        told |= {} if table.indicators else {"unit": table.unit}
        return told, Words("年度の列。種類は行が述べる", "a column of a year; the row says the kind")
    if guess := scheduled(years, texts) or cost_of_year(table, heading, years, texts):
        return guess
    if len(years) == 1 and texts and table.indicators and numeric(texts) > MOSTLY:
        return _value_of_year(table, heading, years[0])
    if len(years) == 1 and texts and not any(figure(text) for text in texts):
        return {"field": "note"}, Words("年度ごとの文、備考として運ぶ", "words for a year; carried as a note")
    return None


def _value_of_quarter(table: TableSoFar, heading: Heading, years: list[int], quarter: int) -> Guessed:
    said = next((kind for word, kind in VALUES_OF_YEARS.items() if word in heading.text), "")
    year = years[0] if len(years) == 1 else 0
    told = {"field": "figure", "fiscal_year": year, "quarter": quarter}
    told |= {"kind": said or "ActualValue", "indicator": table.indicators} if table.indicators else {"unit": table.unit}
    return told, OF_QUARTER if year or table.year else OF_UNKNOWN_YEAR


def _value_of_year(table: TableSoFar, heading: Heading, year: int) -> Guessed:
    said = next((kind for word, kind in VALUES_OF_YEARS.items() if word in heading.text), "")
    said = said or table.vocabulary.kind_beside_year(heading.text)
    if said or table.year:
        kind = said or ("TargetValue" if table.year and year > table.year else "ActualValue")
        why = Words("年度の列。目標か実績かは書かれていない", "a column of a year; target or actual is not said")
    else:
        kind = table.done
        why = Words("年度の列。表の上の文から実績とみる", "a column of a year; actual, from the text above")
        if not kind:
            why = Words(
                "年度の列。目標か実績か分からない（kind に TargetValue か ActualValue と書いてください）",
                "a column of a year; target or actual is not known: write TargetValue or ActualValue as kind",
            )
    told = {"field": "figure", "kind": kind, "fiscal_year": year, "indicator": table.indicators}
    return told, Words("年度の列", "a column of a year") if said else why


def cost_of_year(table: TableSoFar, heading: Heading, years: list[int], texts: list[str]) -> Guessed | None:
    """Guess that bare years under a unit of money are costs, if what stands over the table says of which kind."""
    unit = unit_of_money(heading.text) or table.unit
    if table.indicators or not (unit and texts and is_only_years(heading)):
        return None
    if names_several_years(heading):
        return {"field": "none"}, Words("。一つの年度の数値ではない", "; not the figure of one fiscal year")
    year = years[0] if years else relative_year(heading, table.year)
    if not year or numeric(texts) <= MOSTLY / 2:
        return None
    kind = table.planned or (_kind_beside(table) if is_relative(heading) else "")
    told = {"field": "figure", "kind": kind, "fiscal_year": year, "unit": unit}
    if not kind:
        return told, Words(
            "。年度の列。予算か決算か分からない（kind に Budget か Settlement と書いてください）",
            "; a column of a year; budget or settlement is not known: write Budget or Settlement as kind",
        )
    return told, Words("。表の上の文と単位から、年度ごとの事業費", "; the cost of a year, from the text and unit above")


def _kind_beside(table: TableSoFar) -> str:
    """Return Budget or Settlement, if only one of them stands over columns: 前年度 beside 予算額 is a budget."""
    kinds = table.money & {"Budget", "Settlement"}
    return next(iter(kinds)) if len(kinds) == 1 else ""


def scheduled(years: list[int], texts: list[str]) -> Guessed | None:
    """Guess that marks and arrows under a year say when something is to be done."""
    if not years or not texts or not all(set(text) <= SCHEDULE for text in texts):
        return None
    return {"field": "note"}, Words("。年度ごとの予定の印、備考として運ぶ", "; marks of a schedule; carried as a note")
