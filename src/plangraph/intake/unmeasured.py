"""What an indicator says that is no amount of a unit: a ratio, words, and a number without any unit."""

from __future__ import annotations

import re
import unicodedata

from plangraph.intake.values import Figure, text_of
from plangraph.words import Words

RATIO = re.compile(r"\d+(?:\.\d+)?\s*[:対]\s*\d+(?:\.\d+)?")
WORDS = re.compile(r"[^\W\d_a-zA-Z](?:[^\W\d_a-zA-Z]|[・、]){1,19}")
"""A target without a number: 増加, 維持, 全国平均を上回る; not a sentence."""
UNSTATED = Words("（単位の記載なし）", "(no unit stated)")
"""What stands for the unit of an indicator for which a sheet gives none, such as a rate of births."""


def unmeasured(cell: object) -> Figure | None:
    """Read a cell as a ratio or as words, which are kept as they are written; None if it is neither.

    Examples
    --------
    >>> unmeasured("1：10").value
    '1：10'
    >>> unmeasured("維持").value
    '維持'
    """
    text = text_of(cell)
    plain = unicodedata.normalize("NFKC", text)
    return Figure(text) if RATIO.fullmatch(plain) or WORDS.fullmatch(plain) else None
