"""CSV files read into rows, every problem kept with its place."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import ValidationError

from plangraph.errors import Problem
from plangraph.sheets.faults import is_fault
from plangraph.tables.book import Book
from plangraph.tables.excel import changed_text, is_date
from plangraph.tables.row import Row
from plangraph.tables.wording import (
    BLANK,
    CONTROL_CHARACTER,
    DOUBLED_COLUMN,
    MISSING_COLUMN,
    NO_HEADER,
    NOT_UTF8,
    explained,
    separated_by,
    unknown_column,
)
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from plangraph.tables.book import Part

WORKBOOK = ".xlsx"
NO_SHEET = Words("「{sheet}」のシートがありません", "has no sheet '{sheet}'")
RowT = TypeVar("RowT", bound=Row)
HELD = "2000"
"""What holds the place of a key, a number, a year or a date that cannot be read."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NOT_CSV = {
    "unexpected end of data": Words("引用符が閉じられていません", "a quotation mark is not closed"),
    "',' expected after '\"'": Words(
        "引用符のあとに文字があります（文の中の引用符は二つ重ねてください）",
        "something stands after a quotation mark: double the marks inside a text",
    ),
}
"""The commonest complaints of the CSV reader; the rarer ones are quoted."""


class Lost:
    """Rows and whole tables that could not be read; this is told of them, and not of the rows that name them."""

    def __init__(self) -> None:
        self._rows: set[tuple[str, str]] = set()
        self._tables: set[str] = set()

    def row(self, table: str, key: str) -> None:
        """Note a row by its key or code."""
        self._rows.add((table, key))

    def table(self, table: str) -> None:
        """Note a table of which some file cannot be read."""
        self._tables.add(table)

    def holds(self, table: str, key: str) -> bool:
        """Check whether a row may be among those that could not be read."""
        return table in self._tables or (table, key) in self._rows


def read_table(
    dataset: Path | Book,
    model: type[RowT],
    problems: list[Problem],
    lost: Lost | None = None,
    for_all: Mapping[str, str] | None = None,
    *,
    with_commas: bool = False,
) -> list[RowT]:
    """Read a table: the file ``<table>.csv``, every CSV file of the folder ``<table>/``, or a sheet of a workbook.

    Parameters
    ----------
    dataset : Path or Book
        The dataset's folder, or its workbook.
    model : type of Row
        The table's columns.
    problems : list of Problem
        To which each problem found is added.
    lost : Lost, optional
        To which what cannot be read is added, so that who names it need not be blamed.
    for_all : mapping of str to str, optional
        What the columns that a row inherits say where it leaves them out.
    with_commas : bool
        Whether the city usually writes a comma before fractions, so that 1.250 in a table of text may be either.

    Returns
    -------
    list of Row
        The rows that can be read, in file order.
    """
    reading = _Reading(model, problems, lost or Lost(), {c: (for_all or {}).get(c, "") for c in model.inherits})
    reading.with_commas = with_commas and isinstance(dataset, Path)
    rows: list[RowT] = []
    if not isinstance(dataset, Path):
        part = dataset.part(model)
        return reading.part(part) if part else rows
    for file in files_of(dataset, model):
        rows += reading.file(file, file.relative_to(dataset).as_posix())
    return rows


def read_file(path: Path, model: type[RowT], problems: list[Problem]) -> list[RowT]:
    """Read a table that is a CSV file or the sheet of a workbook by itself.

    Parameters
    ----------
    path : Path
        The file.
    model : type of Row
        The table's columns.
    problems : list of Problem
        To which each problem found is added.

    Raises
    ------
    SheetError
        If it is a workbook that cannot be read.
    """
    reading = _Reading(model, problems, Lost(), {})
    if path.suffix.lower() != WORKBOOK:
        return reading.file(path, path.name)
    part = Book(path).part(model)
    if part is None:
        problems.append(Problem.of_file(path.name, Words(*(text.format(sheet=model.what.ja) for text in NO_SHEET))))
        return []
    return reading.part(part)


def files_of(folder: Path, model: type[Row]) -> list[Path]:
    """List the files of a table in a dataset's folder."""
    files = [folder / f"{model.table}.csv", *sorted((folder / model.table).glob("*.csv"))]
    return [file for file in files if file.is_file()]


class _Reading(Generic[RowT]):
    """Reads the files of one table."""

    def __init__(self, model: type[RowT], problems: list[Problem], lost: Lost, inherited: Mapping[str, str]) -> None:
        self._model, self._problems, self._lost, self._inherited = model, problems, lost, inherited
        self._needed = tuple(filter(model.must_have, model.columns()))
        self.with_commas = False

    def part(self, part: Part) -> list[RowT]:
        """Read a sheet of a workbook."""
        self._problems += part.problems
        if not self._header_fits(part.header, part.name, part.header_row):
            self._lost.table(self._model.table)
            return []
        told = {(problem.row, problem.column) for problem in part.problems}
        rows = []
        for line, cells in part.rows:
            kept = ["" if (line, name) in told else cell for name, cell in zip(part.header, cells, strict=True)]
            if row := self._row(part.header, kept, part.name, line):
                rows.append(row)
        return rows

    def file(self, path: Path, name: str) -> list[RowT]:
        """Read one file."""
        rows: list[RowT] = []
        start = 1
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            return self._unreadable(name, 0, NOT_UTF8)
        if control := CONTROL.search(text):
            return self._unreadable(name, text.count("\n", 0, control.start()) + 1, CONTROL_CHARACTER)
        lines = csv.reader(io.StringIO(text, newline=""), strict=True)
        try:
            header = [cell.strip() for cell in next(lines, [])]
            if not self._header_fits(header, name):
                self._lost.table(self._model.table)
                return []
            start = lines.line_num + 1
            for cells in lines:
                if any(cells) and (row := self._row(header, cells, name, lines.line_num)):
                    rows.append(row)
                start = lines.line_num + 1
        except csv.Error as error:
            why = NOT_CSV.get(str(error), Words(str(error), str(error)))
            said = Words(f"CSV として読めません（{why.ja}）", f"not CSV: {why.en}")
            return [*rows, *self._unreadable(name, start, said)]
        return rows

    def _unreadable(self, name: str, line: int, why: Words) -> list[RowT]:
        self._problems.append(Problem(name, line, "", why))
        self._lost.table(self._model.table)
        return []

    def _header_fits(self, header: list[str], name: str, line: int = 1) -> bool:
        model, columns = self._model, self._model.columns()
        if not any(header):
            self._problems.append(Problem(name, line, "", NO_HEADER))
            return False
        if len(header) == 1 and (sign := re.search("[;\t]", header[0])):
            self._problems.append(Problem(name, line, "", separated_by(sign[0])))
            return False
        strange = [column for column in header if column not in columns]
        required = [c for c in columns if model.must_have(c) and c not in header and not self._inherited.get(c)]
        doubled = sorted({column for column in header if header.count(column) > 1})
        found = [
            *(Problem(name, line, c, unknown_column(c, columns)) for c in strange),
            *(Problem(name, line, c, MISSING_COLUMN) for c in required),
            *(Problem(name, line, c, DOUBLED_COLUMN) for c in doubled),
        ]
        self._problems += found
        return not found

    def _row(self, header: list[str], cells: list[str], name: str, line: int) -> RowT | None:
        if len(cells) != len(header):
            message = Words(
                f"列は {len(header)} 個、セルは {len(cells)} 個です（文の中のコンマが引用符で囲まれていますか）",
                f"columns: {len(header)}, cells: {len(cells)}; is a comma in a text not in quotes?",
            )
            self._problems.append(Problem(name, line, "", message))
            row = None
        else:
            row = self._checked({"file": name, "line": line, **dict(zip(header, cells, strict=True))})
        if row is None:
            named = dict(zip(header, cells, strict=False))
            self._lost.row(self._model.table, (named.get("key") or named.get("code", "")).strip())
        return row

    def _checked(self, content: dict[str, Any]) -> RowT | None:
        for column, value in self._inherited.items():
            content[column] = content.get(column, "").strip() or value
        wrong = {column: BLANK for column in self._needed if not content.get(column, " ").strip()}
        try:
            row = self._model.model_validate(content, context=self.with_commas)
        except ValidationError as error:
            said = {_column(each): _changed_by_excel(self._model, each) or explained(each) for each in error.errors()}
            wrong = said | wrong
        else:
            if not wrong:
                return row
        name, line = content["file"], content["line"]
        known = {(problem.file, problem.row, problem.column) for problem in self._problems}
        told = (Problem(name, line, column, message) for column, message in wrong.items())
        self._problems += [each for each in told if (name, line, each.column) not in known]
        return self._held_in_place(content, set(wrong))

    def _held_in_place(self, content: dict[str, Any], wrong: set[str]) -> RowT | None:
        """Return a row with its wrong cells blank, or something that holds their place, so that the others are told of.

        A wrong key or code stays as it is, for other rows name it.
        """
        kept = content | dict.fromkeys(wrong, "")
        try:
            row, unread = self._model.model_validate(kept), wrong.intersection(self._needed)
        except ValidationError as error:
            unread = {_column(detail) for detail in error.errors()}
            if not unread <= self._model.model_fields.keys():
                return None
            choices = {column: get_args(self._model.model_fields[column].annotation) for column in unread}
            held = {column: each[0] if each else HELD for column, each in choices.items()}
            row = self._model.model_validate(kept | held)
        named = {column: name for column in wrong & {"key", "code"} if (name := content.get(column, "").strip())}
        return row.model_copy(update={**named, "unread": frozenset(unread - named.keys())})


def _changed_by_excel(model: type[Row], detail: ErrorDetails) -> Words | None:
    given = detail["input"]
    if not isinstance(given, str) or (is_date(model, _column(detail)) and not is_fault(given)):
        return None
    return changed_text(given)


def _column(detail: ErrorDetails) -> str:
    return str(detail["loc"][0]) if detail["loc"] else ""
