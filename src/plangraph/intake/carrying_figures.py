"""Cells with numbers carried into figures: of what, of which kind, when, how much, and in which unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plangraph.fiscal_years import year_alone
from plangraph.intake.amounts_in_yen import in_yen, unit_of_amount
from plangraph.intake.decimal_commas import with_point
from plangraph.intake.kinds_of_figures import MONEY, OF_INDICATORS
from plangraph.intake.quarters import month_ended
from plangraph.intake.unmeasured import UNSTATED, unmeasured
from plangraph.intake.values import (
    figure,
    has_several_figures,
    in_ten_thousands,
    plain,
    text_of,
    unit_of_money,
    with_loss,
    without_brackets,
)

if TYPE_CHECKING:
    from plangraph.intake.collected import Collected
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapping import Column, Mapping
    from plangraph.intake.naming_rows import Row
    from plangraph.intake.quarters import Part
    from plangraph.intake.things import Element
    from plangraph.intake.values import Figure

IN_BRACKETS = re.compile(r"[(（\[［]\s*(?:単位\s*[:：]\s*)?([^()（）\[\]［］]+)[)）\]］]\s*$")
PERCENT = ("%", "％")


class FigureCarrying:
    """Figures carried one after the other.

    Parameters
    ----------
    mapping : Mapping
        What each column is.
    collected : Collected
        Where figures are collected.
    vocabulary : Vocabulary
        The units that stand in brackets behind the names of indicators.
    """

    def __init__(self, mapping: Mapping, collected: Collected, vocabulary: Vocabulary) -> None:
        self._collected, self._units = collected, vocabulary.units
        self._first_month = mapping.dataset.first_month
        self._english = mapping.dataset.language != "ja"
        self._unstated = UNSTATED.of(mapping.dataset.language)

    def carry(self, row: Row, column: Column, cell: object) -> str | None:
        """Carry a cell; return why it is left out, or nothing.

        None means that it is no figure but says what is to be done in a year, in a row beside that with its cost.
        """
        about = row.indicators.get(column.indicator) if column.indicator else row.about
        if about is None:
            return "no indicator"
        unit = column.unit or ("" if column.indicator else row.unit or row.sheet.unit)
        of = next(place for place in row.places if place.column is column)
        written, cell = text_of(cell), with_point(cell) if of.at in row.commas else cell
        said_as = in_ten_thousands(self._without_brackets(cell, column), unit) if isinstance(cell, str) else cell
        of_indicator = about.tier == self._collected.indicator_tier
        number = figure(said_as) or (unmeasured(cell) if of_indicator else None)
        kind = _kind_of(column.kind, row.kind)
        planned = kind in OF_INDICATORS and not of_indicator and (number is None or unit_of_money(number.unit or unit))
        if planned and not column.kind:
            return None
        if number is None:
            return "two numbers" if has_several_figures(text_of(cell)) else "no number"
        own = year_alone(number.aside) if number.aside else None
        year = own or row.year_of(column, self._first_month)
        if not (year and kind):
            return "no kind" if year else "no year"
        unit = self._unit_of(row, column, about, number, unit_of_amount(text_of(said_as), unit, kind))
        if not unit and not about.cells.get("unit"):
            return "no unit"
        value, unit = in_yen(number.value, "" if unmeasured(number.value) else unit)
        part = None if own else row.part_of(column)
        when = {"date": month_ended(year, part.quarter, self._first_month)} if part else {"fiscal_year": year}
        asides = [self._written(part, year), f"（{number.aside}）" if number.aside and not own else ""]
        said = {"about": about, "kind": kind, **when, "value": value, "unit": unit}
        said |= {"comparator": number.comparator, "note_ja": " ".join(filter(None, asides))}
        return self._collected.add_figure(said, row.place, row.number, of, written, again=row.again)

    def _without_brackets(self, text: str, column: Column) -> str:
        return with_loss(text) if self._english else without_brackets(text, column.heading)

    def _written(self, part: Part | None, year: int) -> str:
        if part is None:
            return ""
        return f"{part.written} ({year})" if self._english else f"{year}年度{part.written}"

    def _unit_of(self, row: Row, column: Column, about: Element, number: Figure, otherwise: str) -> str:
        """Return the unit of a figure: its own, its column's, that behind the name, or that of those beside it."""
        unit = number.unit or otherwise
        if unit or about.cells.get("unit"):
            return unit
        of_indicator = about.tier == self._collected.indicator_tier
        beside = self._in_brackets(about.label) or _unit_beside(row, column)
        return beside or (self._unstated if of_indicator else "")

    def _in_brackets(self, label: str) -> str:
        """Return the unit in brackets behind an indicator's name, or its sign of percent; empty if none is there."""
        bare = label.strip()
        if bare.startswith(PERCENT) or bare.endswith(PERCENT):
            return "%"
        found = IN_BRACKETS.search(label)
        return found[1].strip() if found and plain(found[1]) in self._units else ""


def _unit_beside(row: Row, column: Column) -> str:
    """Return the one unit that the other figures of the same indicator in a row say; empty if none, or several."""
    same = [p for p in row.places if p.column.field == "figure" and p.column.indicator == column.indicator != 0]
    numbers = (figure(row.cells[place.at]) for place in same if place.at in row.cells)
    units = {number.unit for number in numbers if number and number.unit}
    return units.pop() if len(units) == 1 else ""


def _kind_of(of_column: str, of_row: str | None) -> str:
    """Return the kind of a figure: under 事業費 a row of 国庫支出金 is a share of it, and one of その他 is neither."""
    if of_row is None or of_column not in MONEY or of_row == of_column:
        return of_column or of_row or ""
    return of_row if of_column == "Budget" and of_row in MONEY else ""
