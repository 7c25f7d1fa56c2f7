"""Sheets carried into a dataset as a mapping says, with an account of every cell."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from plangraph.errors import Problem, SheetError
from plangraph.fiscal_years import fiscal_years_in
from plangraph.intake.account import OfSheet
from plangraph.intake.areas import areas_in
from plangraph.intake.as_dataset import as_dataset
from plangraph.intake.carrying_cells import CellCarrying
from plangraph.intake.code_and_name import parted
from plangraph.intake.collected import AREA, OFFICE, Collected
from plangraph.intake.column_letters import letters_of
from plangraph.intake.decimal_commas import DecimalCommas
from plangraph.intake.doubtful_rows import told_of
from plangraph.intake.filling import filled
from plangraph.intake.form_sheets import FormTable, places_of
from plangraph.intake.kinds_of_figures import SHARES
from plangraph.intake.lost_zeros import lost_zeros
from plangraph.intake.mapped_tables import Placing
from plangraph.intake.naming_rows import Row, RowNaming
from plangraph.intake.offices import offices_in, under_bureau
from plangraph.intake.order_of_dates import OrderOfDates, with_years_first
from plangraph.intake.quarters import part_in
from plangraph.intake.repeated_rows import repeated_rows, told_of_repeated
from plangraph.intake.shared_cells import shared_cells
from plangraph.intake.values import is_gap, joined, text_of
from plangraph.tables.excel import changed_text
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.dataset_files.content import Content
    from plangraph.intake.account import Account
    from plangraph.intake.filling import Cells
    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapped_tables import Place, Placed
    from plangraph.intake.mapping import Mapping
    from plangraph.intake.naming_rows import Section
    from plangraph.intake.spellings import Spellings
    from plangraph.intake.table_lines import Line
    from plangraph.intake.things import Element
    from plangraph.sheets import Sheet

ORDER = {"indicator": 0, "unit": 1}
"""The fields that others in a row need to be known."""
FORMULA = re.compile(r"^\s*(=|@\w+\(|[+-].*[|!(])")
"""What a program for sheets would compute or run, were it written into a table."""
EMPTY_HANDED = Words(
    "運べる行がありません。対応表の header_rows と columns を確かめてください",
    "has no row that can be carried: look at header_rows and columns in the mapping",
)
NAMELESS = Words(
    "名称が一つもありません。対応表で、名称のある列の field を label にしてください",
    "has no name at all: set the field of the column with names to label in the mapping",
)


class Carrying:
    """An import: sheets carried one after the other, and the dataset at the end.

    Parameters
    ----------
    mapping : Mapping
        What each column is.
    vocabulary : Vocabulary
        The words of totals and notes, and of headings where the mapping names no rows.
    spellings : Spellings
        What spellings there are, and what a person has said of them.
    file : str
        What the file with the mapping is called.
    """

    def __init__(
        self, mapping: Mapping, vocabulary: Vocabulary, spellings: Spellings, file: str = "mapping.toml"
    ) -> None:
        self._mapping, self._vocabulary, self.spellings = mapping, vocabulary, spellings
        self._placing = Placing(mapping, vocabulary, file)
        self._collected = Collected(mapping, spellings)
        self._naming = RowNaming(mapping, self._collected)
        self._cells = CellCarrying(mapping, self._collected, vocabulary)
        self._parts = frozenset[str]()
        self._lost = dict[tuple[int, int], str]()
        self._repeated = dict[int, str]()
        self._commas = frozenset[int]()
        self._dates = OrderOfDates(mapping.dataset)

    @property
    def account(self) -> Account:
        """How much was carried, and what was left out and why."""
        return self._collected.account

    def carry(self, sheets: Sequence[Sheet]) -> Content:
        """Carry sheets into a dataset.

        Raises
        ------
        SheetError
            If the mapping does not fit the sheets, or nothing is found to carry.
        """
        self._decimals = DecimalCommas.of(sheets, self._mapping.dataset)
        tables = list(self._placing.on(sheets))
        for table in tables:
            self._count_names(table)
        self.spellings.cluster()
        for table in tables:
            self._carry(table)
        self.account.leave_sheets(sheets, {place for table in tables for place in places_of(table.block.sheet)})
        if not self._collected.registry.elements:
            raise SheetError([Problem.of_file(sheet.place, EMPTY_HANDED) for sheet in sheets])
        if not any(element.label for element in self._collected.registry.elements):
            raise SheetError([Problem.of_file(sheet.place, NAMELESS) for sheet in sheets])
        self._collected.registry.settle_codes()
        return as_dataset(self._mapping, self._collected)

    def _count_names(self, table: Placed) -> None:
        """Count the names of offices and of what rows stand under, so that their spellings are known beforehand."""
        of = table.of
        if of.within:
            self.spellings.count(of.section, parted(of.within, "", of.section)[1])
        for line, cells in filled(table.lines, table.places):
            if line.sort == "section" and of.section and of.section != "office":
                self.spellings.count(of.section, parted(joined(line.text), "", of.section)[1])
            if line.sort == "data":
                for place in table.places:
                    self._count_name(place, cells.get(place.at))

    def _count_name(self, place: Place, cell: object) -> None:
        column = place.column
        if cell is None or is_gap(text_of(cell)):
            return
        if column.field == "above" and column.part != "code":
            self.spellings.count(column.tier, parted(joined(cell), column.part, column.tier)[1])
        elif column.field == "area" and not column.value:
            for name in areas_in(cell, column.separators):
                self.spellings.count(AREA, name)
        elif column.field == "office":
            for path in offices_in(cell, column.separators):
                for name in path:
                    self.spellings.count(OFFICE, name)

    def _carry(self, table: Placed) -> None:
        told = OfSheet(table.block.sheet.place, columns=[place.told for place in table.places])
        self.account.sheets.append(told)
        self.account.columns += [place.told for place in table.places]
        section: Section | None = (table.of.section, table.of.within) if table.of.within else None
        before: Element | None = None
        of_office = table.of.section == "office"
        self._naming.begin_table()
        self._parts = self._parts_in(table)
        self._lost, self._shared = lost_zeros(table.lines, table.places), shared_cells(table)
        self._repeated = repeated_rows(table)
        self._commas = self._decimals.figures_of(table)
        self.account.made += [*told_of(table), *told_of_repeated(told.sheet, self._repeated)]
        self.account.made += [*self._decimals.told_of(table), *self._dates.told_of(table)]
        dates = self._dates.columns_of(table)
        if isinstance(table.block.sheet, FormTable):
            self._tell_form(table.block.sheet, told)
        for line, cells in filled(table.lines, table.places):
            told.rows[line.sort] += bool(line.cells)  # a row that lists several things comes once for each
            own = {at: cell for at, cell in enumerate(line.cells) if cell is not None and text_of(cell)}
            told.cells += len(own)
            for place in table.places:
                place.told.filled += place.at in own
            if line.sort == "section" and table.of.section:
                section = (table.of.section, under_bureau(line.text, section) if of_office else line.text)
                told.sections += len(own)
            elif line.sort != "data":
                self._leave_line(told.sheet, line, own)
            else:
                before = self._row(table, line, with_years_first(cells, dates), own, section, before)
                told.carried_rows += before is not None and bool(line.cells)

    def _tell_form(self, forms: FormTable, told: OfSheet) -> None:
        """Record how much of the forms was read, and what was not."""
        self.account.made.append(forms.told)
        told.cells += len(forms.unread)
        for place, row, at, text in forms.unread:
            self.account.leave(place, row + 1, letters_of(at), "form", text)

    def _parts_in(self, table: Placed) -> frozenset[str]:
        """List what rows are called that are parts of one kind of share, none the whole: 国庫支出金 and 県支出金."""
        at = {place.at for place in table.places if place.column.field == "figure_kind"}
        said = {text_of(line.cells[one]) for line in table.lines if line.sort == "data" for one in at}
        kinds = {text: self._vocabulary.kind_of_row(text) for text in said}
        several = {kind for kind in SHARES if list(kinds.values()).count(kind) > 1}
        return frozenset(text for text, kind in kinds.items() if kind in several)

    def _leave_line(self, sheet: str, line: Line, own: Cells) -> None:
        if not own:
            return
        for at, cell in own.items():
            self.account.leave(sheet, line.row, letters_of(at), line.sort, text_of(cell))

    def _row(
        self, table: Placed, line: Line, cells: Cells, own: Cells, section: Section | None, before: Element | None
    ) -> Element | None:
        """Carry a row of data; return what it is about."""
        where, tier = table.block.sheet.place_of(line.row - 1), table.tiers.get(line.row, "")
        row = Row(table.of, where, line, table.of.fiscal_year, table.places, cells, tier, self._commas)
        row.again = line.row in self._repeated
        self._leave_formulas(row, cells, own)
        self._leave_changed_codes(row, cells, own)
        self._leave_shared(row, cells, own)
        mapped = {place.at for place in table.places}
        if unmapped := sum(at not in mapped for at in own):
            self.account.reasons["unmapped"] += unmapped
        by_field: dict[str, list[Place]] = {}
        for place in table.places:
            by_field.setdefault(place.column.field, []).append(place)
        for place in [*by_field.get("year", []), *by_field.get("quarter", [])]:
            years = fiscal_years_in(text_of(cells.get(place.at)), self._mapping.dataset.first_month)
            row.year = years[0] if years else row.year
        told = [text_of(cells.get(place.at)) for field in ("quarter", "year") for place in by_field.get(field, [])]
        row.part = part_in(told)
        for place in by_field.get("figure_kind", []):
            said = text_of(cells.get(place.at))
            if said and not is_gap(said) and not self._vocabulary.is_total(said):
                row.kind = "" if said in self._parts else self._vocabulary.kind_of_row(said)
        row.about = self._naming.about(row, by_field, cells, section, before)
        if row.about is None:
            if self._naming.name_above(row, by_field, section, own):
                self._carry_cells(row, [place for place in table.places if place.column.tier], own)
                return None
            for at, cell in own.items():
                self.account.leave(row.place, row.number, letters_of(at), "no name", text_of(cell))
            return None
        self._carry_cells(row, table.places, own)
        return row.about

    def _carry_cells(self, row: Row, places: Sequence[Place], own: Cells) -> None:
        for place in sorted(places, key=lambda place: ORDER.get(place.column.field, len(ORDER))):
            cell = row.cells.get(place.at)
            if cell is None or not text_of(cell):
                continue
            taken = self._cells.cell(row, place, cell)
            if place.at in own:
                place.told.carried += taken

    def _leave_changed_codes(self, row: Row, cells: Cells, own: Cells) -> None:
        """Leave out what Excel has made of codes: 2025-01-01 for 1-1, and 1.1 for 1.10."""
        for place in row.places:
            if "code" in {place.column.field, place.column.part} and place.at in cells:
                cell = cells[place.at]
                text = f"{cell:%Y/%m/%d}" if isinstance(cell, date) else text_of(cell)
                lost = self._lost.get((row.line.row, place.at))
                if lost or (not is_gap(text) and changed_text(text)):
                    del cells[place.at]
                    if own.pop(place.at, None) is not None:
                        why = "lost zero" if lost else "date code"
                        self.account.leave(row.place, row.number, place.letter, why, text)

    def _leave_shared(self, row: Row, cells: Cells, own: Cells) -> None:
        """Leave out the number of a cell that is merged over the rows of several things."""
        for at in [at for at in cells if (row.line.row, at) in self._shared]:
            text = text_of(cells.pop(at))
            if own.pop(at, None) is not None:
                self.account.leave(row.place, row.number, letters_of(at), "shared", text)

    def _leave_formulas(self, row: Row, cells: Cells, own: Cells) -> None:
        for at, cell in list(own.items()):
            if isinstance(cell, str) and FORMULA.match(cell):
                self.account.leave(row.place, row.number, letters_of(at), "formula", text_of(own.pop(at)))
                cells.pop(at, None)
