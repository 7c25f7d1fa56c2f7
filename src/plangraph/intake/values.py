"""What cells of municipal sheets say: numbers, years, codes and gaps as people write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from plangraph.large_numbers import MYRIADS, SMALLER
from plangraph.sheets.faults import is_fault
from plangraph.tables.comparators import (
    IN_JAPANESE_BEFORE,
    IN_JAPANESE_BEHIND,
    bounded_in_latin_letters,
    comparator_of,
)
from plangraph.tables.money_units import AFTER, BEFORE, IN_YEN, OF_EAST_ASIA, written_out

GAPS = {""}.union(
    "- -- --- ... ※ * × / n/a n.a. n.a na n/d nd n.d. n.c. nc s/d k.a. k.a null none nan nil tbd tba tbc".split(),  # noqa: SIM905
    "なし 無し 無 未定 未設定".split(),  # noqa: SIM905
    "notapplicable notavailable tobeconfirmed tobedetermined tobeadvised nodata".split(),  # noqa: SIM905
    "データなし 該当なし 非該当 対象外 設定なし 不明 未実施 未集計 集計中 調査中".split(),  # noqa: SIM905
)
"""What stands in a cell for no figure, after width and spaces are folded."""
DITTO = frozenset(("〃", "”", '"', "''", "同上", "々", "仝", "同"))
DASHES = re.compile(r"[‐-―−ー－─━﹣ｰ⁃]")
DASHES_IN_CODES = re.compile(r"[‐-―−－─━﹣⁃]|(?<![ァ-ヺ])ー")
"""Dashes, of which the sign of a long vowel is none where it stands in a word: コード, but １ー２."""
NEGATIVE = "△▲▵▴-−"
SPELLED_OUT = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:[兆億]|千?万)[0-9.,兆億万千百十\s]*")
"""A number with the words for 10,000 or more: 1億2千万, 3万5千, 5千万; 百万円 and 千円 alone are units."""
OF_TEN_THOUSANDS = re.compile(r"(?P<hundred_millions>[0-9,]+\s*億)\s*(?P<rest>[0-9]{1,3}(?:,[0-9]{3})|[0-9]{1,4})")
"""An amount such as 3億2,000, of which a column in 万円 leaves out the last word."""
NUMBER = re.compile(
    rf"(?P<told>累計|延べ|のべ|年間|通算)?\s*(?P<before>{IN_JAPANESE_BEFORE})?\s*(?P<sign>[△▲▵▴−+-]?)\s*[¥￥\\$€£₱₹]?\s*"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*"
    rf"(?P<unit>(?:(?!{IN_JAPANESE_BEHIND})[^0-9()（）※*注]|(?<=[A-Za-z])[23](?![0-9])){{0,12}}?)\s*"
    rf"(?P<behind>{IN_JAPANESE_BEHIND})?\s*(?P<aside>[(（][^()（）]*[)）])?\s*(?:[*※][0-9]{{0,2}}|[(]?注[0-9]{{1,2}}[)]?)?"
)
ON_PAPER = re.compile(r"[金\s]*[¥￥]?\s*(?P<number>[0-9][0-9,]*)\s*円\s*也|[¥￥]\s*(?P<other>[0-9][0-9,]*)\s*[-―ー]")
"""An amount as on bills: ¥1,500,000-, 金 2,000,000円也."""
UNITS_OF_MONEY = re.compile(
    rf"{IN_YEN}|(?:\b{BEFORE})?(?P<currency>€|£|₱|₹|\bRs\b\.?|(?:\b(?:US|NZ|HK|[ACS]))?\$"
    r"|(?:\b|(?<=\bt))(?:EUROS?|EUR|GBP|USD|CAD|AUD|NZD|SGD|HKD|CHF|FRANKEN|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|ZAR|BRL|MXN|INR|CNY|TWD|KRW|JPY|PHP|PESOS?|RUPEES?|IDR|THB|MYR|VND|YEN)"
    rf"(?![a-z]))(?:{AFTER}(?![a-z0-9]))?",
    re.IGNORECASE,
)
DOLLARS = {"US$": "USD", "NZ$": "NZD", "HK$": "HKD", "A$": "AUD", "C$": "CAD", "S$": "SGD"}
CURRENCIES = {
    "€": "EUR",
    "EURO": "EUR",
    "EUROS": "EUR",
    "FRANKEN": "CHF",
    "£": "GBP",
    "₱": "PHP",
    "₹": "INR",
    **dict.fromkeys(("PESO", "PESOS"), "pesos"),
    **dict.fromkeys(("RS", "RS.", "RUPEE", "RUPEES"), "Rs"),
    "JPY": "円",
    "YEN": "円",
    **DOLLARS,
}
YEN = re.compile(
    r"(thousand|million)s?\s*(?:of\s*)?(?:yen|JPY|¥)|(?:yen|JPY|¥)\s*(?:in\s*)?(thousand|million)s?", re.IGNORECASE
)
YEN_IN_ENGLISH = {"thousand": "千円", "million": "百万円"}
GROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ '’][0-9]{3})+(?:[.,][0-9]{1,2})?(?![0-9.,])")
"""A number whose thousands stand apart: 1 000, 1'000."""
WITH_POINTS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]{1,2}|(?:\.[0-9]{3}){2,})(?![0-9.,])")
"""A number as most of Europe writes it, where nothing else can be meant: 1.250,00."""
REMEMBERED = 50_000
"""Of how many texts is kept what they were read as: the cells of a sheet are looked at again and again."""
FINEST = 12
"""How many digits a number keeps where Excel has stored it as a binary fraction."""


@dataclass(frozen=True)
class Figure:
    """A number as a cell says it.

    Attributes
    ----------
    value : str
        The number, in digits.
    unit : str
        The unit that stands behind it.
    comparator : str
        How it is to be read: atLeast, atMost, above, below, about or nothing.
    aside : str
        What stands behind it in brackets, such as 4 in ``29（4）``, or before it, such as 累計.
    """

    value: str
    unit: str = ""
    comparator: str = ""
    aside: str = ""


BROKEN_LINE = re.compile(r"(?<=[^\x00-\x7f])[\r\n]+(?=[^\x00-\x7f])")
NUMBERED_LINE = re.compile(r"\s*(?:第\s*)?[0-9０-９]{1,3}\s*[章節編部項][ \u3000]*[\r\n]+(?=\S)")


def text_of(cell: object) -> str:
    """Return what a cell says as one line: newlines and wide spaces are spaces, the ends are trimmed."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _one_line(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return (
            format(cell, ".0f")
            if cell.is_integer() and abs(cell) < 10**FINEST
            else format(Decimal(f"{cell:.{FINEST}g}"), "f")
        )
    return cell.isoformat() if isinstance(cell, date) else _one_line(str(cell))


@lru_cache(REMEMBERED)
def _one_line(text: str) -> str:
    return " ".join(text.replace("\u3000", " ").replace("_x000D_", " ").split())


def joined(cell: object) -> str:
    """Return what a cell says as a name: a line break inside it, which only fits the column, leaves nothing."""
    return _as_name(cell) if isinstance(cell, str) else text_of(cell)


@lru_cache(REMEMBERED)
def _as_name(text: str) -> str:
    numbered = NUMBERED_LINE.match(text)
    if numbered:
        return f"{text_of(numbered[0])} {joined(text[numbered.end() :])}"
    return text_of(BROKEN_LINE.sub("", text.replace("_x000D_", "")))


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """Return a text without what does not tell words apart: width, spaces, the kinds of dashes, upper case."""
    return DASHES.sub("-", re.sub(r"\s", "", unicodedata.normalize("NFKC", text))).lower()


@lru_cache(REMEMBERED)
def is_gap(text: str) -> bool:
    """Check whether a cell says nothing: it is blank, a mark for no value, or a formula that failed."""
    return plain(text) in GAPS or is_fault(text) or bool(re.fullmatch(r"[-.…*※()（）\s]*", plain(text)))


def has_several_figures(text: str) -> bool:
    """Check whether a text is a list of numbers, such as a budget over a settlement."""
    parts = text.split()
    return len(parts) > 1 and all(map(figure, parts))


def figure(cell: object) -> Figure | None:
    """Read a cell as a number; None if it is none.

    Examples
    --------
    >>> figure("△1,234千円")
    Figure(value='-1234', unit='千円', comparator='', aside='')
    >>> figure("29（4）").aside
    '4'
    >>> figure("80％以上").comparator
    'atLeast'
    >>> figure("< 1,100 homes")
    Figure(value='1100', unit='homes', comparator='below', aside='')
    """
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return Figure(text_of(cell))
    text = unicodedata.normalize("NFKC", text_of(cell))
    if written := ON_PAPER.fullmatch(text):
        text = f"{written['number'] or written['other']}円"
    text = _spelled_out(_in_one(text))
    if bounded := bounded_in_latin_letters(text):
        return Figure(bounded["value"].replace(",", ""), bounded.get("unit", ""), bounded.get("comparator", ""))
    found = NUMBER.fullmatch(text)
    if not found:
        return None
    try:
        value = Decimal(found["digits"].replace(",", ""))
    except InvalidOperation:
        return None
    sign = "-" if found["sign"] and found["sign"] in NEGATIVE and value else ""
    aside = "、".join(filter(None, (found["told"], (found["aside"] or "").strip("()（） "))))
    return Figure(f"{sign}{value:f}", (found["unit"] or "").strip(), comparator_of(found), aside)


def _in_one(text: str) -> str:
    """Write 1 000 and 1.250,00 without the signs between their thousands."""
    text = GROUPED.sub(lambda found: re.sub(r"[ '’]", "", found[0]).replace(",", "."), text)
    return WITH_POINTS.sub(lambda found: found[0].replace(".", "").replace(",", "."), text)


IN_BRACKETS = re.compile(r"[(]([^()]*)[)]")


def without_brackets(text: str, heading: str) -> str:
    """Return a number in brackets without them, under a heading that stands in brackets too: （Ｒ６予算額）.

    Elsewhere brackets mean a part of a sum, what is listed again, or a loss: nobody can say which.
    """
    found = IN_BRACKETS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found[1] if found and IN_BRACKETS.fullmatch(unicodedata.normalize("NFKC", heading).strip()) else text


def with_loss(text: str) -> str:
    """Write an amount in brackets with a minus, as accounts in English mean it: (1,200) is -1,200."""
    found = IN_BRACKETS.fullmatch(unicodedata.normalize("NFKC", text).strip().lstrip("$€£"))
    return f"-{found[1].strip()}" if found and figure(found[1]) else text


def in_ten_thousands(text: str, unit: str) -> str | None:
    """Write 3億2,000 with the word that a column in 万円 leaves out; None where nobody can say what it means.

    Examples
    --------
    >>> in_ten_thousands("3億2,000", "万円")
    '3億2,000万円'
    """
    found = OF_TEN_THOUSANDS.fullmatch(unicodedata.normalize("NFKC", text))
    if not found:
        return text
    return f"{found['hundred_millions']}{found['rest']}万円" if unit == "万円" else None


def _spelled_out(text: str) -> str:
    """Write 3兆2,000億, 1億2千万 and 3万5千 in digits."""
    found = SPELLED_OUT.search(text)
    if not found:
        return text
    total, group, number = Decimal(0), Decimal(0), Decimal(0)
    for token in re.findall(r"[0-9]+(?:\.[0-9]+)?|[兆億万千百十]", found[0].replace(",", "")):
        if token in MYRIADS:
            total, group, number = total + (group + number) * MYRIADS[token], Decimal(0), Decimal(0)
        elif token in SMALLER:
            group, number = group + (number or 1) * SMALLER[token], Decimal(0)
        else:
            number = Decimal(token)
    total += group + number
    digits = f"{total.to_integral_value() if total == total.to_integral_value() else total.normalize():f}"
    return f"{text[: found.start()]}{digits}{text[found.end() :]}"


def unit_of_money(text: str) -> str:
    """Return the unit of money that a text names: 千円, EUR or thousand EUR; empty if it names none.

    A sign that several currencies share is the unit: $, or thousand $.
    """
    folded = unicodedata.normalize("NFKC", text).replace("_", " ")
    if yen := YEN.search(folded):
        return YEN_IN_ENGLISH[(yen[1] or yen[2]).lower()]
    if unit := OF_EAST_ASIA.search(folded):
        return unit[1]
    found = UNITS_OF_MONEY.search(folded)
    if not found:
        return ""
    named = (found["currency"] or found[0]).upper()
    return f"{written_out(found)} {CURRENCIES.get(named, named)}".strip()


def code_of(text: str) -> str:
    """Return a code in the letters that codes may have: ``（１）－２`` is ``1-2``; empty if nothing is left."""
    bare = DASHES_IN_CODES.sub("-", unicodedata.normalize("NFKC", text))
    bare = re.sub(r"[\s_/・,、–~〜:：]+", "-", bare.strip(" ()（）[]「」【】<>."))
    bare = re.sub(r"[^\w.-]|_", "", bare)
    return re.sub(r"-{2,}", "-", bare).strip("-.")[:40]
