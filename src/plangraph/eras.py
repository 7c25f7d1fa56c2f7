"""The Japanese eras, in which fiscal years are written and read. The explorer takes them from here."""

from __future__ import annotations

from typing import Final

ERAS: Final = {"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
"""The year (of the common era) that is the first of each."""
LETTERS: Final = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
"""The letters that stand for them, as in R6."""
