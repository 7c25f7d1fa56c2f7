"""One table of a dataset, or in its form, written as a file of its own."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from plangraph.dataset_files.book_writing import add_lists, add_table, save_book

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from plangraph.dataset_files.choices import Choices
    from plangraph.tables.row import Row


def table_as_csv(model: type[Row], rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows as CSV with all the columns of their table."""
    out = io.StringIO()
    lines = csv.DictWriter(out, model.columns(), restval="", lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return out.getvalue()


def write_table_book(
    model: type[Row], rows: Sequence[Mapping[str, str]], path: Path, choices: Choices, lang: str
) -> None:
    """Write rows as a workbook of one sheet, as it stands in the workbook of a dataset; a file there is replaced.

    Parameters
    ----------
    model : type of Row
        The columns.
    rows : sequence of mapping of str to str
        The cells that say something, by column.
    path : Path
        The file.
    choices : Choices
        The lists to choose from.
    lang : str
        The language (``ja`` or ``en``) of the notes on its headings.

    Raises
    ------
    StoreError
        If a file that stands there cannot be replaced.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    lists = add_lists(book, choices)
    add_table(book, model, {}, rows, lists, lang)
    book.move_sheet(book.sheetnames[0], 1)
    book.active = 0
    save_book(book, path)
