"""Files that people send, read as sheets of cells; its first bytes tell what a file is, not its name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from plangraph.sheets.bounds import DAMAGED, LARGEST_FILE, MOST_CELLS, check_archive, check_name, refused
from plangraph.sheets.delimited import read_delimited
from plangraph.sheets.workbook_marks import SheetMarks, read_marks
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Cell = str | int | float | bool | date | None

ZIP, END_OF_ZIP = b"PK\x03\x04", b"PK\x05\x06"
OLE, PDF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

LOCK_FILE = Words(
    "Excel がファイルを開いているあいだだけ置く印です。Excel を閉じ、~$ の付かないファイルを指定してください",
    "a mark that Excel leaves while a file is open: close Excel, and name the file without ~$",
)
PROTECTED = Words(
    "パスワードで保護されています。Excel で開き、［ファイル］→［情報］→［ブックの保護］で"
    "パスワードを外して保存し直してください",
    "protected by a password: open it in Excel, remove the password (File, Info, Protect Workbook), and save it again",
)
NO_WORKBOOK = Words(
    "表計算のファイルとして読めません。Excel で開いて「Excel ブック (.xlsx)」で保存し直してください",
    "cannot be read as a workbook: open it in Excel and save it as an Excel Workbook (.xlsx)",
)
IS_PDF = Words(
    "PDF です。もとの表を Excel か CSV で受け取って指定してください。計画書の本文からは --from-text で下書きできます",
    "a PDF: ask for the table that it was made from, in Excel or CSV, and name that; the text of a plan is drafted "
    "with --from-text",
)
EMPTY = Words("中身がありません", "is empty")
IS_PAGE = Words(
    "中身は Web ページ（HTML か XML）です。Excel で開き、［名前を付けて保存］で「Excel ブック (.xlsx)」として"
    "保存し直してください",
    "holds a web page (HTML or XML): open it in Excel, and save it as an Excel Workbook (.xlsx)",
)
IS_ARCHIVE = Words(
    "表計算のファイルではありません（ZIP か Word など）。中の表を取り出し、「Excel ブック (.xlsx)」として"
    "保存してください",
    "no workbook, but an archive, a Word document or the like: take the table out of it, and save it as an Excel "
    "Workbook (.xlsx)",
)
PAGE = re.compile(rb"^(?:\xef\xbb\xbf|\s)*(?:<(?:!doctype|!--|\?xml|html|head|meta|style|table)\b|MIME-Version:)", re.I)
PARTS = (b"xl/workbook", b"content.xml")
"""The parts that tell a workbook from other archives."""
TOO_LARGE = Words(
    f"大きすぎます（{LARGEST_FILE // 1_000_000} MB まで）。要る表だけを別のファイルに保存してください",
    f"is too large (at most {LARGEST_FILE // 1_000_000} MB): save the tables that are needed in a file of their own",
)
TOO_WIDE = Words(
    f"の表は大きすぎます（{MOST_CELLS:,} セルまで）。離れたセルを消すか、要る範囲を別のシートに写してください",
    f" is too large (at most {MOST_CELLS:,} cells): clear the cells far off, or copy what is needed to another sheet",
)


@dataclass(frozen=True)
class Sheet:
    """A sheet as cells.

    Attributes
    ----------
    file : str
        The file's name.
    name : str
        What the sheet is called; empty for a table of text.
    rows : sequence of sequence of cell
        The cells by row, from the sheet's first row and column; a cell is a text, a number, a truth value, a date or
        None, as it is shown: ``85.3%``, ``001``, and in thousands where its format divides it. Of a formula it is the
        value that was saved with it,
        or a text such as ``#REF!`` where it failed.
    merged : sequence of ((int, int), (int, int))
        The merged ranges: the first and the last row and column of each, from 0.
    hidden : bool
        Whether whoever made the workbook has hidden the sheet.
    hidden_rows, hidden_columns : frozenset of int
        The rows and columns that are hidden, from 0.
    struck : frozenset of (int, int)
        The cells that are struck out, by row and column from 0.
    indents : mapping of (int, int) to int
        How far the text of cells is set in by their format, by row and column from 0.
    coloured : frozenset of (int, int)
        The cells that are filled with a colour, by row and column from 0.
    """

    file: str
    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]] = field(default=())
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    indents: Mapping[tuple[int, int], int] = field(default_factory=dict)
    coloured: frozenset[tuple[int, int]] = frozenset()

    @property
    def place(self) -> str:
        """The file and, if it has one, the sheet's name."""
        return f"{self.file}:{self.name}" if self.name else self.file

    def place_of(self, _row: int) -> str:
        """Return the file and sheet from which a row, counted from 0, is."""
        return self.place


def read_sheets(path: Path) -> list[Sheet]:
    """Read a workbook (``.xlsx``, ``.xls``, ``.ods``) or a table of text (CSV, TSV) in any encoding.

    Formulas are not computed and macros not run: a cell is the value that was saved.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    SheetError
        If it is none of these, is protected, damaged or too large; it says what can be done.
    OSError
        If the file cannot be opened.
    """
    check_name(path.name)
    if path.name.startswith("~$"):
        raise refused(path.name, LOCK_FILE)
    if path.stat().st_size > LARGEST_FILE:
        raise refused(path.name, TOO_LARGE)
    content = path.read_bytes()
    if not content.strip():
        raise refused(path.name, EMPTY)
    if content.startswith(PDF):
        raise refused(path.name, IS_PDF)
    if content.startswith(OLE) and ENCRYPTED in content:
        raise refused(path.name, PROTECTED)
    if PAGE.match(content):
        raise refused(path.name, IS_PAGE)
    if content.startswith(ZIP) and not any(part in content for part in PARTS):
        raise refused(path.name, IS_ARCHIVE if END_OF_ZIP in content else DAMAGED)
    if content.startswith((ZIP, OLE)):
        sheets = _workbook(path, content)
        if not any(cell is not None for sheet in sheets for row in sheet.rows for cell in row):
            raise refused(path.name, EMPTY)
        return sheets
    return [Sheet(path.name, "", read_delimited(content, path))]


def _workbook(path: Path, content: bytes) -> list[Sheet]:
    from io import BytesIO

    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    if content.startswith(ZIP):
        check_archive(content, path.name)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        marks = read_marks(content) if content.startswith(ZIP) else {}
        return [
            _sheet(path.name, book.get_sheet_by_name(meta.name), meta, marks.get(meta.name, SheetMarks()))
            for meta in book.sheets_metadata
            if meta.visible != SheetVisibleEnum.VeryHidden
        ]
    except PasswordError as error:
        raise refused(path.name, PROTECTED) from error
    except (CalamineError, ValueError, OverflowError) as error:
        raise refused(path.name, NO_WORKBOOK) from error


def _sheet(file: str, sheet: Any, meta: Any, marks: SheetMarks) -> Sheet:
    from python_calamine import SheetVisibleEnum

    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise refused(f"{file}:{meta.name}", TOO_WIDE)
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), text in marks.failed.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    for (row, column), shown in marks.shown.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = shown.of(rows[row][column])
    return Sheet(
        file,
        meta.name,
        rows,
        tuple(sheet.merged_cell_ranges or ()),
        meta.visible != SheetVisibleEnum.Visible,
        marks.hidden_rows,
        marks.hidden_columns,
        marks.struck,
        marks.indents,
        marks.coloured,
    )


def _cell(value: Any) -> Cell:
    if value == "":
        return None
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, time | timedelta):
        return str(value)
    return value  # type: ignore[no-any-return] # the reader has no other kinds
