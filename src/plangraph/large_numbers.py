"""What large numbers are called in Japanese and English, in units, in sums and by people, and how large one may be."""

from __future__ import annotations

from typing import Final

MYRIADS: Final = {"兆": 10**12, "億": 10**8, "万": 10**4}
"""Each is 10,000 of the next; the last, 10,000."""
SMALLER: Final = {"千": 10**3, "百": 10**2, "十": 10}
"""What stands alone or before one of :data:`MYRIADS`, as in 百万."""
JAPANESE: Final = {
    "千": SMALLER["千"],
    **MYRIADS,
    **{before + word: many * number for before, many in SMALLER.items() for word, number in MYRIADS.items()},
}
"""The words in which amounts are counted: 千, 万, 百万, 億."""
ENGLISH: Final = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3}
SHORT: Final = {"tn": "trillion", "bn": "billion", "m": "million", "k": "thousand"}
"""How the words of :data:`ENGLISH` are written behind a figure."""
OF_SUMS: Final = {"ja": MYRIADS, "en": {short: ENGLISH[word] for short, word in SHORT.items()}}
"""The units in which sums are read, the largest first, by the reader's language."""
DIGITS_OF_SUMS: Final = {"significant": 3, "decimals": 1, "whole": 1000}
"""How sums are cut in their unit. The explorer has so many ``significant`` digits wherever a value stands;
tables of text, where amounts stand under one another, have ``decimals``, and none from ``whole`` on."""
MOST_DIGITS: Final = 40
"""How many digits a number has at most that is given for a parameter."""
BESIDE_FIGURES: Final = "^[%‰\u2e80-\uffff]"
"""How a unit begins that stands at its figure without a space: as a sign or in Japanese."""
