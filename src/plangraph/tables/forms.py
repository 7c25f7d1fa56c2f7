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
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import ValidatorFunctionWrapHandler

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
    return (fiscal_year(value) or _half_width(value)) if isinstance(value, str) else value


def _ungrouped(value: Any) -> Any:
    """Take the commas out of a number whose digits stand in groups of three, as spreadsheets write it.

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


def _number_or_words(value: Any, number: ValidatorFunctionWrapHandler) -> Any:
    """Take words for a value that is no number: 増加, 年3回, 500人（累計）, a range (60～65%), a ratio (1:10)."""
    try:
        return number(value)
    except ValidationError:
        if isinstance(value, str) and WORDING.fullmatch(unicodedata.normalize("NFKC", value)):
            return value
        raise


def _any_of(bounds: Mapping[str, Sequence[str]]) -> str:
    """Return the pattern for the words of some bounds in Latin letters and signs, the longest first."""
    every = {words for each in bounds.values() for words in each if not JAPANESE.search(words)}
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(every, key=lambda words: -len(words)))


def as_written(value: str) -> dict[str, str]:
    """Read a number with how it is to be read and its unit: 100%以上, 約5,000人, 10以内.

    Examples
    --------
    >>> as_written("１００％以上")
    {'value': '100', 'unit': '%', 'comparator': 'atLeast'}
    >>> as_written("at least 90%")
    {'value': '90', 'unit': '%', 'comparator': 'atLeast'}
    >>> as_written("増加")
    {}
    """
    spelt = unicodedata.normalize("NFKC", value).strip()
    if bounded := bounded_in_latin_letters(spelt):
        return bounded
    found = WRITTEN.fullmatch(spelt)
    return _read(found, found["bound"] or ("程度" if found["about"] else "")) if found else {}


def bounded_in_latin_letters(spelt: str) -> dict[str, str]:
    """Read a number with how it is to be read in words of English or German, or signs: at least 90%, mind. 48, 400+."""
    found = IN_LATIN_LETTERS.fullmatch(spelt)
    return _read(found, " ".join((found["before"] or found["behind"] or "").lower().split())) if found else {}


def _read(found: re.Match[str], bound: str) -> dict[str, str]:
    read = {"value": found["number"], "unit": (found["unit"] or "").strip(), "comparator": BOUNDS.get(bound, "")}
    return {column: said for column, said in read.items() if said}


JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
BEFORE = {
    "atLeast": (
        *(
            "at least",
            "no less than",
            "not less than",
            "no fewer than",
            "minimum",
            "minimum of",
            "min.",
            "min",
            "≥",
            ">=",
        ),
        *("mindestens", "mind.", "wenigstens", "minimal"),
    ),
    "atMost": (
        *("at most", "no more than", "not more than", "up to", "maximum", "maximum of", "max.", "max", "≤", "<="),
        *("höchstens", "maximal", "bis zu"),
    ),
    "above": ("more than", "over", "above", "greater than", ">", "mehr als", "über"),
    "below": ("less than", "fewer than", "under", "below", "<", "weniger als", "unter"),
    "about": ("about", "around", "approximately", "approx.", "approx", "~", "ca.", "circa", "etwa", "rund"),
}
BEHIND = {
    "atLeast": ("以上", "or more", "or higher", "or above", "or better", "+", "oder mehr"),
    "atMost": ("以下", "以内", "or less", "or fewer", "or lower", "or below", "oder weniger"),
    "above": ("超",),
    "below": ("未満",),
    "about": ("程度",),
}
"""How a number is read by what stands before it or behind: by the notations of the scheme of comparators."""
BOUNDS = {words: comparator for bounds in (BEFORE, BEHIND) for comparator, each in bounds.items() for words in each}
WORDING = re.compile(
    r"(?!.*#)(?=.{2,200}$)(?:(?=.*[^\W_]{2})\D+|.*[^\W\d_a-zA-Z](?:[^\W\d_a-zA-Z]|\d).*|.*\s[a-zA-Z]{2}.*"
    r"|[△▲+-]?\d[\d,.]*[^\W\d_]{,4}%?\s?[~〜–]\s?[△▲+-]?\d[\d,.]*\s?\D{,12}"
    r"|\d[\d,.]*\s?:\s?\d[\d,.]*)"
)
WRITTEN = re.compile(
    r"(?P<about>約|およそ|概ね|おおむね)?\s*(?P<number>[△▲+-]?\s*\d[\d,]*(?:\.\d+)?)\s*"
    r"(?P<unit>[^\d\s()以超未程約,.|][^\d()以超未程|]{0,11}?)?\s*(?P<bound>以上|以下|以内|超|未満|程度)?"
)
IN_LATIN_LETTERS = re.compile(
    rf"(?:(?P<before>{_any_of(BEFORE)})|(?=.*?(?P<behind>{_any_of(BEHIND)})$))\s*(?P<number>[+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?![\d,]*\d)\s*"
    rf"(?P<unit>(?:(?!{_any_of(BEHIND)}$)[^\d\s()|<>])(?:(?!{_any_of(BEHIND)}$)[^\d()|<>]){{,30}}?)?\s*(?(behind)(?P=behind))",
    re.IGNORECASE,
)
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
CITY = r"^[a-z][a-z0-9-]*$"
FORMS = {
    LANGUAGE: Words("言語のコード（ja、en、de など）", "the code of a language, such as ja, en or de"),
    KEY: Words("文字、数字、- と・からなるキー", "a key of letters, digits, - and ・"),
    CODE: Words("文字、数字、( ) . - _ ・ からなるコード", "a code of letters, digits, ( ) . - _ and ・"),
    MARK: Words("空白のない短い言葉または記号", "a short word or sign without a space"),
    MOMENT: Words("2021、2021-04 または 2021-04-11 の形の日付", "a date such as 2021, 2021-04 or 2021-04-11"),
    URL: Words("http:// か https:// で始まる URL", "an address that begins with http:// or https://"),
    CURRENCY: Words("ISO 4217 の通貨コード（JPY、USD など）", "a code of a currency (ISO 4217) such as JPY or USD"),
    LETTERS: Words("列の記号（B や AA）", "the letters of a column, such as B or AA"),
    CITY: Words("英小文字、数字と - からなるキー", "a key of small Latin letters, digits and -"),
}
"""Each form in words."""

Blank = BeforeValidator(_blank_to_none)
Key = Annotated[str, StringConstraints(pattern=KEY, max_length=80)]
OptionalCode = Annotated[str, StringConstraints(pattern=CODE, max_length=40)]
Mark = Annotated[str, StringConstraints(pattern=MARK, max_length=40)]
CityKey = Annotated[str, StringConstraints(pattern=CITY, max_length=40)]
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
