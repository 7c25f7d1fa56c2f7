"""Units of money as documents write them: a currency, or so many of it (千円, 万円, thousand EUR, $000, £m)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from plangraph.large_numbers import ENGLISH, JAPANESE, SHORT

WRITTEN_SHORT = {
    **SHORT,
    "tsd": "thousand",
    "t": "thousand",
    "mio": "million",
    "mrd": "billion",
    "000": "thousand",
    "mn": "million",
    **dict.fromkeys(("1000", "tausend", "millier", "miles"), "thousand"),
    **dict.fromkeys(("millionen", "millones"), "million"),
    **dict.fromkeys(("milliarde", "milliarden", "milliard"), "billion"),
}
"""Short forms of the English words, and those of German, French and Spanish."""
WORDS = {**ENGLISH, "lakh": 10**5, "crore": 10**7}
"""What the words before or behind a currency count, with those of India."""
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD"})
SIGNS = {
    **dict.fromkeys(("円", "¥", "yen"), frozenset({"JPY"})),
    **dict.fromkeys(("ユーロ", "€", "euro", "euros"), frozenset({"EUR"})),
    **dict.fromkeys(("ポンド", "£", "pound", "pounds"), frozenset({"GBP"})),
    **dict.fromkeys(("ドル", "$", "dollar", "dollars"), DOLLARS),
    **dict.fromkeys(("ウォン", "₩", "won", "원"), frozenset({"KRW"})),
    **dict.fromkeys(("₱", "peso", "pesos"), frozenset({"PHP", "MXN", "ARS", "CLP", "COP", "UYU", "DOP"})),
    **dict.fromkeys(("₹", "rs", "rupee", "rupees"), frozenset({"INR", "PKR", "LKR", "NPR"})),
    "元": frozenset({"CNY", "TWD", "HKD", "MOP"}),
}
"""The currencies (ISO 4217) that a sign or word may mean."""
MANY = {
    **JAPANESE,
    **{"천": 10**3, "만": 10**4, "백만": 10**6, "천만": 10**7, "억": 10**8, "십억": 10**9},
    **{"萬": 10**4, "百萬": 10**6, "千萬": 10**7, "亿": 10**8},
}
"""How many the words are that stand before a currency in Japanese, Korean and Chinese."""
LETTERS = "".join(sorted({letter for word in MANY for letter in word}))
OF_EAST_ASIA = re.compile(
    rf"(?:[(（]|(?:단위|單位|单位)\s*[:：])\s*(?:(?:단위|單位|单位)\s*[:：]\s*)?((?:{'|'.join(MANY)})?(?:원|元))\s*(?:[)）]|$)"
)
"""A unit of money in won, yuan or dollars of Taiwan and Hong Kong."""
IN_YEN = r"(?:千|百万|万|億)?円"
"""A unit of money in yen, within patterns."""
BEFORE_UNIT = r"(?:単位\s*[:：])?\s*"
"""What may stand before a unit, within patterns."""
YEN_IN_BRACKETS = re.compile(rf"[(（]\s*{BEFORE_UNIT}({IN_YEN})\s*[)）]")
BEFORE = (
    r"(?:[ie]n\s+)?(?P<before>(?<=\b[ie]n\s)1['’., ]?000|thousand|tausend|millier|miles|million(?:en)?|millones|"
    r"milliard(?:en?)?|billion|lakh|crore|tsd|mio|mrd|t(?=€|eur|chf)|k|m)s?\.?\s*(?:of\s+|de\s+|d['’]\s?)?"
)
AFTER = r"\s*(?:in\s+)?(?P<after>thousand|million|billion|lakh|crore|'?000|bn|mn|k|m)(?:(?<=[d0nhe])s)?"
WRITTEN = re.compile(
    rf"(?:{BEFORE})?(?P<currency>(?![{LETTERS}])[^\W\d]+?|[€£$¥₩₱₹])(?:{AFTER})?|(?P<of>[{LETTERS}]+)(?P<word>\w+)"
)


def many_of(unit: str, currency: str) -> Decimal | None:
    """Return how many of a currency a unit of money is.

    Parameters
    ----------
    unit : str
        The unit as it is written: ``千円``, ``thousand EUR``, ``€000``.
    currency : str
        The code of the currency (ISO 4217).

    Returns
    -------
    Decimal or None
        Such as 1000; None if it is no unit of that currency.

    Examples
    --------
    >>> many_of("EUR million", "EUR")
    Decimal('1000000')
    >>> many_of("万円", "JPY")
    Decimal('10000')
    >>> many_of("백만원", "KRW"), many_of("千元", "TWD")
    (Decimal('1000000'), Decimal('1000'))
    >>> many_of("lakh INR", "INR"), many_of("thousand pesos", "PHP")
    (Decimal('100000'), Decimal('1000'))
    >>> many_of("£m", "EUR")
    """
    found = WRITTEN.fullmatch(unicodedata.normalize("NFKC", unit).casefold().strip(" ()"))
    if not found:
        return None
    named = found["currency"] or found["word"]
    if currency not in SIGNS.get(named, {named.upper()}):
        return None
    if found["of"]:
        return Decimal(MANY[found["of"]]) if found["of"] in MANY else None
    return Decimal(WORDS[written_out(found)] if found["before"] or found["after"] else 1)


def may_be_one(one: str, other: str) -> bool:
    """Check whether two signs, words or codes may mean one currency.

    Examples
    --------
    >>> may_be_one("$", "USD"), may_be_one("¥", "Yen"), may_be_one("€", "thousand EUR")
    (True, True, False)
    """
    each = [SIGNS.get(name.casefold(), {name.upper()}) for name in (one, other)]
    return not each[0].isdisjoint(each[1])


def written_out(found: re.Match[str]) -> str:
    """Return thousand, million or billion as :data:`BEFORE` or :data:`AFTER` found it; empty if neither did."""
    many = re.sub(r"\W", "", found["before"] or found["after"] or "").casefold()
    return WRITTEN_SHORT.get(many, many)
