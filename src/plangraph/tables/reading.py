"""CSV files read into rows, every problem kept with its place."""

from __future__ import annotations

import csv
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from plangraph.errors import Problem
from plangraph.tables.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pydantic_core import ErrorDetails

RowT = TypeVar("RowT", bound=Row)


def read_table(folder: Path, model: type[RowT], problems: list[Problem]) -> list[RowT]:
    """Read a table: the file ``<table>.csv``, or every CSV file of the folder ``<table>/``.

    Parameters
    ----------
    folder : Path
        The dataset's folder.
    model : type of Row
        The table's columns.
    problems : list of Problem
        To which each problem found is added.

    Returns
    -------
    list of Row
        The rows without a problem, in file order.
    """
    files = [folder / f"{model.table}.csv", *sorted((folder / model.table).glob("*.csv"))]
    rows: list[RowT] = []
    for file in files:
        if file.is_file():
            rows += _read_file(file, file.relative_to(folder).as_posix(), model, problems)
    return rows


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Propose the known word nearest to an unknown one, as the end of a sentence."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" (did you mean '{near[0]}'?)" if near else ""


def _read_file(path: Path, name: str, model: type[RowT], problems: list[Problem]) -> list[RowT]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(Problem(name, 0, "", f"not UTF-8 (byte {error.start}): save the table as CSV UTF-8"))
        return []
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    rows: list[RowT] = []
    try:
        header = next(lines, [])
        if not _header_fits(header, name, model, problems):
            return []
        for cells in lines:
            if any(cells):
                row = _read_row(header, cells, name, lines.line_num, model, problems)
                rows += [row] if row else []
    except csv.Error as error:
        problems.append(Problem(name, lines.line_num, "", f"not CSV: {error}"))
    return rows


def _header_fits(header: list[str], name: str, model: type[Row], problems: list[Problem]) -> bool:
    columns = model.columns()
    unknown = [column for column in header if column not in columns]
    required = [c for c in columns if model.model_fields[c].is_required() and c not in header]
    doubled = sorted({column for column in header if header.count(column) > 1})
    found = [
        *(Problem(name, 1, c, f"unknown column{did_you_mean(c, columns)}") for c in unknown),
        *(Problem(name, 1, c, "the column is missing") for c in required),
        *(Problem(name, 1, c, "the column stands twice") for c in doubled),
    ]
    problems += found
    return not found


def _read_row(
    header: list[str], cells: list[str], name: str, line: int, model: type[RowT], problems: list[Problem]
) -> RowT | None:
    if len(cells) != len(header):
        message = f"{len(cells)} cells under {len(header)} columns: is a comma in a text not in quotes?"
        problems.append(Problem(name, line, "", message))
        return None
    content = {"file": name, "line": line, **dict(zip(header, cells, strict=True))}
    try:
        return model.model_validate(content)
    except ValidationError as error:
        problems += [_explain(detail, name, line) for detail in error.errors()]
        wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
    try:  # with the wrong cells blank, so that what else is wrong with the row is told too
        return model.model_validate(content | dict.fromkeys(wrong, ""))
    except ValidationError:
        return None


def _explain(detail: ErrorDetails, name: str, line: int) -> Problem:
    column = str(detail["loc"][0]) if detail["loc"] else ""
    given = repr(detail["input"])
    context = detail.get("ctx", {})
    match detail["type"]:
        case "int_parsing" | "int_type" | "int_from_float":
            message = f"{given} is not a whole number"
        case "decimal_parsing" | "decimal_type":
            message = f"{given} is not a number (write digits, a point and a minus only)"
        case "string_pattern_mismatch":
            message = f"{given} is not of the form {context['pattern']}"
        case "literal_error":
            message = f"{given} is not one of {context['expected']}"
        case "greater_than_equal":
            message = f"{given} is below {context['ge']}"
        case "less_than_equal":
            message = f"{given} is above {context['le']}"
        case kind if kind.startswith("date"):
            message = f"{given} is not a date (write 2021-04-11)"
        case _:
            message = f"{given}: {detail['msg']}"
    return Problem(name, line, column, message)
