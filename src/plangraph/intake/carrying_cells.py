"""Cells carried into what they say of their row's element."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from plangraph.fiscal_years import fiscal_years_in
from plangraph.intake.areas import areas_in
from plangraph.intake.carrying_figures import FigureCarrying
from plangraph.intake.code_and_name import parted
from plangraph.intake.collected import WHOLE
from plangraph.intake.mapping import DirectionOf
from plangraph.intake.marks import checked, is_mark
from plangraph.intake.offices import offices_in
from plangraph.intake.persons import without_contacts
from plangraph.intake.sdg_names import sdg_codes
from plangraph.intake.values import code_of, is_gap, joined, plain, text_of
from plangraph.sheets.faults import is_fault
from plangraph.tables.forms import KANA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.collected import Collected
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapped_tables import Place
    from plangraph.intake.mapping import Column, GradeOf, Mapping
    from plangraph.intake.naming_rows import Row

OF_EITHER = frozenset(("note", "office", "area", "grade", "direction", "evaluation_note"))
"""The fields that say something of an indicator of their row, where their column is given its number."""
FROM_TO = re.compile(r"[〜～~－―ー–—−-]|から")


class CellCarrying:
    """Cells carried one after the other.

    Parameters
    ----------
    mapping : Mapping
        What each column is.
    collected : Collected
        Where what they say is collected.
    vocabulary : Vocabulary
        The units of indicators, and the words for all of a city.
    """

    def __init__(self, mapping: Mapping, collected: Collected, vocabulary: Vocabulary) -> None:
        self._collected = collected
        self._choices = {"grade": _choices(mapping.grades), "direction": _choices(mapping.directions)}
        self._figures = FigureCarrying(mapping, collected, vocabulary)
        self._whole, self._first_month = vocabulary.whole, mapping.dataset.first_month

    def cell(self, row: Row, place: Place, cell: object) -> bool:
        """Carry a cell of a row that is about something; return whether it was carried."""
        column, text, account = place.column, text_of(cell), self._collected.account
        if column.field in {"person", "none"}:
            account.reasons[column.field] += 1
            return False
        if is_fault(text):
            account.leave(row.place, row.number, place.letter, "fault", text)
            return False
        if is_gap(text) and plain(text) not in self._choices.get(column.field, ()):
            account.reasons["gap"] += 1
            return False
        carried = getattr(self, f"_carry_{column.field}", None)
        if column.tier and carried is not None and column.field != "also":
            about = row.on(column.tier)
            if about is None:
                account.leave(row.place, row.number, place.letter, "no parent", text)
                return False
            row = replace(row, about=about)
        if column.indicator and column.field in OF_EITHER:
            carried = self._carry_of_indicator
        if carried is None:  # what names the row, and is carried with it
            return True
        why = carried(row, column, cell)
        if why:
            account.leave(row.place, row.number, place.letter, why, text)
        return not why

    def _cells(self, row: Row, column: Column, cell: object) -> str:
        text = joined(cell)
        if row.element.cells.setdefault(column.field, text) != text:
            return "twice"
        return ""

    _carry_label_en = _carry_alt_ja = _carry_legal_basis = _cells

    def _carry_reading_ja(self, row: Row, column: Column, cell: object) -> str:
        return self._cells(row, column, cell) if re.match(KANA, joined(cell)) else "no kana"

    def _carry_start(self, row: Row, column: Column, cell: object) -> str:
        years = fiscal_years_in(text_of(cell), self._first_month)
        return self._cells(row, column, str(years[0])) if years else "year text"

    _carry_end = _carry_start

    def _carry_period(self, row: Row, _: Column, cell: object) -> str:
        first, _to, last = FROM_TO.sub("~", text_of(cell)).partition("~")
        begin, end = (fiscal_years_in(part, self._first_month) for part in (first, last))
        if not begin and not end:
            return "year text"
        for name, years in (("start", begin), ("end", end)):
            if years and row.element.cells.setdefault(name, str(years[0])) != str(years[0]):
                return "twice"
        return ""

    def _carry_page(self, row: Row, column: Column, cell: object) -> str:
        found = re.search(r"[0-9]+", unicodedata.normalize("NFKC", text_of(cell)))
        return self._cells(row, column, str(int(found[0]))) if found and int(found[0]) else "page"

    def _carry_note(self, row: Row, column: Column, cell: object) -> str:
        text = self._without_contacts(text_of(cell))
        if not text:
            return "contact"
        heading = column.heading or column.field
        said = row.element.notes.get(heading, "")
        if text not in said.split(" / "):
            row.element.notes[heading] = f"{said} / {text}" if said else text
        return ""

    def _without_contacts(self, text: str) -> str:
        bare, contacts = without_contacts(text)
        if contacts and bare:
            self._collected.account.reasons["contact"] += 1
        return bare

    def _carry_office(self, row: Row, column: Column, cell: object) -> str:
        if column.value and not is_mark(cell):
            return "mark"
        paths: Sequence[Sequence[str]] = offices_in(column.value or cell, column.separators)
        if row.again and row.element.offices:
            return "again"
        above = _levels(row, column) or ([row.sheet.office] if row.sheet.office else [])
        if above:
            paths = [[*above, *[name for name in path if name not in above]] for path in paths]
        self._collected.add_offices(row.element, paths)
        return ""

    def _carry_also(self, row: Row, column: Column, cell: object) -> str:
        if column.value and not is_mark(cell):
            return "mark"
        named = parted(column.value or joined(cell), column.part, column.tier)
        other = self._collected.named(column.tier, None, *named)
        row.element.also[id(other)] = other
        return ""

    def _carry_area(self, row: Row, column: Column, cell: object) -> str:
        """Carry the areas of a cell; that it is about all of the city is a note."""
        if column.value and not is_mark(cell):
            return "mark"
        for name in [column.value] if column.value else areas_in(cell, column.separators):
            if plain(name) in self._whole:
                self._carry_note(row, column, name)
            else:
                self._collected.add_area(row.element, name)
        return ""

    def _carry_sdg(self, row: Row, column: Column, cell: object) -> str:
        if column.goal and not is_mark(cell):
            return "mark"
        codes = [str(column.goal)] if column.goal else sdg_codes(text_of(cell))
        for code in codes:
            self._collected.sdgs[id(row.element), code] = (row.element, code)
        return "" if codes else "sdg"

    def _carry_indicator(self, row: Row, column: Column, cell: object) -> str:
        if column.part == "code":  # carried with the name
            return ""
        same = (p for p in row.places if p.column.field == "indicator" and p.column.indicator == column.indicator)
        codes = (code_of(text_of(row.cells.get(place.at))) for place in same if place.column.part == "code")
        tier = self._collected.indicator_tier
        row.indicators[column.indicator] = self._collected.listed(tier, row.element, next(codes, ""), joined(cell))
        return ""

    def _carry_of_indicator(self, row: Row, column: Column, cell: object) -> str:
        """Carry what a column says of an indicator; a text, or a grade that nobody has explained, is a note."""
        if (about := row.indicators.get(column.indicator)) is None:
            return "no indicator"
        row = replace(row, about=about)
        if column.field in {"office", "area"}:
            return str(getattr(self, f"_carry_{column.field}")(row, column, cell))
        judged = self._chosen(column, cell) if row.year_of(column, self._first_month) else None
        return self._judged(row, column, cell) if judged and _meant(judged) else self._carry_note(row, column, cell)

    def _carry_unit(self, row: Row, column: Column, cell: object) -> str:
        unit, indicator = text_of(cell).strip("()（）"), row.about and row.about.tier == self._collected.indicator_tier
        if not column.indicator and not indicator:
            row.unit = unit
            return ""
        about = row.about if indicator else row.indicators.get(column.indicator)
        if about is None:
            return "no indicator"
        return "" if about.cells.setdefault("unit", unit) == unit else "twice"

    def _carry_figure(self, row: Row, column: Column, cell: object) -> str:
        why = self._figures.carry(row, column, cell)
        return self._carry_note(row, column, cell) if why is None else why

    def _carry_grade(self, row: Row, column: Column, cell: object) -> str:
        return self._judged(row, column, cell)

    def _carry_direction(self, row: Row, column: Column, cell: object) -> str:
        return self._judged(row, column, cell)

    def _judged(self, row: Row, column: Column, cell: object) -> str:
        if column.value and not is_mark(cell):
            return "mark"
        text, choice = column.value or checked(text_of(cell)), self._chosen(column, cell)
        year = column.fiscal_year or row.year
        if choice is None or not year:
            return column.field if choice is None else "no year"
        part, heading = row.part_of(column), column.heading or column.field
        if part and part.written not in unicodedata.normalize("NFKC", heading):
            heading = f"{part.written} {heading}"
        said = text if _meant(choice) or plain(choice.word) in plain(text) else f"{text} {choice.word}"
        why = self._said(row, year, heading, said) if part or not _meant(choice) else ""
        if why or not _meant(choice) or row.about is None:
            return why
        since = (_meant(choice) != "NotJudged", part.quarter if part else WHOLE)
        return self._collected.judge(row.about, year, column.field, choice.code, since)

    def _chosen(self, column: Column, cell: object) -> GradeOf | DirectionOf | None:
        text = column.value or checked(text_of(cell))
        found: GradeOf | DirectionOf | None = self._choices.get(column.field, {}).get(plain(text))
        return found

    def _carry_evaluation_note(self, row: Row, column: Column, cell: object) -> str:
        year = column.fiscal_year or row.year
        if not year:
            return "no year"
        text = self._without_contacts(text_of(cell))
        return self._said(row, year, column.heading or column.field, text) if text else "contact"

    def _said(self, row: Row, year: int, heading: str, text: str) -> str:
        notes = self._collected.evaluation(row.element, year).setdefault("notes", {})
        return "" if notes.setdefault(heading, text) == text else "twice"


def _meant(choice: GradeOf | DirectionOf) -> str:
    """Return where a grade stands, or to what a direction comes; empty if nobody has said."""
    return choice.course if isinstance(choice, DirectionOf) else choice.standing


def _choices(rows: Sequence[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        for value in (row.code, row.word, f"{row.code}{row.word}", *row.values):
            found.setdefault(plain(value), row)
    return found


def _levels(row: Row, column: Column) -> list[str]:
    """Return the names of the levels above an office's own, from the columns of the row."""
    found = []
    higher = [place for place in row.places if place.column.field == "office" and 0 < place.column.level < column.level]
    for place in sorted(higher, key=lambda place: place.column.level):
        cell = row.cells.get(place.at)
        if cell is not None and not is_gap(text_of(cell)):
            found += offices_in(cell, "")[0][:1]
    return list(dict.fromkeys(found))
