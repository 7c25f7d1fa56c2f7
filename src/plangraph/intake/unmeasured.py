"""What an indicator says that is no amount of a unit: a range, a ratio, words, and a number without any unit."""

from __future__ import annotations

import re
import unicodedata

from plangraph.intake.values import Figure, text_of
from plangraph.words import Words

RATIO = re.compile(r"\d+(?:\.\d+)?\s*[:対]\s*\d+(?:\.\d+)?")
RANGE = re.compile(r"[△▲+-]?\d[\d,.]*[^\W\d_]{,4}%?\s?[~〜–]\s?[△▲+-]?\d[\d,.]*\s?\D{,12}")
WORDS = re.compile(r"[^\W\d_a-zA-Z](?:[^\W\d_a-zA-Z]|[・、]){1,19}")
"""A target without a number: 増加, 維持, 全国平均を上回る; not a sentence."""
UNSTATED = Words("（単位の記載なし）", "(no unit stated)")
"""What stands for the unit of an indicator for which a sheet gives none, such as a rate of births."""


def unmeasured(cell: object) -> Figure | None:
    """Read a cell as a range, a ratio or words, which are kept as they are written; None if it is none of them.

    Examples
    --------
    >>> unmeasured("1：10").value
    '1：10'
    >>> unmeasured("5～8件").value
    '5～8件'
    >>> unmeasured("維持").value
    '維持'
    """
    text = text_of(cell)
    plain = unicodedata.normalize("NFKC", text)
    return Figure(text) if any(form.fullmatch(plain) for form in (RANGE, RATIO, WORDS)) else None
