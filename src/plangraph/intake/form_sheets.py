"""Forms about one thing each, label cells beside their values, read as the rows of one table."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from plangraph.intake.form_cells import FormLabels, entries_of
from plangraph.intake.values import text_of
from plangraph.sheets import Sheet
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plangraph.intake.form_cells import Entry
    from plangraph.intake.heading_words import Vocabulary

    Form = tuple[Sheet, int, list[Entry]]
    """A form, its first row on the sheet, and what it says."""

LEAST_LABELS = 3
"""How many labels with values a form has at least, one of them a name."""
NAMES = "（帳票）"
"""What the table of forms is called."""
HEADER = range(1, 3)
"""Its rows of headings, below the title."""


@dataclass(frozen=True)
class FormTable(Sheet):
    """Forms of one kind as a table, a row each, under two rows of headings.

    Attributes
    ----------
    origins : sequence of str
        The sheet from which each row is.
    filled : int
        How many cells the forms have that say something.
    unread : sequence of (str, int, int, str)
        Those of them that are no title, label or value: the sheet, the row and column from 0, and what each says.
    """

    origins: Sequence[str] = field(default=())
    filled: int = 0
    unread: Sequence[tuple[str, int, int, str]] = field(default=())

    def place_of(self, row: int) -> str:
        """Return the sheet on which a form stands, by its row from 0."""
        return self.origins[row - HEADER.stop] if row >= HEADER.stop else self.place

    @property
    def told(self) -> Words:
        """How much of the forms was read."""
        cells, forms = Count(self.filled), Count(len(self.origins))
        read = Count(cells - len(self.unread))
        return Words(
            f"{self.place} 帳票 {forms:,} 件のセル {cells:,} のうち、表題、見出し、値として読んだのは {read:,}",
            f"{self.place}: {read:,} of {cells:,} {cells:cell|cells} of {forms:,} {forms:form|forms} "
            f"{read:is|are} read as titles, labels and values",
        )


def places_of(sheet: Sheet) -> frozenset[str]:
    """Return the sheets that a table is from: its own, or those of the forms that are its rows."""
    return frozenset(sheet.origins if isinstance(sheet, FormTable) else (sheet.place,))


def read_forms(sheets: Iterable[Sheet], vocabulary: Vocabulary, labels: Iterable[str] = ()) -> list[FormTable]:
    """Read sheets that are forms, as one table a file.

    Parameters
    ----------
    sheets : iterable of Sheet
        The sheets; what is no form among them is passed over.
    vocabulary : Vocabulary
        The words of labels.
    labels : iterable of str
        More labels, as a mapping names them.
    """
    known = FormLabels(vocabulary, labels)
    files: dict[str, list[Form]] = {}
    for sheet in sheets:
        for part, first in _parts(sheet, known):
            entries = entries_of(part, known)
            if _is_form(entries, known):
                files.setdefault(sheet.file, []).append((part, first, entries))
    return [_table(file, forms) for file, forms in files.items()]


def is_rather_a_form(sheet: Sheet, header: range, vocabulary: Vocabulary) -> bool:
    """Check whether a sheet is a form although some of its rows look like headings: labels and values alternate.

    Parameters
    ----------
    sheet : Sheet
        The sheet.
    header : range
        The rows that look like headings.
    vocabulary : Vocabulary
        The words of labels.
    """
    known = FormLabels(vocabulary)
    filled = [[cell for cell in row if text_of(cell)] for row in sheet.rows]
    alternating = [row for row in (filled[at] for at in header) if _alternates(row, known)]
    labelled = sum(bool(row) and known.is_label(row[0]) for row in filled)
    return bool(alternating) and labelled * 2 > sum(map(bool, filled)) and bool(read_forms([sheet], vocabulary))


def _alternates(cells: Sequence[object], known: FormLabels) -> bool:
    return (
        known.is_label(cells[0])
        and not any(known.is_label(cell) and known.is_label(after) for cell, after in pairwise(cells))
        if len(cells) > 1
        else False
    )


def _is_form(entries: Sequence[Entry], known: FormLabels) -> bool:
    simple = [entry for entry in entries if entry.table == "" and known.meaning(entry.parts[0])]
    return len(simple) >= LEAST_LABELS and any(known.names(entry.parts[0]) for entry in simple)


def _parts(sheet: Sheet, known: FormLabels) -> list[tuple[Sheet, int]]:
    """Split a sheet at each row in which its first name stands again; return the first row of each part too."""
    first = next(
        ((row, at) for row, cells in enumerate(sheet.rows) for at, cell in enumerate(cells) if known.names(cell)), None
    )
    if first is None:
        return []
    wanted = text_of(sheet.rows[first[0]][first[1]])
    starts = [
        row for row, cells in enumerate(sheet.rows) if len(cells) > first[1] and text_of(cells[first[1]]) == wanted
    ]
    if len(starts) == 1:
        return [(sheet, 0)]
    title = 0
    while title < starts[0] and any(text_of(cell) for cell in sheet.rows[starts[0] - title - 1]):
        title += 1
    bounds = [*(start - title for start in starts), len(sheet.rows)]
    return [(Sheet(sheet.file, sheet.name, sheet.rows[begin:end]), begin) for begin, end in pairwise(bounds)]


def _table(file: str, forms: Sequence[Form]) -> FormTable:
    order: dict[str, int] = {}
    heads: dict[tuple[str, ...], int] = {}
    for *_, entries in forms:
        for entry in entries:
            order.setdefault(entry.group, len(order))
            heads.setdefault(entry.parts, len(heads))
    columns = sorted(
        {(entry.group, entry.row, entry.parts) for *_, entries in forms for entry in entries},
        key=lambda column: (order[column[0]], column[1], heads[column[2]]),
    )
    rows: list[list[object]] = [[_title(forms[0][0])]]
    rows.append([parts[0] for *_, parts in columns])
    rows.append([parts[-1] for *_, parts in columns])
    for *_, entries in forms:
        said = {(entry.group, entry.row, entry.parts): entry.value for entry in entries}
        rows.append([said.get(column) for column in columns])
    filled = sum(bool(text_of(cell)) for sheet, *_ in forms for cells in sheet.rows for cell in cells)
    unread = [one for sheet, first, entries in forms for one in _unread(sheet, first, entries)]
    origins = [sheet.place for sheet, *_ in forms]
    return FormTable(file, NAMES, rows, origins=origins, filled=filled, unread=unread)  # type: ignore[arg-type]


def _unread(sheet: Sheet, first: int, entries: Sequence[Entry]) -> Iterator[tuple[str, int, int, str]]:
    """Yield the cells of a form that are neither its title nor a label or value, by their place on the sheet."""
    title = next((row for row, cells in enumerate(sheet.rows) if any(map(text_of, cells))), 0)
    read = frozenset().union(*(entry.cells for entry in entries))
    for row, cells in enumerate(sheet.rows):
        for at, cell in enumerate(cells):
            if row != title and (row, at) not in read and (text := text_of(cell)):
                yield sheet.place, first + row, at, text


def _title(sheet: Sheet) -> str:
    return next((text for cells in sheet.rows for cell in cells if (text := text_of(cell))), "")
