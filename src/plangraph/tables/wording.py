"""How problems with tables are worded, in both languages."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from plangraph.errors import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

NOT_UTF8 = Words("not UTF-8: save the table as CSV UTF-8", "UTF-8 ではありません。「CSV UTF-8」で保存してください")
UNKNOWN_COLUMN = Words("unknown column", "この名前の列はありません")
MISSING_COLUMN = Words("the column is missing", "この列がありません")
DOUBLED_COLUMN = Words("the column stands twice", "この列が二つあります")

NO_INTEGER = Words("{given} is not a whole number", "{given} は整数ではありません")
NO_NUMBER = Words(
    "{given} is not a number (write digits, a point and a minus only)",
    "{given} は数ではありません（数字、小数点、負号だけで書いてください）",
)
NO_DATE = Words(
    "{given} is not a date (write 2021-04-11)", "{given} は日付ではありません（2021-04-11 のように書いてください）"
)
NOT_TAKEN = Words("{given}: {message}", "{given} は使えません（{message}）")
BY_TYPE = {
    "int_parsing": NO_INTEGER,
    "int_type": NO_INTEGER,
    "int_from_float": NO_INTEGER,
    "decimal_parsing": NO_NUMBER,
    "decimal_type": NO_NUMBER,
    "date_parsing": NO_DATE,
    "date_from_datetime_parsing": NO_DATE,
    "date_from_datetime_inexact": NO_DATE,
    "date_type": NO_DATE,
    "string_pattern_mismatch": Words(
        "{given} is not of the form {pattern}", "{given} は決まった形 {pattern} に合いません"
    ),
    "literal_error": Words("{given} is not one of {expected}", "{given} は次のどれでもありません: {expected}"),
    "greater_than_equal": Words("{given} is below {ge}", "{given} は {ge} より小さい値です"),
    "less_than_equal": Words("{given} is above {le}", "{given} は {le} より大きい値です"),
    "missing": Words("is missing", "がありません"),
    "extra_forbidden": Words("is not known here", "はここでは使えません"),
}


def explained(detail: ErrorDetails) -> Words:
    """Say in a planner's words what a model does not take."""
    words = BY_TYPE.get(detail["type"], NOT_TAKEN)
    values = {"given": repr(detail["input"]), "message": detail["msg"], **detail.get("ctx", {})}
    return Words(words.en.format(**values), words.ja.format(**values))


def did_you_mean(word: str, known: Iterable[str]) -> Words:
    """Propose the known word nearest to an unknown one, as the end of a sentence."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return Words(f" (did you mean '{near[0]}'?)", f"（「{near[0]}」のことですか）") if near else Words("", "")


def unknown(what: Words, word: str, known: Iterable[str]) -> Words:
    """Say that there is no such thing by this name, and which is meant perhaps."""
    return Words(f"no {what.en} '{word}'", f"{what.ja}「{word}」はありません").then(did_you_mean(word, known))
