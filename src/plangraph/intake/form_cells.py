"""The cells of one form: labels with the values beside or below them, and small tables inside it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plangraph.fiscal_years import years_in
from plangraph.intake.columns_of_names import LETTER
from plangraph.intake.header_rows import UNIT
from plangraph.intake.marks import is_mark
from plangraph.intake.offices import is_office
from plangraph.intake.values import figure, joined, plain, text_of
from plangraph.tables.money_units import IN_YEN, YEN_IN_BRACKETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plangraph.intake.heading_words import Meaning, Vocabulary
    from plangraph.sheets import Sheet

LONGEST_LABEL = 24  # letters
LEAST_HEADINGS = 3
"""How many headings a small table inside a form has at least."""
NUMBERED = re.compile(r"^[(（]?[0-9０-９①-⑳Ⅰ-Ⅹ]{1,2}[)）]?[.．、]?[ \u3000]+(?=\S)")
"""The number of a part of a form before its title: ３　指標."""
BUREAU = re.compile(r"[部局]$")
UNIT_OVER = re.compile(rf"(?:単位\s*[:：]|[(（])\s*({IN_YEN})")


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
    cells : set of (int, int)
        The rows and columns, from 0, of what was read: the value, and what stands beside and over it.
    """

    group: str
    row: int
    parts: tuple[str, ...]
    value: object
    table: str = ""
    cells: frozenset[tuple[int, int]] = frozenset()


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
        """Return the meaning of a label; None if none is sure."""
        if text not in self._meanings:
            found = self._vocabulary.meaning(text) if 0 < len(text) <= LONGEST_LABEL else None
            self._meanings[text] = found if found and found.certain > 1 else None
        return self._meanings[text]

    def is_choice(self, cell: object) -> bool:
        """Check whether a cell is one of a scale: a word that is known, or a letter."""
        text = text_of(cell)
        known = self._vocabulary.course(text) or self._vocabulary.standing(text)
        return bool(known or LETTER.fullmatch(unicodedata.normalize("NFKC", text)))

    def is_label(self, cell: object) -> bool:
        """Check whether a cell is a label."""
        text = NUMBERED.sub("", joined(cell)) if isinstance(cell, str) else ""
        if not text or figure(text) is not None:
            return False
        return plain(text) in self._more or self.meaning(text) is not None

    def kind_of_row(self, text: str) -> str:
        """Return the kind of figures that a row is said to hold: of 目標 the target."""
        return self._vocabulary.kind_of_row(text)

    def names(self, cell: object) -> bool:
        """Check whether a cell is the label of a name."""
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
    found, seen, counted = list[Entry](), dict[str, int](), Counter[str]()
    row = 0
    while row < len(sheet.rows):
        cells = sheet.rows[row]
        if _heads_a_table(cells, known):
            heads = _heads(sheet, row, known)
            first = heads[min(heads)]
            inside = list(_inside(sheet, row, heads, known, counted[first]))
            found += [entry for _, entries in inside for entry in entries]
            counted[first] = max([counted[first], *(one.row + 1 for _, entries in inside for one in entries)])
            row = inside[-1][0] + 1 if inside else row + 1
            continue
        for at, (below, right) in pairs_in(sheet, row, known):
            label, value = joined(cells[at]), sheet.rows[below][right]
            again = seen[label] = seen.get(label, -1) + 1
            parts = (label, f"#{again + 1}") if again else (label,)
            read = {(row, at), (below, right)}
            if division := _division(sheet.rows[below], right, known.meaning(label)):
                value = f"{text_of(value)} {text_of(sheet.rows[below][division])}"
                read.add((below, division))
            found.append(Entry(label, again, parts, value, cells=frozenset(read)))
        row += 1
    return found


def pairs_in(sheet: Sheet, row: int, known: FormLabels) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the labels of a row by column, each with the place of its value."""
    cells = sheet.rows[row]
    below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else []
    filled = [at for at, cell in enumerate(cells) if text_of(cell)]
    number = 0
    while number < len(filled):
        at, rest = filled[number], filled[number + 1 :]
        number += 1
        if not (known.is_label(cells[at]) or (number == 1 and rest and _may_be_label(cells[at]))):
            continue
        if rest and _is_series(cells, rest):
            return  # figures of several years whose headings are not known
        if len(choices := _choices(cells, rest, known)) > 1:
            if (chosen := _marked(cells, below, choices)) is not None:
                yield at, (row, chosen)
            number += len([one for one in rest if one <= choices[-1]])
        elif rest and not known.is_label(cells[rest[0]]):
            yield at, (row, rest[0])
        elif not rest and known.is_label(cells[at]) and _has_value(below, at, known):
            yield at, (row + 1, at)


def _division(cells: Sequence[object], at: int, meaning: Meaning | None) -> int:
    """Return the column of the division behind its bureau, where an office is told in two cells; 0 if it is not."""
    after = next((one for one in range(at + 1, len(cells)) if text_of(cells[one])), 0)
    of_office = meaning is not None and meaning.field == "office"
    told = of_office and after and is_office(text_of(cells[at])) and is_office(text_of(cells[after]))
    return after if told and BUREAU.search(text_of(cells[at])) else 0


def _has_value(cells: Sequence[object], at: int, known: FormLabels) -> bool:
    return at < len(cells) and bool(text_of(cells[at])) and not known.is_label(cells[at])


def _choices(cells: Sequence[object], after: Sequence[int], known: FormLabels) -> list[int]:
    """List the columns behind a label in which a scale is written out, one of which is marked."""
    found = list[int]()
    for at in after:
        if known.is_choice(cells[at]):
            found.append(at)
        elif not is_mark(cells[at]):
            break
    return found


def _marked(cells: Sequence[object], below: Sequence[object], choices: Sequence[int]) -> int | None:
    """Return the column of the one choice with a mark below it or behind it; None if none or several have one."""
    under = [at for at in choices if at < len(below) and is_mark(below[at])]
    behind = [at for at in choices if at + 1 < len(cells) and is_mark(cells[at + 1])]
    marked = under or behind
    return marked[0] if len(marked) == 1 else None


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


def _heads(sheet: Sheet, header: int, known: FormLabels) -> dict[int, str]:
    """Return the headings of a small table by column, without what only names it: 成果指標 before 指標名."""
    heads = {at: joined(cell) for at, cell in enumerate(sheet.rows[header]) if text_of(cell)}
    first, second, *_ = heads
    outer, inner = known.meaning(heads[first]), known.meaning(heads[second])
    if outer and inner and outer.field == "indicator" and inner.field in {"indicator", "label"}:
        del heads[first]
    return heads


def _inside(
    sheet: Sheet, header: int, heads: Mapping[int, str], known: FormLabels, before: int
) -> Iterator[tuple[int, list[Entry]]]:
    """Yield the rows of a small table: of indicators, or of costs by year."""
    first, *rest = heads
    lists = (meaning := known.meaning(heads[first])) is not None and meaning.field in {"indicator", "label"}
    unit = YEN_IN_BRACKETS.search(heads[first]) or _unit_over(sheet, header)
    kinds = _column_of_kinds(sheet, header, rest, known) if lists else None
    number = before - 1
    for row in range(header + 1, len(sheet.rows)):
        cells = sheet.rows[row]
        named = _name_at(cells, range(first, rest[0]))
        name = joined(cells[named]) if named is not None else ""
        values = {at: cells[at] for at in rest if at < len(cells) and text_of(cells[at])}
        goes_on = named is None and number >= before and kinds in values
        if not (goes_on or named is not None) or not values:
            return
        if _begins_else(cells[named or 0 :], name, values, known, lists=lists):
            return
        number += not goes_on
        kind = text_of(values.pop(kinds)) if kinds in values else ""
        over = {at: f"{heads[at]} {kind}" if kind and years_in(heads[at]) else heads[at] for at in rest}
        inner = name if lists or not unit or YEN_IN_BRACKETS.search(name) else f"{name}（{unit[1]}）"
        beside = {(row, at) for at in (named, kinds) if at is not None}
        told = {named: name, **values} if lists and named is not None else values
        yield (
            row,
            [
                Entry(
                    heads[first],
                    number,
                    (over.get(at, heads[first]), f"#{number + 1}" if lists else inner),
                    value,
                    heads[first],
                    frozenset({*beside, (row, at), (header, at if at in heads else first), (header, first)}),
                )
                for at, value in told.items()
            ],
        )


def _unit_over(sheet: Sheet, header: int) -> re.Match[str] | None:
    """Find the unit of money that stands in the one or two cells over a small table: ３ 事業費（単位：千円）."""
    over = [text for cell in sheet.rows[header - 1] if (text := text_of(cell))] if header else []
    return next((found for text in over if (found := UNIT_OVER.search(text))), None) if len(over) <= 2 else None  # noqa: PLR2004


def _column_of_kinds(sheet: Sheet, header: int, columns: Sequence[int], known: FormLabels) -> int | None:
    """Return the column in which rows are said to be 目標 or 実績; None if there is none."""
    for at in columns:
        texts = [text_of(cells[at]) for cells in sheet.rows[header + 1 : header + 3] if at < len(cells)]
        if len(texts) > 1 and texts[0] != texts[1] and all(map(known.kind_of_row, texts)):
            return at
    return None


def _name_at(cells: Sequence[object], columns: range) -> int | None:
    """Return the column with the name of a row: the innermost before its values, which is no unit."""
    texts = {at: text_of(cells[at]) for at in columns if at < len(cells)}
    return max((at for at, text in texts.items() if text and not UNIT.match(text)), default=None)


def _begins_else(
    cells: Sequence[object], name: str, values: Mapping[int, object], known: FormLabels, *, lists: bool
) -> bool:
    """Check whether a row below a small table is none of its rows: a label beside its value."""
    meaning = known.meaning(name)
    labels = sum(known.is_label(cell) for cell in cells)
    if lists:
        return meaning is not None or labels > 1
    other = meaning is not None and meaning.field not in {"figure", "none"}
    return other or labels > 1 or all(figure(value) is None for value in values.values())
