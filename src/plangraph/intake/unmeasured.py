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
TREND = re.compile(
    r"(?:to )?(?:increase|decrease|reduce|maintain|improve|grow)|upward|downward"
    r"|aumentar|incrementar|reducir|disminuir|mantener|mejorar"
    r"|augmenter|réduire|diminuer|maintenir|améliorer"
    r"|erhöhen|steigern|senken|verringern|halten|verbessern",
    re.IGNORECASE,
)
"""The same in Latin letters, in which other words may be remarks."""
HYPHENED = re.compile(r"(\d+(?:[.,]\d+)?)\s?%?\s?-\s?(\d+(?:[.,]\d+)?)\s?%?")
"""A range with a hyphen; it is one where the second number is the larger."""
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
    >>> unmeasured("50-60 %").value, unmeasured("60-50")
    ('50-60 %', None)
    """
    text = text_of(cell)
    plain = unicodedata.normalize("NFKC", text)
    told = any(form.fullmatch(plain) for form in (RANGE, RATIO, WORDS, TREND)) or _rises(plain)
    return Figure(text) if told else None


def _rises(text: str) -> bool:
    found = HYPHENED.fullmatch(text)
    return found is not None and float(found[1].replace(",", ".")) < float(found[2].replace(",", "."))
