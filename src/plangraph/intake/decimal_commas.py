"""Numbers as most of Europe writes them: 1.234,5 and 1 234,5 are 1234.5, 1.250 is 1250, and 1,250 is 1.25.

What can only be read in one way says how its column is read, else its file, and else the language of the sheets does.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from plangraph.intake.language_of_sheets import language_of
from plangraph.tables.decimal_signs import with_commas
from plangraph.words import Count, Words, is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plangraph.intake.heading_words import Vocabulary
    from plangraph.intake.mapped_tables import Placed
    from plangraph.intake.mapping import Dataset
    from plangraph.sheets import Sheet

AnyT = TypeVar("AnyT")
_SIGN, _UNIT = r"[-+]?", r"\D{0,12}"
PROOF = re.compile(rf"{_SIGN}[0-9]{{1,3}}(?:(?:\.[0-9]{{3}})+|(?:\s[0-9]{{3}})+),[0-9]+{_UNIT}")
"""What can only be read with a comma before the fraction."""
OPPOSITE = re.compile(rf"{_SIGN}[0-9]{{1,3}}(?:,[0-9]{{3}})+\.[0-9]+{_UNIT}")
"""What can only be read as in English."""
_FRACTION = r"\D{{0,12}}?(?:[0-9]+{0}(?:[0-9]{{1,2}}|[0-9]{{4,}})|(?:0|[0-9]{{4,}}){0}[0-9]+)\D{{0,12}}"
_GROUPS = r"\D{{0,12}}?[0-9]{{1,3}}(?:{0}[0-9]{{3}}){{2,}}\D{{0,12}}"
COMMA = [PROOF, re.compile(_FRACTION.format(",")), re.compile(_GROUPS.format(r"\."))]
POINT = [OPPOSITE, re.compile(_FRACTION.format(r"\.")), re.compile(_GROUPS.format(","))]
"""What a number is in which a comma, or a point, must stand before the fraction, unless it is two: 3,11."""
EITHER = re.compile(r"\D{0,12}?[0-9]{1,3}[.,][0-9]{3}\D{0,12}")
LIKE_THOUSANDS = re.compile(r"\D{0,12}?[1-9][0-9]{0,2}\.[0-9]{3}\D{0,12}")
"""What may be either, and what would rather be thousands."""
NUMBER = re.compile(
    r"(\D{0,12}?)([0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|(?:[0-9]{1,3}(?:\s[0-9]{3})+|[0-9]+),[0-9]+)(\D{0,12})"
)
BETWEEN = re.compile(r"[.\s]")
"""What stands between thousands."""
LIST_OF_GOALS = re.compile(r"SDG", re.IGNORECASE)
NO_NUMBERS = frozenset(("code", "sdg", "area_code"))
"""The fields of columns that hold no numbers to be read."""


class DecimalCommas:
    """In which files and columns a comma stands before the fraction of a number.

    Parameters
    ----------
    sheets : sequence of Sheet
        The sheets of all files.
    lang, currency : str
        Those of the sheets, where they are known.
    decimal : str
        The sign before fractions, if a person has said it.
    """

    def __init__(self, sheets: Sequence[Sheet], lang: str = "", currency: str = "", decimal: str = "") -> None:
        by_file: dict[str, list[str]] = {sheet.file: [] for sheet in sheets}
        for sheet in sheets:
            by_file[sheet.file] += _texts(cell for row in sheet.rows for cell in row)
        lang = lang or _language_of([text for texts in by_file.values() for text in texts])
        self._lang, self._decimal = lang, decimal
        usual = with_commas(lang, currency)
        self._proved, self._with_commas = set[str](), set[str]()
        for file, texts in by_file.items():
            proof, opposite = (any(map(form.fullmatch, texts)) for form in (PROOF, OPPOSITE))
            if decimal or proof != opposite:
                self._proved.add(file)
            if decimal == "," or (not decimal and (usual if proof == opposite else proof)):
                self._with_commas.add(file)

    @classmethod
    def of(cls, sheets: Sequence[Sheet], dataset: Dataset) -> DecimalCommas:
        """Return those of sheets of which a mapping says in which language and currency they are."""
        return cls(sheets, dataset.language, dataset.currency, dataset.decimal)

    def in_column(self, file: str, cells: Iterable[object]) -> bool:
        """Check whether a comma stands before the fractions of a column, so far as its cells are texts."""
        if file not in self._with_commas:
            return False
        texts = _texts(cells)
        return bool(self._decimal) or _shows(COMMA, texts) or not _shows(POINT, texts)

    def with_points(self, sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
        """Write numbers with a point before their fractions, but in columns of codes and goals."""
        return [self._written(sheet, vocabulary) if sheet.file in self._with_commas else sheet for sheet in sheets]

    def _written(self, sheet: Sheet, vocabulary: Vocabulary) -> Sheet:
        columns = {at for row in sheet.rows for at, cell in enumerate(row) if _number(cell)}
        for at in list(columns):
            cells = [row[at] for row in sheet.rows if at < len(row)]
            if not self.in_column(sheet.file, cells) or any(_is_other(text, vocabulary) for text in _texts(cells)):
                columns.remove(at)
        rows = [[with_point(cell) if at in columns else cell for at, cell in enumerate(row)] for row in sheet.rows]
        return replace(sheet, rows=rows)

    def figures_of(self, table: Placed) -> frozenset[int]:
        """List the columns of a table with figures, from 0, in which a comma stands before the fractions."""
        file = table.block.sheet.file
        at_figures = [place.at for place in table.places if place.column.field == "figure"]
        return frozenset(at for at in at_figures if self.in_column(file, [line.cells[at] for line in table.lines]))

    def told_of(self, table: Placed) -> Iterator[Words]:
        """Yield a note on each column whose numbers are read as the language has it, since nothing else tells how."""
        sheet, with_comma = table.block.sheet, self.figures_of(table)
        for place in () if sheet.file in self._proved else table.places:
            if place.column.field == "figure":
                texts = _texts(line.cells[place.at] for line in table.lines if line.sort == "data")
                form = EITHER if place.at in with_comma else LIKE_THOUSANDS
                doubtful = [text for text in texts if form.fullmatch(text)]
                if doubtful and not _shows([*COMMA, *POINT], texts):
                    yield self._told(sheet.place, place.letter, doubtful, with_comma=place.at in with_comma)

    def _told(self, sheet: str, letter: str, texts: Sequence[str], *, with_comma: bool) -> Words:
        said, cells = texts[0], Count(len(texts))
        read = with_point(said) if with_comma else said
        sign, other = (",", ".") if with_comma else (".", ",")
        return Words(
            f"{sheet} の {letter} 列の「{said}」など {cells:,} セルは、表の言語（{self._lang}）での書き方のとおり、"
            f"「{sign}」を小数点とみて {read} と読んだ。小数点が「{other}」なら、対応表の [dataset] に "
            f'decimal = "{other}" と書いてください',
            f"{sheet}: column {letter}: {cells:,} {cells:cell|cells} such as '{said}' {cells:is|are} read as {read}, "
            f"with '{sign}' before fractions as usual in the language ({self._lang}): if '{other}' stands before "
            f'fractions there, write decimal = "{other}" in [dataset] of the mapping',
        )


def with_point(cell: AnyT) -> AnyT | str:
    """Return a cell with a point before the fraction, if it is a text with a number.

    Examples
    --------
    >>> with_point("1.250"), with_point("7,4 kWp")
    ('1250', '7.4 kWp')
    """
    found = _number(cell)
    return f"{found[1]}{BETWEEN.sub('', found[2]).replace(',', '.')}{found[3]}" if found else cell


def _number(cell: object) -> re.Match[str] | None:
    return NUMBER.fullmatch(cell.strip()) if isinstance(cell, str) else None


def _texts(cells: Iterable[object]) -> list[str]:
    return [cell.strip() for cell in cells if isinstance(cell, str)]


def _shows(forms: Sequence[re.Pattern[str]], texts: Sequence[str]) -> bool:
    return any(form.fullmatch(text) for text in texts for form in forms)


def _is_other(text: str, vocabulary: Vocabulary) -> bool:
    """Check whether a cell is the heading of a column of codes or goals."""
    if LIST_OF_GOALS.search(text):
        return True
    meant = vocabulary.meaning(text) if vocabulary.is_word(text) else None
    return meant is not None and (meant.field in NO_NUMBERS or meant.part == "code")


def _language_of(texts: Sequence[str]) -> str:
    return "ja" if any(map(is_japanese, texts)) else language_of(texts)
