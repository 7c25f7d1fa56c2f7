"""How problems with tables are worded, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

NOT_UTF8 = Words("UTF-8 ではありません。「CSV UTF-8」で保存してください", "not UTF-8: save the table as CSV UTF-8")
CONTROL_CHARACTER = Words(
    "目に見えない制御文字があります（CSV ではないファイルですか）",
    "an invisible control character: is this a CSV file?",
)
UNKNOWN_COLUMN = Words("この名前の列はありません", "unknown column")
MISSING_COLUMN = Words("この列がありません", "the column is missing")
DOUBLED_COLUMN = Words("この列が二つあります", "the column stands twice")

NO_INTEGER = Words("{given} は整数ではありません", "{given} is not a whole number")
NO_NUMBER = Words(
    "{given} は数ではありません（数字、小数点、負号だけで書いてください）",
    "{given} is not a number (write digits, a point and a minus only)",
)
NO_DATE = Words(
    "{given} は日付ではありません（2021-04-11 のように書いてください）", "{given} is not a date (write 2021-04-11)"
)
NOT_TAKEN = Words("{given} は使えません（{message}）", "{given}: {message}")
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
        "{given} は決まった形 {pattern} に合いません", "{given} is not of the form {pattern}"
    ),
    "literal_error": Words("{given} は次のどれでもありません: {expected}", "{given} is not one of {expected}"),
    "greater_than_equal": Words("{given} は {ge} より小さい値です", "{given} is below {ge}"),
    "less_than_equal": Words("{given} は {le} より大きい値です", "{given} is above {le}"),
    "missing": Words("がありません", "is missing"),
    "extra_forbidden": Words("はここでは使えません", "is not known here"),
}


def explained(detail: ErrorDetails) -> Words:
    """Say in a planner's words what a model does not take."""
    words = BY_TYPE.get(detail["type"], NOT_TAKEN)
    values = {"given": repr(detail["input"]), "message": detail["msg"], **detail.get("ctx", {})}
    return Words(words.ja.format(**values), words.en.format(**values))


def unknown(what: Words, word: str, known: Iterable[str]) -> Words:
    """Say that there is no such thing by this name, and which is meant perhaps."""
    return Words(f"{what.ja}「{word}」はありません", f"no {what.en} '{word}'").then(did_you_mean(word, known))
