"""Numbers as people write them for a parameter."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from plangraph.large_numbers import MYRIADS
from plangraph.words import Words

WRITTEN = re.compile(rf"([-+]?(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?)({'|'.join(MYRIADS)})?[円%]?")
"""A comma stands between groups of three digits and nowhere else."""


def number_written(text: str) -> Decimal | None:
    """Return the number that a text is: 1000000, 1,000,000, 100万, 1.5億円; None if it is none."""
    found = WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    number = Decimal(found[1].replace(",", ""))
    return number * MYRIADS[found[2]] if found[2] else number


def no_number(text: str) -> Words:
    """Return the words for a text that is no number."""
    return Words(
        f"「{text}」は数ではありません。1000000、100万、1.5億 のように書きます",
        f"'{text}' is not a number, such as 1000000, 100万 or 1.5億",
    )


def no_whole_number(text: str) -> Words:
    """Return the words for a text that is no whole number."""
    return Words(f"「{text}」は整数ではありません", f"'{text}' is not a whole number")
