"""How problems with tables are worded, in both languages."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from plangraph.column_words import called
from plangraph.fiscal_years import EXAMPLES
from plangraph.tables.forms import FORMS
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from plangraph.tables.row import Row

NOT_UTF8 = Words("UTF-8 ではありません。「CSV UTF-8」で保存してください", "not UTF-8: save the table as CSV UTF-8")
CONTROL_CHARACTER = Words(
    "目に見えない制御文字があります（CSV ではないファイルですか）",
    "an invisible control character: is this a CSV file?",
)
UNKNOWN_COLUMN = Words("この名前の列はありません", "unknown column")
NO_HEADER = Words("空です。一行目に列の名前を書いてください", "is empty: the first row has the names of the columns")
MISSING_COLUMN = Words("この列がありません", "the column is missing")
BLANK = Words(
    "空欄です。この列はどの行にも必要です（書くことがなければ、その行を除いてください）",
    "is blank, and each row needs it (leave out a row for which there is nothing to write)",
)
DOUBLED_COLUMN = Words("この列が二つあります", "the column stands twice")

NO_INTEGER = Words("{given} は整数ではありません", "{given} is not a whole number")
NO_NUMBER = Words(
    "{given} は数ではありません（数字、小数点、負号だけで書いてください。38,5 は 38.5、1.250 は 1250 です。"
    "値がなければ、その行を除いてください）",
    "{given} is not a number (write digits, a point and a minus only: 38.5 for 38,5, and 1250 for 1.250; leave out a "
    "row without a value)",
)
NO_DATE = Words(
    "{given} は日付ではありません（2021-04-11 のように書いてください）", "{given} is not a date (write 2021-04-11)"
)
NOT_TAKEN = Words("{given} は使えません（{message}）", "{given}: {message}")
SHOWN = 60
"""How many characters of a cell are quoted."""
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
    "string_pattern_mismatch": Words("{given} は{form}ではありません", "{given} is not {form}"),
    "literal_error": Words("{given} は次のどれでもありません: {expected}", "{given} is not one of {expected}"),
    "greater_than_equal": Words("{given} は {ge} より小さい値です", "{given} is below {ge}"),
    "bool_parsing": Words("{given} は true か false ではありません", "{given} is not true or false"),
    "bool_type": Words("{given} は true か false ではありません", "{given} is not true or false"),
    "string_type": Words(
        "{given} は文字列ではありません（引用符で囲んでください）", "{given} is not a text: put it in quotes"
    ),
    "string_too_short": Words("空です", "is empty"),
    "string_too_long": Words("長すぎます（{max_length} 字まで）", "is too long ({max_length} characters at most)"),
    "too_short": Words("一つもありません", "has none"),
    "list_type": Words("[[…]] の形の表ではありません", "is not a list of tables, each under [[…]]"),
    "model_type": Words("表ではありません", "is not a table"),
    "no_fiscal_year": Words(
        f"{{given}} は年度ではありません（{EXAMPLES.ja} のように書いてください）",
        f"{{given}} is not a fiscal year, such as {EXAMPLES.en}",
    ),
    "no_such_day": Words("{given} は暦にない日です", "there is no such day as {given}"),
    "no_url": Words("{given} はウェブのアドレスではありません", "{given} is not a web address"),
    "number_out_of_bounds": Words(
        "{given} は大きすぎるか細かすぎる数です", "{given} is too large or too fine a number"
    ),
    "number_read_in_two_ways": Words(
        "{given} の点やコンマは、三桁の区切りとも小数点とも読めます（この都市の言語では小数点はコンマです）。"
        "1250 か、小数なら 1.2500 のように書いてください",
        "{given} may be thousands or a fraction, for the city's language has a comma before fractions: write 1250 for "
        "1.250, or 1.2500 if it is a fraction",
    ),
    "less_than_equal": Words("{given} は {le} より大きい値です", "{given} is above {le}"),
    "missing": Words("必要ですが、ありません", "is missing"),
    "extra_forbidden": Words("ここでは使えません", "is not known here"),
}


def explained(detail: ErrorDetails) -> Words:
    """Describe in a planner's words what a model does not accept."""
    words = BY_TYPE.get(detail["type"], NOT_TAKEN)
    values = {"given": _given(detail["input"]), "message": detail["msg"], **detail.get("ctx", {})}
    form = FORMS.get(values.get("pattern", ""), Words("", ""))
    return Words(words.ja.format(**values, form=form.ja), words.en.format(**values, form=form.en))


def _given(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def no_number(given: str) -> Words:
    """Describe that a cell is no number where only a number will do."""
    return Words(NO_NUMBER.ja.format(given=_given(given)), NO_NUMBER.en.format(given=_given(given)))


def unknown_column(name: str, columns: Iterable[str]) -> Words:
    """Describe that a table has no such column, and which is meant perhaps, by its key or its heading on sheets."""
    return UNKNOWN_COLUMN.then(did_you_mean(name, columns, {column: called(column) for column in columns}))


def separated_by(sign: str) -> Words:
    """Describe that the cells of a table are not separated by commas."""
    ja, en = ("タブ", "tabs") if sign == "\t" else (f"「{sign}」", f"'{sign}'")
    return Words(
        f"セルが {ja} で区切られています。「CSV UTF-8（コンマ区切り）」で保存してください",
        f"the cells are separated by {en}: save the table as CSV UTF-8, with commas",
    )


def stands_already(named: str, other: Row) -> Words:
    """Describe that a row repeats another."""
    return Words(
        f"「{named}」は {other.file}:{other.line} にすでにあります",
        f"'{named}' stands already at {other.file}:{other.line}",
    )


def not_of_these(word: str, known: Mapping[str, Words]) -> Words:
    """Describe that a word is none of those that may stand there, and what each of them means."""
    there = _with_meaning(known)
    message = Words(f"「{word}」は使えません。書けるもの: {there.ja}", f"'{word}' is not one of these: {there.en}")
    return message.then(did_you_mean(word, known, known))


def one_of_these(known: Mapping[str, Words]) -> Words:
    """Name the words that may stand where none does, and what each of them means."""
    there = _with_meaning(known)
    return Words(f"。書けるもの: {there.ja}", f"; write one of these: {there.en}")


def _with_meaning(known: Mapping[str, Words]) -> Words:
    return Words(
        ", ".join(f"{name}（{words.ja}）" for name, words in known.items()),
        ", ".join(f"{name} ({words.en})" for name, words in known.items()),
    )


def none_of(name: str, choices: Sequence[str]) -> Words:
    """Describe that a name is none of those that may stand there, and which is meant perhaps."""
    listed = ", ".join(choices)
    message = Words(f"「{name}」は次のどれでもありません: {listed}", f"'{name}' is not one of {listed}")
    return message.then(did_you_mean(name, choices))


def unknown(what: Words, word: str, known: Iterable[str], labels: Mapping[str, Words] = MappingProxyType({})) -> Words:
    """Describe that there is no such thing by this name, and which is meant perhaps, by its name or its label."""
    return Words(f"{what.ja}「{word}」はありません", f"no {what.en} '{word}'").then(did_you_mean(word, known, labels))


def goal_meant(reference: str) -> Words | None:
    """Propose sdg:8.5 for what is written as SDG 8.5; None if it speaks of no goal."""
    found = re.fullmatch(r"SDGs?\W*([0-9]\S*)", reference, re.IGNORECASE)
    return did_you_mean(f"sdg:{found[1]}", (f"sdg:{found[1]}",)) if found else None
