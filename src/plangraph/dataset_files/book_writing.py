"""A dataset written as one workbook that a planner can fill in: headings, lists to choose from, and what is needed."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.column_words import REQUIRED, SETTINGS, called
from plangraph.dataset_files.book_cells import add_note, exact_number, finish, put, width_of, write_heads
from plangraph.errors import StoreError
from plangraph.store.spreadsheet import font, set_page
from plangraph.tables.book import NONE, YES
from plangraph.tables.descriptions import described
from plangraph.tables.excel import is_number
from plangraph.tables.outlines import outlines_of
from plangraph.tables.plan_models import TABLES_OF_SETTINGS
from plangraph.tables.row import SEPARATOR
from plangraph.tables.rows import TABLES
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl import Workbook
    from pydantic import BaseModel

    from plangraph.dataset_files.choices import Choices
    from plangraph.dataset_files.content import Content
    from plangraph.tables.row import Row

WIDEST_LIST = 36
"""How wide a list is at most, so that a page holds several."""
ABOUT, CHOICES, ACCOUNT = "説明", "選択肢", "取込の記録"
LINES = (
    "このブックは、一つの市の計画のデータセットです。一枚のシートが一つの表で、一行が一つの事実です。",
    "「市」と「層」から書き始めます。「層」には、計画の層（政策、施策、事務事業など）を上から順に、市の言葉で書きます。",
    "見出しに＊のある列（黄色）は、必ず書きます。ほかの列は、分かるときだけ書きます。分からないことは空けておきます。",
    "見出しに載せたメモに、英語のキーと、書き方があります。",
    "コードや日付のセルは文字列です。1-1 や 2021-04 と、そのまま打てます。",
    "一覧のあるセルは、選んで書けます。一覧にない値も、単位や担当などには書けます。",
    "一つのセルに二つ以上の値を書くときは、| で区切ります。",
    "ほかの行を指すときは、そのコードかキーを書きます（要素は 1-1-1、計画は plan:3、ターゲットは sdg:11.5 など）。",
    "書けたら保存し、plangraph check このブック で確かめ、plangraph build このブック でグラフにします。",
    "直すところは、シートの名前・行・列で示されます。例の行は、消すか書き換えてください。",
)
"""What the first sheet says."""
MAY_BE_EMPTY = Words("空けてよいか：{}", "May be left out: {}")
"""What a note says of a column that some rows need."""
OPEN_IN_EXCEL = Words(
    "{name} に書けません。Excel で開いていたら、閉じてからもう一度実行してください",
    "{name} cannot be written: if it is open in Excel, close it and run again",
)
EXISTS = Words(
    "{name} はすでにあります。別の名前にするか、置き換えるなら --overwrite を付けてください",
    "{name} exists: choose another name, or replace it with --overwrite",
)


def write_book(
    content: Content,
    path: Path,
    choices: Choices,
    *,
    lang: str = "ja",
    overwrite: bool = False,
) -> None:
    """Write a dataset as a workbook, whole or not at all, with the outlines of its places in a file beside it.

    Parameters
    ----------
    content : Content
        The dataset.
    path : Path
        The file.
    choices : Choices
        The lists to choose from.
    lang : str
        The language (``ja`` or ``en``) of the notes on its headings, which are Japanese themselves.
    overwrite : bool
        Whether a file that stands there may go.

    Raises
    ------
    StoreError
        If a file stands there that may not go, or cannot be replaced.
    """
    from openpyxl import Workbook

    outlines = outlines_of(path)
    for file in (path, outlines) if content.outlines else (path,):
        if file.exists() and not overwrite:
            raise StoreError(Words(*(text.format(name=file) for text in EXISTS)))
    book = Workbook()
    book.remove(book.worksheets[0])
    _about(book)
    lists = add_lists(book, choices)
    for name, model in TABLES_OF_SETTINGS.items():
        rows = content.settings.get(name, {} if name == "city" else [])
        if name == "city":
            _city(book, model, rows, lang)
        else:
            _settings(book, name, model, rows, lists, lang)
    for name, row_model in TABLES.items():
        if not row_model.shared:
            add_table(book, row_model, content.settings.get("city", {}), content.tables.get(name, ()), lists, lang)
    if content.account:
        _account(book, content.account)
    book.move_sheet(CHOICES, len(book.sheetnames))
    save_book(book, path)
    if content.outlines:
        outlines.write_bytes(content.outlines)


def save_book(book: Workbook, path: Path) -> None:
    """Write a workbook to a file, whole or not at all.

    Raises
    ------
    StoreError
        If a file that stands there cannot be replaced.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, name = tempfile.mkstemp(suffix=".xlsx", dir=path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    os.close(handle)
    partial = Path(name)
    try:
        book.save(partial)
        partial.chmod(0o644)
        partial.replace(path)
    except PermissionError as error:
        raise StoreError(Words(*(text.format(name=path) for text in OPEN_IN_EXCEL))) from error
    finally:
        partial.unlink(missing_ok=True)


def _about(book: Workbook) -> None:
    from openpyxl.styles import Alignment

    sheet = book.create_sheet(ABOUT)
    for number, line in enumerate(LINES, 1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = font(bold=number == 1)
    sheet.column_dimensions["A"].width = 110
    set_page(sheet)


def add_lists(book: Workbook, choices: Choices) -> dict[str, str]:
    """Write the lists on a sheet of their own; return the range of each."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(CHOICES)
    ranges = {}
    write_heads(sheet, [(_list_called(name), name, False) for name in choices.lists])
    for place, (name, values) in enumerate(choices.lists.items(), 1):
        letter = get_column_letter(place)
        for number, value in enumerate(values, 2):
            put(sheet, number, place, value)
        if values:
            ranges[name] = f"'{CHOICES}'!${letter}$2:${letter}${len(values) + 1}"
        widest = max(map(width_of, (_list_called(name), *values)))
        sheet.column_dimensions[letter].width = min(widest, WIDEST_LIST) + 2
    sheet.freeze_panes = "A2"
    set_page(sheet, wide=True)
    return ranges


def _list_called(name: str) -> str:
    """Return what a list is called: the sheet and column that it is for, or the column in every sheet."""
    table, _, column = name.rpartition(".")
    sheet = TABLES[table].what.ja if table in TABLES else SETTINGS[table].ja if table in SETTINGS else ""
    return f"{sheet}：{called(column).ja}" if sheet else called(column).ja


def _city(book: Workbook, model: type[BaseModel], values: Mapping[str, Any], lang: str) -> None:
    sheet = book.create_sheet(SETTINGS["city"].ja)
    write_heads(sheet, [("項目", "", True), ("値", "", True)])
    for number, (name, field) in enumerate(model.model_fields.items(), 2):
        put(sheet, number, 1, called(name).ja + (REQUIRED if field.is_required() else ""))
        add_note(sheet, number, 1, _note(name, described(field.description or ""), lang))
        put(sheet, number, 2, _of_settings(values.get(name)))
        sheet.cell(number, 2).number_format = "@"
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 60
    sheet.freeze_panes = "B2"
    set_page(sheet)


def _settings(
    book: Workbook,
    name: str,
    model: type[BaseModel],
    rows: Sequence[Mapping[str, Any]],
    lists: Mapping[str, str],
    lang: str,
) -> None:
    sheet = book.create_sheet(SETTINGS[name].ja)
    keys = [field.alias or key for key, field in model.model_fields.items()]
    fields = list(model.model_fields.values())
    notes = [_note(k, described(f.description or ""), lang) for k, f in zip(keys, fields, strict=True)]
    write_heads(sheet, [(called(k).ja, n, f.is_required()) for k, n, f in zip(keys, notes, fields, strict=True)])
    for number, row in enumerate(rows, 2):
        for place, key in enumerate(keys, 1):
            put(sheet, number, place, _of_settings(row.get(key)))
    finish(sheet, len(rows), keys, lists, f"{name}.", set())


def _note(key: str, said: Words, lang: str) -> str:
    """Return the note on a heading: the column's key, and below it what is said of it."""
    return f"{key}\n{said.of(lang)}".strip()


def _of_settings(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(value, list):
        return SEPARATOR.join(value) or NONE
    return "" if value is None else str(value)


def add_table(
    book: Workbook,
    model: type[Row],
    city: Mapping[str, Any],
    rows: Sequence[Mapping[str, str]],
    lists: Mapping[str, str],
    lang: str,
) -> None:
    """Write a table on a sheet of its own; what the city says for all rows, they need not say."""
    sheet = book.create_sheet(model.what.ja)
    columns = model.columns()
    heads = []
    for name in columns:
        needed = model.must_have(name) and not (name in model.inherits and city.get(name))
        if_empty = described(model.conditions.get(name, ""))
        said = Words(*map(str.format, MAY_BE_EMPTY, if_empty)) if if_empty.en else if_empty
        heads.append((called(name).ja, _note(name, said, lang), needed))
    write_heads(sheet, heads)
    numbers = {name for name in columns if is_number(model, name)}
    for number, row in enumerate(rows, 2):
        for place, name in enumerate(columns, 1):
            if value := row.get(name):
                put(sheet, number, place, exact_number(value) if name in numbers else value)
    finish(sheet, len(rows), columns, lists, f"{model.table}.", numbers)


def _account(book: Workbook, rows: Sequence[Sequence[str]]) -> None:
    sheet = book.create_sheet(ACCOUNT)
    write_heads(sheet, [(title, "", False) for title in rows[0]])
    for number, row in enumerate(rows[1:], 2):
        for place, value in enumerate(row, 1):
            put(sheet, number, place, value)
    for letter, width in zip("ABCDE", (16, 30, 30, 20, 70), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    set_page(sheet)
