"""Spellings of the same words made equal: full and half width, compatibility forms, upper and lower case."""

from __future__ import annotations

import unicodedata


def folded(words: str) -> str:
    """Fold width and case.

    Normalization Form KC (Unicode Standard Annex 15) turns full-width letters and digits, half-width katakana,
    circled numbers, squared units and most CJK radicals into the characters that they stand for; then everything is
    in lower case, as SPARQL's ``LCASE`` writes it.

    Examples
    --------
    >>> folded("ＩＣＴとｹｱ")
    'ictとケア'
    """
    return unicodedata.normalize("NFKC", words).lower()
