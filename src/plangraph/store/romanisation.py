"""Kana as the Latin letters in which names are romanised, so that a reading finds a name that is given in English."""

from __future__ import annotations

import re

from plangraph.store.folding import folded
from plangraph.store.syllables import KANA, LONG, SYLLABLES

SYLLABLE = re.compile("|".join(SYLLABLES))


def romanised(name: str) -> str:
    """Return a name in kana in Latin letters, in the Hepburn system without marks of length; nothing for any other.

    Examples
    --------
    >>> romanised("たかつ"), romanised("チュウオウ"), romanised("にっしん"), romanised("高津")
    ('takatsu', 'chuo', 'nisshin', '')
    """
    kana = folded(name.strip())
    if not re.fullmatch(KANA, kana):
        return ""
    return re.sub(LONG, "", SYLLABLE.sub(lambda found: SYLLABLES[found[0]], kana))
