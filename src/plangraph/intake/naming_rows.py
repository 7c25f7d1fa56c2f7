"""What a row is about: its tier, what it stands under, its code and its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plangraph.fiscal_years import fiscal_years_in
from plangraph.intake.code_and_name import parted
from plangraph.intake.column_letters import index_of
from plangraph.intake.name_marks import unmarked
from plangraph.intake.offices import offices_in
from plangraph.intake.quarters import Part, part_in
from plangraph.intake.values import is_gap, joined, plain, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.intake.collected import Collected
    from plangraph.intake.filling import Cells
    from plangraph.intake.mapped_tables import Place
    from plangraph.intake.mapping import Column, Mapping, SheetOf
    from plangraph.intake.table_lines import Line
    from plangraph.intake.things import Element

AGAIN_ALONE = "再掲"
"""What a cell says of a row whose thing is listed elsewhere too."""
Places = dict[str, list["Place"]]
Section = tuple[str, str]
"""What a row with one text only names for the rows below it: the word of a tier or ``office``, and the text."""


@dataclass
class Row:
    """A row being carried."""

    sheet: SheetOf
    place: str
    line: Line
    year: int | None
    places: Sequence[Place]
    cells: Cells
    tier: str = ""
    commas: frozenset[int] = frozenset()
    """The columns of figures, from 0, in which a comma stands before fractions."""
    part: Part | None = None
    kind: str | None = None
    unit: str = ""
    again: bool = False
    about: Element | None = None
    above: dict[str, Element] = field(default_factory=dict)
    indicators: dict[int, Element] = field(default_factory=dict)

    @property
    def element(self) -> Element:
        """What the row is about, where it is known to be about something."""
        assert self.about is not None  # noqa: S101 - for the type checker
        return self.about

    @property
    def number(self) -> int:
        """Its number on the sheet; 0 for a form, which is no row there."""
        return 0 if self.sheet.form else self.line.row

    def on(self, tier: str) -> Element | None:
        """Return what the row is about, or stands under, on a tier."""
        if tier in self.above:
            return self.above[tier]
        found = self.about
        while found is not None and found.tier != tier:
            found = found.parent
        return found

    def year_of(self, column: Column, first_month: int) -> int | None:
        """Return the fiscal year of what a column says in the row: its own, that of a cell, or the row's."""
        if column.fiscal_year or not column.year_from:
            return column.fiscal_year or self.year
        at = index_of(column.year_from)
        years = fiscal_years_in(text_of(self.cells.get(at)) if at is not None else "", first_month)
        return years[0] if years else None

    def part_of(self, column: Column) -> Part | None:
        """Return the part of a year that a value is of: its column's, or the row's where the year is the row's too."""
        if column.quarter:
            named = part_in([column.heading])
            return named if named and named.quarter == column.quarter else Part(column.quarter, f"Q{column.quarter}")
        return None if column.fiscal_year or column.year_from else self.part


class RowNaming:
    """Rows of sheets, each as the element that it is about.

    Parameters
    ----------
    mapping : Mapping
        What each column is.
    collected : Collected
        Where elements are collected.
    """

    def __init__(self, mapping: Mapping, collected: Collected) -> None:
        self._mapping, self._collected = mapping, collected
        self._outline: dict[str, Element] = {}
        self._ranks = {tier.word: rank for rank, tier in enumerate(mapping.tiers)}

    def begin_table(self) -> None:
        """Forget what the rows of the table before were about."""
        self._outline.clear()

    def about(
        self, row: Row, by_field: Places, cells: Cells, section: Section | None, before: Element | None
    ) -> Element | None:
        """Return what a row is about; None if it does not say.

        Parameters
        ----------
        row : Row
            The row.
        by_field : dict
            Its columns by field.
        cells : dict
            Its cells by column.
        section : (str, str) or None
            What the last row with one text only said.
        before : Element or None
            What the row above is about, on which one more indicator goes on.
        """
        own = self._tier_of(row, by_field, cells)
        if own is None:
            return None
        code, label = _name_of(by_field, cells, own)
        if section and section[0] == own and by_field.get("indicator") and not (label or code):
            return self._collected.named(own, None, *parted(joined(section[1]), "", own))
        if not label and not code:
            return before if before is not None and _continues(by_field, cells) else None
        parent = self._parent(own, row, by_field, section)
        if parent is None and (row.tier or by_field.get("tier")):
            parent = self._above_in_outline(own)
        row.again |= unmarked(label).again or any(text_of(cell) == AGAIN_ALONE for cell in cells.values())
        element = self._collected.listed(own, parent, code, label, again=row.again)
        self._outline[own] = element
        if row.sheet.office and not by_field.get("office"):
            self._collected.add_offices(element, [[row.sheet.office]])
        if section and section[0] == "office" and not (row.again and element.offices):
            self._collected.add_offices(element, offices_in(section[1], ""))
        return element

    def name_above(self, row: Row, by_field: Places, section: Section | None, own: Cells) -> bool:
        """Name what a row stands under that says nothing else, a step of stairs of columns; return whether it did."""
        names = {place.at for place in by_field.get("above", [])}
        if not names & set(own) or not set(own) <= names.union(place.at for place in row.places if place.column.tier):
            return False
        return self._parent(row.tier or row.sheet.tier, row, by_field, section) is not None

    def _parent(self, own: str, row: Row, by_field: Places, section: Section | None) -> Element | None:
        """Return the lowest of what a row stands under, which is named where it was not yet."""
        parts = _above(by_field, row.cells, section)
        parent: Element | None = None
        for tier in self._mapping.tiers:
            if tier.word == own:
                break
            if any(parts.get(tier.word, ())):
                parent = row.above[tier.word] = self._collected.named(tier.word, parent, *parts[tier.word])
        return parent

    def _above_in_outline(self, own: str) -> Element | None:
        """Return the last element of the nearest higher tier, where each row says its own tier."""
        for tier in [word for word in self._outline if self._ranks[word] >= self._ranks[own]]:
            del self._outline[tier]
        return max(self._outline.values(), key=lambda element: self._ranks[element.tier], default=None)

    def _tier_of(self, row: Row, by_field: Places, cells: Cells) -> str | None:
        own: str | None = row.tier or row.sheet.tier
        for place in by_field.get("tier", []):
            said = text_of(cells.get(place.at))
            own = next((tier.word for tier in self._mapping.tiers if plain(tier.word) == plain(said)), None)
            if own is None:
                self._collected.account.leave(row.place, row.number, place.letter, "tier", said)
        return own


def _above(by_field: Places, cells: Cells, section: Section | None) -> dict[str, list[str]]:
    """Return the code and name of what a row stands under, by tier."""
    parts: dict[str, list[str]] = {}
    if section and section[0] != "office":
        parts[section[0]] = list(parted(joined(section[1]), "", section[0]))
    for place in by_field.get("above", []):
        cell = joined(cells.get(place.at))
        if not is_gap(cell):
            code, name = parted(cell, place.column.part, place.column.tier)
            held = parts.setdefault(place.column.tier, ["", ""])
            held[0], held[1] = held[0] or code, held[1] or name
    return parts


def _name_of(by_field: Places, cells: Cells, tier: str) -> tuple[str, str]:
    code, label = "", ""
    for place in [*by_field.get("code", []), *by_field.get("label", [])]:
        cell = joined(cells.get(place.at))
        if is_gap(cell):
            continue
        part = "code" if place.column.field == "code" else place.column.part
        given, name = parted(cell, part, tier)
        code, label = code or given, label or name
    return code, label


def _continues(by_field: Places, cells: Cells) -> bool:
    """Check whether a row without a name goes on about the one above it: one more indicator or kind of figures."""
    more = [*by_field.get("indicator", []), *by_field.get("figure_kind", [])]
    return any(text_of(cells.get(place.at)) for place in more)
