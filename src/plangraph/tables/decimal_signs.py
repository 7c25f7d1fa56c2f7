"""Where a comma stands before the fraction of a number, so that 1.250 may mean 1250, and 1,250 may mean 1.25."""

from __future__ import annotations

import re

_LANGUAGES = """
    af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk kl lb lt lv mk nb nl nn no pl pt ro ru
    sk sl sq sr sv tr uk vi
"""
WITH_COMMAS = frozenset(_LANGUAGES.split())
"""The languages (ISO 639) in which a comma stands before the fraction (Unicode CLDR, numbers/symbols/decimal)."""
OF_POINTS = frozenset(("CHF", "DOP", "GTQ", "HNL", "MXN", "NIO", "PAB", "PEN", "USD"))
"""The currencies of countries where such a language is written with a point."""
EITHER = re.compile(r"[-+]?(?:[1-9][0-9]{0,2}\.[0-9]{3}|[0-9]{1,3},[0-9]{3})")
"""A number that nobody can be sure of there."""


def with_commas(lang: str, currency: str) -> bool:
    """Check whether a comma usually stands before fractions in a language, where a currency is used."""
    return lang in WITH_COMMAS and currency not in OF_POINTS


def certain(number: str) -> str:
    """Write a number with a fraction so that its point cannot be taken for one between thousands.

    Examples
    --------
    >>> certain("12.345"), certain("12.5")
    ('12.3450', '12.5')
    """
    return f"{number}0" if EITHER.fullmatch(number) else number
