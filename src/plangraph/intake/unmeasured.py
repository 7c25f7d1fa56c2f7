"""What an indicator says that is no amount of a unit: a ratio, and a number without any unit."""

from __future__ import annotations

import re
import unicodedata

from plangraph.intake.values import Figure, text_of
from plangraph.words import Words

RATIO = re.compile(r"\d+(?:\.\d+)?\s*[:対]\s*\d+(?:\.\d+)?")
UNSTATED = Words("（単位の記載なし）", "(no unit stated)")
"""What stands for the unit of an indicator for which a sheet gives none, such as a rate of births."""


def ratio(cell: object) -> Figure | None:
    """Read a cell as a ratio, which is kept as it is written; None if it is none.

    Examples
    --------
    >>> ratio("1：10").value
    '1：10'
    """
    text = text_of(cell)
    return Figure(text) if RATIO.fullmatch(unicodedata.normalize("NFKC", text)) else None
