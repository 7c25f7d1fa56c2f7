"""What Excel does to codes and dates, recognised in what people hand back."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from plangraph.sheets.faults import is_fault
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.tables.row import Row

TEXTS = (
    "label_",
    "title_",
    "note_",
    "rationale_",
    "alt_",
    "publisher",
    "legal_basis",
    "attribution",
    "unit",
    "word",
    "en",
)
"""How the names of columns begin that hold words, in which nothing can be changed so."""
LARGEST_WHOLE = 10**11
"""From which number on Excel writes 1E+11."""

BY_DATE = Words(
    "{given} は、Excel が {meant} のようなコードを日付に変えたもののようです。"
    "セルの書式を「文字列」にして打ち直してください",
    "{given} seems to be a code such as {meant} that Excel has made a date: format the cell as text and type it again",
)
BY_POWER = Words(
    "{given} は、Excel が長い番号を指数に変えたもののようです。セルの書式を「文字列」にして打ち直してください",
    "{given} seems to be a long number that Excel has shortened: format the cell as text and type it again",
)
BY_FAULT = Words(
    "{given} は Excel の計算の誤りか、幅が足りない印です。値を打ち直してください",
    "{given} is an error or lack of width in Excel: type the value again",
)
BY_NUMBER = Words(
    "{given} は数値のセルです。1.10 が 1.1 に、01 が 1 になったかもしれません。"
    "セルの書式を「文字列」にして打ち直してください",
    "{given} is a cell of a number: 1.10 may have become 1.1, or 01 become 1: format it as text and type it again",
)
FIRST_OF_MONTH = Words(
    "{given} は Excel の日付です。月までなのか日までなのか分かりません。セルの書式を「文字列」にして、"
    "{month} か {given} と打ち直してください",
    "{given} is a date of Excel, and a month may be meant: format the cell as text, and type {month} or {given}",
)
DATE = re.compile(r"^\d{4}/\d{1,2}/\d{1,2}( 0:00(:00)?)?$|^\d{1,2}月\d{1,2}日$|^\d{4}年\d{1,2}月(\d{1,2}日)?$")
ENGLISH = re.compile(
    r"^\d{1,2}-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$|^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d\d$"
)
POWER = re.compile(r"^\d(\.\d+)?[Ee]\+\d{2}$")


def _said(words: Words, **values: str) -> Words:
    return Words(*(text.format(**values) for text in words))


def holds_words(column: str) -> bool:
    """Check whether a column holds words, which Excel leaves as they are."""
    return column.startswith(TEXTS)


def changed_text(text: str) -> Words | None:
    """Describe what Excel seems to have made of a code or date, from how it is written; None if nothing."""
    bare = unicodedata.normalize("NFKC", text).strip()
    if DATE.match(bare) or ENGLISH.match(bare):
        numbers = re.findall(r"\d+", bare)
        meant = "-".join(str(int(number) % 2000 if len(number) == 4 else int(number)) for number in numbers[:3])  # noqa: PLR2004
        return _said(BY_DATE, given=f"'{text}'", meant=meant or "1-1")
    if POWER.match(bare):
        return _said(BY_POWER, given=f"'{text}'")
    return _said(BY_FAULT, given=f"'{text}'") if is_fault(bare) else None


def changed_cell(model: type[Row], column: str, cell: object) -> Words | None:
    """Describe what Excel seems to have made of a cell that is no text; None if it can be read as it is.

    Parameters
    ----------
    model : type of Row
        The table.
    column : str
        The column's key.
    cell : object
        A number, a date or a truth value.
    """
    if isinstance(cell, str):
        return _said(BY_FAULT, given=f"'{cell}'") if holds_words(column) and is_fault(cell) else None
    if holds_words(column) or column not in model.model_fields:
        return None
    if isinstance(cell, date):
        if not is_date(model, column):
            meant = f"{cell.month}-{cell.day}" + (
                f" / {cell.year % 2000}-{cell.month}-{cell.day}" if cell.day > 1 else ""
            )
            return _said(BY_DATE, given=cell.isoformat(), meant=meant)
        month = f"{cell:%Y-%m}"
        return _said(FIRST_OF_MONTH, given=cell.isoformat(), month=month) if cell.day == 1 else None
    if not isinstance(cell, int | float) or is_number(model, column):
        return None
    return _changed_number(cell)


def _changed_number(cell: float) -> Words | None:
    if abs(cell) >= LARGEST_WHOLE:
        return _said(BY_POWER, given=f"{cell:.5g}")
    return None if float(cell).is_integer() else _said(BY_NUMBER, given=f"{cell:g}")


@cache
def is_number(model: type[Row], column: str) -> bool:
    """Check whether a column holds numbers."""
    return bool({"number", "integer"} & _types(model, column))


@cache
def is_date(model: type[Row], column: str) -> bool:
    """Check whether a column holds dates as precise as they are known."""
    from plangraph.tables.forms import MOMENT

    schema = model.model_json_schema()["properties"].get(column, {})
    return any(option.get("pattern") == MOMENT for option in schema.get("anyOf", [schema]))


def _types(model: type[Row], column: str) -> set[str]:
    schema = model.model_json_schema()["properties"].get(column, {})
    return {option.get("type", "") for option in schema.get("anyOf", [schema])}
