"""What a cell may look like: the types of columns, checked by pydantic, and how each form is put in words."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError, WrapValidator
from pydantic_core import PydanticCustomError

from plangraph.fiscal_years import fiscal_year
from plangraph.tables.decimal_signs import EITHER
from plangraph.words import Words

if TYPE_CHECKING:
    from pydantic import ValidationInfo, ValidatorFunctionWrapHandler

LARGEST, SMALLEST = 20, -10
"""A number is below ten to this power, and has no digit below ten to that one."""


def _blank_to_none(value: Any) -> Any:
    return None if value == "" else value


def _real_day(value: str) -> str:
    """Refuse a day that no calendar has, such as 2021-02-30."""
    year, *rest = map(int, value.split("-"))
    month, day = [*rest, 1, 1][:2]
    try:
        date(year, month, day)
    except ValueError as error:
        raise PydanticCustomError("no_such_day", "there is no such day") from error
    return value


def _web_address(value: str) -> str:
    """Refuse what is no address of the web (RFC 3986), such as one with a space or an open bracket."""
    try:
        whole = urlsplit(value)
        whole.port  # noqa: B018 - reading it checks it
    except ValueError as error:
        raise PydanticCustomError("no_url", "no web address") from error
    if not whole.hostname:
        raise PydanticCustomError("no_url", "no web address")
    return value


def _half_width(value: Any) -> Any:
    """Write digits, commas and signs of full width as those of half width: ``２０２４`` is 2024."""
    return value.translate(HALF_WIDTH) if isinstance(value, str) else value


def _year(value: Any) -> Any:
    """Write a fiscal year as people write it, such as 令和6年度, as the calendar year in which it begins."""
    if not isinstance(value, str):
        return value
    year = fiscal_year(value) or _half_width(value)
    if isinstance(year, str) and not WHOLE.fullmatch(year):
        raise PydanticCustomError("no_fiscal_year", "not a fiscal year")
    return year


def _ungrouped(value: Any) -> Any:
    """Remove the commas from a number whose digits stand in groups of three, as spreadsheets write it.

    △ and ▲ are a minus, as in the accounts of Japanese municipalities.
    """
    if not isinstance(value, str):
        return value
    number = _half_width(value)
    number = f"-{number[1:].lstrip()}" if number[:1] in LOSSES else number
    return number.replace(",", "") if GROUPED.fullmatch(number) else number


def _bounded(value: Decimal) -> Decimal:
    """Refuse numbers that no table of a city holds and that would fill pages when they are written out."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or value.adjusted() > LARGEST or exponent < SMALLEST:
        raise PydanticCustomError("number_out_of_bounds", "out of bounds")
    return value


def _number_or_words(value: Any, number: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Accept words for a value that is no number: 増加, 年3回, 500人（累計）, a range (60～65%), a ratio (1:10).

    In tables of text in a language with a comma before fractions, 1.250 is refused: it may be either.
    """
    if info.context and isinstance(value, str) and EITHER.fullmatch(value):
        raise PydanticCustomError("number_read_in_two_ways", "may be thousands or a fraction")
    try:
        return number(value)
    except ValidationError:
        if isinstance(value, str) and WORDING.fullmatch(unicodedata.normalize("NFKC", value)):
            return value
        raise


WORDING = re.compile(
    r"(?!.*#)(?=.{2,200}$)(?:(?=.*[^\W_]{2})\D+|.*[^\W\d_a-zA-Z](?:[^\W\d_a-zA-Z]|\d).*|.*\s[a-zA-Z]{2}.*"
    r"|[△▲+-]?\d[\d,.]*[^\W\d_]{,4}%?\s?[~〜–]\s?[△▲+-]?\d[\d,.]*\s?\D{,12}"
    r"|\d[\d,.]*\s?:\s?\d[\d,.]*)"
)
WHOLE = re.compile(r"\s*-?\d+\s*")
HALF_WIDTH = str.maketrans("０１２３４５６７８９，．－−＋", "0123456789,.--+")
LOSSES = ("△", "▲")
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
KEY = r"^[\p{L}\p{N}][\p{L}\p{M}\p{N}・-]*$"
CIRCLED = r"\x{24B6}-\x{24E9}\x{3200}-\x{32FF}"
"""Letters in a circle or in brackets, such as ㋐ and Ⓐ, which are neither letters nor numbers to Unicode."""
CODE = rf"^[\p{{L}}\p{{N}}{CIRCLED}(（][\p{{L}}\p{{M}}\p{{N}}{CIRCLED}.．()（）_・－−‐‑–—-]*$|^$"
MARK = r"^[^\s|\p{C}]+$"
MOMENT = r"^(1[89]|2[0-3])\d\d(-(0[1-9]|1[0-2])(-\d\d)?)?$"
URL = r"^https?://([^\s<>\"{}|\\^`%]|%[0-9A-Fa-f]{2})+$"
CURRENCY = r"^[A-Z]{3}$"
LANGUAGE = r"^[a-z]{2,3}$"
LETTERS = r"^[A-Za-z]{0,3}$"
KANA = r"^[ぁ-ゖァ-ヺ・ー･-ﾟ\s]*$"
CITY = r"^[a-z][a-z0-9-]*$"
FORMS = {
    LANGUAGE: Words("言語のコード（ja、en、de など）", "the code of a language, such as ja, en or de"),
    KEY: Words("文字、数字、- と・からなるキー", "a key of letters, digits, - and ・"),
    CODE: Words("文字、数字、( ) . - _ ・ からなるコード", "a code of letters, digits, ( ) . - _ and ・"),
    MARK: Words("空白のない短い言葉または記号", "a short word or sign without a space"),
    MOMENT: Words("2021、2021-04 または 2021-04-11 の形の日付", "a date such as 2021, 2021-04 or 2021-04-11"),
    URL: Words("「http://」か「https://」で始まる URL", "an address that begins with http:// or https://"),
    CURRENCY: Words("ISO 4217 の通貨コード（JPY、USD など）", "a code of a currency (ISO 4217) such as JPY or USD"),
    LETTERS: Words("列の記号（B や AA）", "the letters of a column, such as B or AA"),
    KANA: Words("ひらがなかカタカナの読み（さいわいく）", "a reading in kana such as さいわいく"),
    CITY: Words("英小文字、数字と - からなるキー", "a key of small Latin letters, digits and -"),
}
"""Each form in words."""

Blank = BeforeValidator(_blank_to_none)
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=80)]
OptionalCode = Annotated[str, StringConstraints(pattern=CODE, max_length=40)]
Mark = Annotated[str, StringConstraints(pattern=MARK, max_length=40)]
CityKey = Annotated[str, StringConstraints(pattern=CITY, max_length=40)]
Kana = Annotated[str, StringConstraints(pattern=KANA)]
Letters = Annotated[str, StringConstraints(to_upper=True, pattern=LETTERS)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]
Currency = Annotated[str, StringConstraints(pattern=CURRENCY)]
Year = Annotated[int, BeforeValidator(_year), Field(ge=1868, le=2300)]
Moment = Annotated[str, StringConstraints(pattern=MOMENT), AfterValidator(_real_day), BeforeValidator(_half_width)]
Page = Annotated[int, BeforeValidator(_half_width), Field(ge=1, le=1_000_000)]
Number = Annotated[Decimal, BeforeValidator(_ungrouped), AfterValidator(_bounded)]
Value = Annotated[Number, WrapValidator(_number_or_words)]
"""A number, or words for one that is none."""
Score = Annotated[Number, Field(ge=0, le=1)]
Url = Annotated[str, StringConstraints(pattern=URL), AfterValidator(_web_address)]
Basis = Literal["Official", "Reported", "Assumed", "Suggested"]
