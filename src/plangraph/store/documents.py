"""Rows as text files for people and programs: CSV for spreadsheets, records as JSON, Markdown and HTML."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from plangraph.store.readable import Column, Reading

FORMULA_STARTS = (*"=+-@", *"＝＋－＠", "\t", "\r", "\n")
"""With what a text begins that a spreadsheet would run."""
MISREAD = re.compile(r"0\d+|\d+(?:[-/.]\d+)+")
"""Codes that Excel would read as a number or a date: ``01``, ``1-1``, ``16.10``."""
MARK = "\ufeff"


def safe_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write values as CSV; text that a spreadsheet would run as a formula is preceded by ``'``."""
    out = _Lines()
    writer = csv.writer(out, lineterminator="\r\n")  # so that a cell with either of them is put in quotes
    writer.writerow(header)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return out.getvalue()


class _Lines(io.StringIO):
    def write(self, line: str) -> int:
        return super().write(line.removesuffix("\r\n") + "\n")


def safe_cell(text: str) -> str:
    """Write a text so that no spreadsheet runs it as a formula: ``'`` stands before what begins like one."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def plain_cell(cell: str) -> str:
    """Read a text that :func:`safe_cell` has written."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell


def _safe(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return safe_cell(value) if isinstance(value, str) else "" if value is None else str(value)


def to_csv(reading: Reading) -> str:
    r"""Write rows as CSV for spreadsheets.

    Text that a spreadsheet would run as a formula is preceded by ``'``, and a code that Excel would read as a date or a
    number (``1-1``, ``01``) is written as ``="1-1"``, which Excel shows as it is. For programs there is the W3C's form.
    """
    out = _Lines()
    _write_csv(reading.as_data(), out)
    return out.getvalue()


def to_csv_file(reading: Reading) -> bytes:
    """Write rows as a CSV file for Excel, which takes UTF-8 for UTF-8 only if a byte order mark says so."""
    out = io.StringIO()
    _write_csv(reading.as_data(), out)
    return (MARK + out.getvalue()).encode()


def _write_csv(data: Reading, out: io.StringIO) -> None:
    writer = csv.writer(out, lineterminator="\r\n")  # so that a cell with either of them is put in quotes
    columns = data.columns
    writer.writerow([column.title for column in columns])
    writer.writerows([_cell(text, column) for text, column in zip(line, columns, strict=True)] for line in data.lines())


def to_records(reading: Reading) -> bytes:
    """Write rows as a JSON array with an object each, by the names of the columns."""
    return (json.dumps(list(_records(reading)), ensure_ascii=False, indent=1) + "\n").encode()


def to_json_lines(reading: Reading) -> bytes:
    """Write rows as JSON Lines: an object each on a line of its own."""
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in _records(reading)).encode()


def to_markdown(reading: Reading) -> bytes:
    """Write rows as a table in GitHub Flavored Markdown, section 4.10."""
    columns = reading.columns
    rule = ["---:" if column.right else "---" for column in columns]
    head = [_markdown(column.title) for column in columns]
    lines = [head, rule, *([_markdown(text) for text in line] for line in reading.lines())]
    above = f"{_markdown(reading.asked)}\n\n" if reading.asked else ""
    return (above + "".join(f"| {' | '.join(line)} |\n" for line in lines)).encode()


def to_html(reading: Reading) -> bytes:
    """Write rows as a page with a table, which needs nothing from elsewhere."""
    from plangraph.pages import render

    about = [(name, text) for name, text in reading.about if text]
    said = {"lang": reading.lang, "title": reading.title, "asked": reading.asked, "about": about}
    lines = [[(text, _foreign(text, reading.lang)) for text in line] for line in reading.lines()]
    return render("store/rows.html", columns=reading.columns, lines=lines, **said).encode()


def _foreign(text: str, lang: str) -> str:
    """Return the language of a text that is not that of its page: Japanese where it has letters of Japanese."""
    from plangraph.words import is_japanese

    return "ja" if lang != "ja" and is_japanese(text) else ""


def html_table(reading: Reading, most: int | None = None) -> str:
    """Write rows as an HTML table; of many, only the first."""
    columns = reading.columns
    marks = [' class="right" style="text-align:right"' if column.right else "" for column in columns]
    head = "".join(f"<th{mark}>{escape(column.title)}</th>" for column, mark in zip(columns, marks, strict=True))
    lines = list(reading.lines())[:most]
    body = "".join(
        f"<tr>{''.join(f'<td{mark}>{escape(text)}</td>' for text, mark in zip(line, marks, strict=True))}</tr>\n"
        for line in lines
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>"


def _cell(text: str, column: Column) -> str:
    if column.right:
        return text.replace(",", "")
    if MISREAD.fullmatch(text) and column.holds not in {"date", "year"}:
        return f'="{text}"'
    return _safe(text)


def _markdown(text: str) -> str:
    return escape(" ".join(text.split()), quote=False).replace("\\", "\\\\").replace("|", "\\|")


def _records(reading: Reading) -> Iterator[dict[str, Any]]:
    for row in reading.rows:
        yield {name: _plain(value) for name, value in zip(reading.rows.variables, row, strict=True)}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
