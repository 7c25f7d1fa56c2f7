"""A dataset in one workbook: a sheet a table, and the tables of ``plan.toml`` as sheets too."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.column_words import COLUMNS, REQUIRED, SETTINGS
from plangraph.errors import Problem, TableError
from plangraph.sheets import read_sheets
from plangraph.tables.excel import changed_cell
from plangraph.tables.row import SEPARATOR
from plangraph.tables.rows import TABLES
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from plangraph.sheets import Sheet
    from plangraph.tables.row import Row

ACCOUNT = frozenset({"取込の記録", "Account"})
"""What the sheet is called with the account of the import from which the dataset was made."""
BESIDE = ACCOUNT.union({"説明", "選択肢", "About", "Choices"})
"""Sheets that are no tables."""
NONE, YES = "なし", "はい"
"""How a cell says an empty list, and true."""
TRUTHS = {
    **dict.fromkeys((YES, "true", "TRUE", "1", "○", "x"), True),
    **dict.fromkeys(("いいえ", "false", "FALSE", "0"), False),
}
"""What cells say for yes and for no."""
CHOICE = re.compile(r"^(\S+)[ \u3000].*$", re.DOTALL)
CHOSEN = frozenset(
    (
        "responsible",
        "parent",
        "object",
        "target",
        "grade",
        "direction",
        "source",
        "place",
        "within",
        "succeeds",
        "subject",
        "about",
        "element",
    )
)
"""Columns in which what stands after a space is the name of what was chosen from a list."""
KEYS = {"".join(name.split()): key for key, words in COLUMNS.items() for name in words}
NO_SHEET = Words(
    "このブックに「{sheet}」のシートがなく、データセットではありません。市の表から作るには plangraph import、"
    "空のブックを作るには plangraph new を使います",
    "has no sheet '{sheet}', so it is no dataset: make one from a city's sheets with `plangraph import`, or an empty "
    "one with `plangraph new`",
)
NO_TABLE = Words("この名前の表はありません", "no table has this name")


class Part(NamedTuple):
    """A table as it stands in a file or on a sheet: its header's columns by key, and its rows with their numbers."""

    name: str
    header_row: int
    header: list[str]
    rows: list[tuple[int, list[str]]]
    problems: list[Problem]


class Book:
    """A workbook that holds a dataset.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    SheetError
        If it cannot be read.
    OSError
        If it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        every = {sheet.name.strip(): sheet for sheet in read_sheets(path)}
        self._sheets = {name: sheet for name, sheet in every.items() if name not in BESIDE}
        self._account = next((every[name] for name in every if name in ACCOUNT), None)
        if not self._sheets:
            raise TableError([Problem.of_file(self.name, _without(SETTINGS["city"].ja))])

    @property
    def place_of_city(self) -> str:
        """The sheet that says of the city what ``plan.toml`` says."""
        return f"{self.name}:{SETTINGS['city'].ja}"

    def unknown_sheets(self) -> Iterator[Problem]:
        """Find each sheet that is no table of a dataset."""
        titles = [name for names in (_titles(), _titles_of_settings()) for name in names]
        for name in self._sheets:
            if name not in titles:
                yield Problem.of_file(f"{self.name}:{name}", NO_TABLE.then(did_you_mean(name, titles)))

    def part(self, model: type[Row]) -> Part | None:
        """Return a table, or None if the workbook has no sheet of it."""
        sheet = self._sheet(model.what.ja, model.what.en, model.table)
        if sheet is None:
            return None
        file = f"{self.name}:{sheet.name}"
        at, header = _header(sheet)
        problems, rows = list[Problem](), list[tuple[int, list[str]]]()
        for number, cells in enumerate(sheet.rows[at + 1 :], at + 2):
            if not any(cell is not None and str(cell).strip() for cell in cells):
                continue
            texts = []
            for column, cell in zip(header, [*cells, *[None] * len(header)], strict=False):
                if column and cell is not None and (why := changed_cell(model, column, cell)):
                    problems.append(Problem(file, number, column, why))
                texts.append(_text(column, cell))
            rows.append((number, [text for text, column in zip(texts, header, strict=True) if column]))
        return Part(file, at + 1, [column for column in header if column], rows, problems)

    def account(self) -> list[list[str]]:
        """List the rows of the account of an import, if the workbook has one."""
        rows = [[_text("", cell) for cell in cells] for cells in self._account.rows] if self._account else []
        return [row for row in rows if any(row)]

    def _sheet(self, *names: str) -> Sheet | None:
        return next((self._sheets[name] for name in names if name in self._sheets), None)

    def settings(self, tables: Mapping[str, type[BaseModel]]) -> Settled:
        """Return what the sheets say that ``plan.toml`` says in a folder.

        Parameters
        ----------
        tables : mapping of str to type of BaseModel
            The tables of ``plan.toml``.

        Raises
        ------
        TableError
            If the sheet of the city is missing.
        """
        content: dict[str, Any] = {}
        places: dict[tuple[str | int, ...], tuple[str, int]] = {}
        for name, model in tables.items():
            words = SETTINGS[name]
            sheet = self._sheet(words.ja, words.en, name)
            if sheet is None:
                if name in {"city", "tiers"}:
                    raise TableError([Problem.of_file(self.name, _without(words.ja))])
                continue
            file = f"{self.name}:{sheet.name}"
            places[(name,)] = (file, 0)
            if name == "city":
                content[name] = dict(self._city(sheet, model, places))
            else:
                content[name] = list(self._rows(name, sheet, model, places))
        return Settled(content, places)

    def _city(
        self, sheet: Sheet, model: type[BaseModel], places: dict[tuple[str | int, ...], tuple[str, int]]
    ) -> Iterator[tuple[str, Any]]:
        for number, cells in enumerate(sheet.rows, 1):
            key = _key(cells[0] if cells else None)
            if key in model.model_fields and len(cells) > 1:
                places["city", key] = (f"{self.name}:{sheet.name}", number)
                if (text := _text(key, cells[1])) != "":
                    yield key, _value(model, key, text)

    def _rows(
        self, name: str, sheet: Sheet, model: type[BaseModel], places: dict[tuple[str | int, ...], tuple[str, int]]
    ) -> Iterator[dict[str, Any]]:
        at, header = _header(sheet)
        count = 0
        for number, cells in enumerate(sheet.rows[at + 1 :], at + 2):
            texts = {column: _text(column, cell) for column, cell in zip(header, cells, strict=False) if column}
            if any(texts.values()):
                places[name, count] = (f"{self.name}:{sheet.name}", number)
                count += 1
                yield {column: _value(model, column, text) for column, text in texts.items() if text != ""}


class Settled(NamedTuple):
    """What ``plan.toml`` or its sheets say, and where each part stands."""

    content: dict[str, Any]
    places: Mapping[tuple[str | int, ...], tuple[str, int]]

    def problem(self, place: Sequence[str | int], message: Words) -> Problem:
        """Return a problem with what stands at a place, such as ``("tiers", 0, "class")``."""
        column = next((part for part in reversed(place) if isinstance(part, str)), "") if len(place) > 1 else ""
        for length in range(len(place), 0, -1):
            if tuple(place[:length]) in self.places:
                file, row = self.places[tuple(place[:length])]
                return Problem(file, row, column, message)
        return Problem("", 0, column, message)


def _without(sheet: str) -> Words:
    return Words(*(text.format(sheet=sheet) for text in NO_SHEET))


def _titles() -> list[str]:
    return [name for model in TABLES.values() for name in (model.what.ja, model.what.en, model.table)]


def _titles_of_settings() -> list[str]:
    return [name for key, words in SETTINGS.items() for name in (words.ja, words.en, key)]


def _header(sheet: Sheet) -> tuple[int, list[str]]:
    """Find the row of headings: the first with a text; return the columns' keys, empty ones where nothing stands."""
    for at, cells in enumerate(sheet.rows):
        if any(cells):
            header = [_key(cell) for cell in cells]
            while header and not header[-1]:
                header.pop()
            return at, header
    return 0, []


def _key(cell: object) -> str:
    heading = "".join(str(cell or "").split()).removesuffix(REQUIRED).removesuffix("*")
    return KEYS.get(heading, heading)


def _text(column: str, cell: object) -> str:
    """Return what a cell says as the tables of text would."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)):f}".removesuffix(".0")
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell).replace("_x000D_\n", "\n").strip()
    if column in CHOSEN:
        values = [CHOICE.sub(r"\1", value.strip()) for value in text.split(SEPARATOR)]
        return SEPARATOR.join(values)
    return text


def _value(model: type[BaseModel], key: str, text: str) -> Any:
    """Return what a cell says of a key of ``plan.toml``: a truth value, a list or a text."""
    field = model.model_fields.get(key)
    kind = str(field.annotation) if field else ""
    if "bool" in kind:
        return TRUTHS.get(text, text)
    if "list" in kind:
        return [] if text == NONE else [part.strip() for part in text.split(SEPARATOR) if part.strip()]
    return text
