"""CSV files read into rows, every problem kept with its place."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from plangraph.errors import Problem
from plangraph.tables.rows import Row
from plangraph.tables.wording import (
    CONTROL_CHARACTER,
    DOUBLED_COLUMN,
    MISSING_COLUMN,
    NOT_UTF8,
    UNKNOWN_COLUMN,
    explained,
)
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic_core import ErrorDetails

RowT = TypeVar("RowT", bound=Row)
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
        """Tell whether a row may be among those that could not be read."""
        return table in self._tables or (table, key) in self._rows


def read_table(folder: Path, model: type[RowT], problems: list[Problem], lost: Lost | None = None) -> list[RowT]:
    """Read a table: the file ``<table>.csv``, or every CSV file of the folder ``<table>/``.

    Parameters
    ----------
    folder : Path
        The dataset's folder.
    model : type of Row
        The table's columns.
    problems : list of Problem
        To which each problem found is added.
    lost : Lost, optional
        To which what cannot be read is added, so that who names it need not be blamed.

    Returns
    -------
    list of Row
        The rows that can be read, in file order.
    """
    lost = lost or Lost()
    files = [folder / f"{model.table}.csv", *sorted((folder / model.table).glob("*.csv"))]
    rows: list[RowT] = []
    for file in files:
        if file.is_file():
            rows += _read_file(file, file.relative_to(folder).as_posix(), model, problems, lost)
    return rows


def _read_file(path: Path, name: str, model: type[RowT], problems: list[Problem], lost: Lost) -> list[RowT]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        problems.append(Problem(name, 0, "", NOT_UTF8))
        lost.table(model.table)
        return []
    if control := CONTROL.search(text):
        problems.append(Problem(name, text.count("\n", 0, control.start()) + 1, "", CONTROL_CHARACTER))
        lost.table(model.table)
        return []
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[RowT] = []
    start = 1
    try:
        header = next(lines, [])
        if not _header_fits(header, name, model, problems):
            lost.table(model.table)
            return []
        start = lines.line_num + 1
        for cells in lines:
            start = lines.line_num + 1
            if any(cells):
                row = _read_row(header, cells, name, lines.line_num, model, problems)
                if row:
                    rows.append(row)
                else:
                    named = dict(zip(header, cells, strict=False))
                    lost.row(model.table, named.get("key") or named.get("code", ""))
    except csv.Error as error:
        why = NOT_CSV.get(str(error), Words(str(error), str(error)))
        problems.append(Problem(name, start, "", Words(f"CSV として読めません（{why.ja}）", f"not CSV: {why.en}")))
        lost.table(model.table)
    return rows


def _header_fits(header: list[str], name: str, model: type[Row], problems: list[Problem]) -> bool:
    columns = model.columns()
    strange = [column for column in header if column not in columns]
    required = [c for c in columns if model.model_fields[c].is_required() and c not in header]
    doubled = sorted({column for column in header if header.count(column) > 1})
    found = [
        *(Problem(name, 1, c, UNKNOWN_COLUMN.then(did_you_mean(c, columns))) for c in strange),
        *(Problem(name, 1, c, MISSING_COLUMN) for c in required),
        *(Problem(name, 1, c, DOUBLED_COLUMN) for c in doubled),
    ]
    problems += found
    return not found


def _read_row(
    header: list[str], cells: list[str], name: str, line: int, model: type[RowT], problems: list[Problem]
) -> RowT | None:
    if len(cells) != len(header):
        message = Words(
            f"列は {len(header)} 個、セルは {len(cells)} 個です（文の中のコンマが引用符で囲まれていますか）",
            f"{len(cells)} cells under {len(header)} columns: is a comma in a text not in quotes?",
        )
        problems.append(Problem(name, line, "", message))
        return None
    content = {"file": name, "line": line, **dict(zip(header, cells, strict=True))}
    try:
        return model.model_validate(content)
    except ValidationError as error:
        problems += [Problem(name, line, _column(detail), explained(detail)) for detail in error.errors()]
        wrong = {_column(detail) for detail in error.errors()}
    try:  # with the wrong cells blank, so that what else is wrong with the row is told too
        return model.model_validate(content | dict.fromkeys(wrong, ""))
    except ValidationError:
        return None


def _column(detail: ErrorDetails) -> str:
    return str(detail["loc"][0]) if detail["loc"] else ""
