"""The cells of one form: labels with the values beside or below them, and small tables inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.intake.values import figure, joined, plain, text_of, years_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plangraph.intake.heading_words import Meaning, Vocabulary
    from plangraph.sheets import Sheet

LONGEST_LABEL = 24
LEAST_HEADINGS = 3
"""How many headings a small table inside a form has at least."""
NUMBERED = re.compile(r"^[(（]?[0-9０-９①-⑳Ⅰ-Ⅹ]{1,2}[)）]?[.．、]?[ \u3000]+(?=\S)")
"""The number of a part of a form before its title: ３　指標."""
MONEY_UNIT = re.compile(r"[(（]\s*(?:単位\s*[:：])?\s*((?:千|百万|万|億)?円)\s*[)）]")


@dataclass(frozen=True)
class Entry:
    """A value of a form.

    Attributes
    ----------
    group : str
        The label, or the first heading of the small table in which it stands.
    row : int
        Which row of the small table it is on; 0 beside a label, more where the label stands again.
    parts : tuple of str
        What stands over it, outermost first.
    value : object
        The cell.
    table : str
        The first heading of the small table; empty beside a label.
    """

    group: str
    row: int
    parts: tuple[str, ...]
    value: object
    table: str = ""


class FormLabels:
    """The labels that are known.

    Parameters
    ----------
    vocabulary : Vocabulary
        The words of labels.
    more : iterable of str
        More labels.
    """

    def __init__(self, vocabulary: Vocabulary, more: Iterable[str] = ()) -> None:
        self._vocabulary = vocabulary
        self._more = {plain(part) for label in more for part in (label, *label.split(" "))}
        self._meanings: dict[str, Meaning | None] = {}

    def meaning(self, text: str) -> Meaning | None:
        """Tell what a label means; None if nothing that is sure."""
        if text not in self._meanings:
            found = self._vocabulary.meaning(text) if 0 < len(text) <= LONGEST_LABEL else None
            self._meanings[text] = found if found and found.certain > 1 else None
        return self._meanings[text]

    def is_label(self, cell: object) -> bool:
        """Tell whether a cell is a label."""
        text = NUMBERED.sub("", joined(cell)) if isinstance(cell, str) else ""
        if not text or figure(text) is not None:
            return False
        return plain(text) in self._more or self.meaning(text) is not None

    def names(self, cell: object) -> bool:
        """Tell whether a cell is the label of a name."""
        found = self.meaning(joined(cell)) if isinstance(cell, str) else None
        return bool(found and (found.field == "label" or (found.field == "tier_name" and found.part in {"", "name"})))


def entries_of(sheet: Sheet, known: FormLabels) -> list[Entry]:
    """List the values of a form with what stands over each.

    Parameters
    ----------
    sheet : Sheet
        The form.
    known : FormLabels
        The labels that are known.
    """
    found, seen = list[Entry](), dict[str, int]()
    row = 0
    while row < len(sheet.rows):
        cells = sheet.rows[row]
        if _heads_a_table(cells, known):
            inside = list(_inside(sheet, row, known))
            found += [entry for _, entries in inside for entry in entries]
            row = inside[-1][0] + 1 if inside else row + 1
            continue
        for label, value in _beside(sheet, row, known):
            again = seen[label] = seen.get(label, -1) + 1
            found.append(Entry(label, again, (label, f"#{again + 1}") if again else (label,), value))
        row += 1
    return found


def _beside(sheet: Sheet, row: int, known: FormLabels) -> Iterator[tuple[str, object]]:
    cells = sheet.rows[row]
    filled = [at for at, cell in enumerate(cells) if text_of(cell)]
    for number, at in enumerate(filled):
        first = number == 0 and len(filled) > 1 and _may_be_label(cells[at])
        if not (known.is_label(cells[at]) or first):
            continue
        after = filled[number + 1] if number + 1 < len(filled) else None
        if after is not None and _is_series(cells, filled[number + 1 :]):
            return  # figures of several years whose headings are not known: which is which, nobody can say
        if after is not None and not known.is_label(cells[after]):
            yield joined(cells[at]), cells[after]
        elif after is None and known.is_label(cells[at]):
            below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
            if at < len(below) and text_of(below[at]) and not known.is_label(below[at]):
                yield joined(cells[at]), below[at]


def _is_series(cells: Sequence[object], after: Sequence[int]) -> bool:
    return len(after) > 1 and all(figure(cells[at]) is not None for at in after)


def _may_be_label(cell: object) -> bool:
    return isinstance(cell, str) and len(text_of(cell)) <= LONGEST_LABEL and figure(NUMBERED.sub("", cell)) is None


def _heads_a_table(cells: Sequence[object], known: FormLabels) -> bool:
    filled = [cell for cell in cells if text_of(cell)]
    if len(filled) < LEAST_HEADINGS:
        return False
    first = known.meaning(joined(filled[0])) if _may_be_label(filled[0]) else None
    may_head = _may_be_label(filled[0]) and (first is None or first.field in {"figure", "indicator", "none"})
    of_years = may_head and all(isinstance(cell, str) and years_in(cell) for cell in filled[1:])
    return of_years or all(known.is_label(cell) or years_in(text_of(cell)) for cell in filled)


def _inside(sheet: Sheet, header: int, known: FormLabels) -> Iterator[tuple[int, list[Entry]]]:
    """Go through the rows of a small table: of indicators, or of costs by year."""
    heads = {at: joined(cell) for at, cell in enumerate(sheet.rows[header]) if text_of(cell)}
    first, *rest = heads
    lists = (meaning := known.meaning(heads[first])) is not None and meaning.field in {"indicator", "label"}
    for number, row in enumerate(range(header + 1, len(sheet.rows))):
        cells = sheet.rows[row]
        name = joined(cells[first]) if first < len(cells) else ""
        values = {at: cells[at] for at in rest if at < len(cells) and text_of(cells[at])}
        if not name or not values or _begins_else(cells, name, values, known, lists=lists):
            return
        if lists:
            told = {first: name, **values}
            yield (
                row,
                [
                    Entry(heads[first], number, (heads[at], f"#{number + 1}"), value, heads[first])
                    for at, value in told.items()
                ],
            )
        else:
            unit = MONEY_UNIT.search(heads[first])
            inner = name if not unit or MONEY_UNIT.search(name) else f"{name}（{unit[1]}）"
            yield (
                row,
                [Entry(heads[first], number, (heads[at], inner), value, heads[first]) for at, value in values.items()],
            )


def _begins_else(
    cells: Sequence[object], name: str, values: Mapping[int, object], known: FormLabels, *, lists: bool
) -> bool:
    """Tell whether a row below a small table is none of its rows: a label beside its value."""
    meaning = known.meaning(name)
    labels = sum(known.is_label(cell) for cell in cells)
    if lists:
        return meaning is not None or labels > 1
    other = meaning is not None and meaning.field not in {"figure", "none"}
    return other or labels > 1 or all(figure(value) is None for value in values.values())
