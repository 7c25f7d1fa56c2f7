"""Marks that say yes where a column has only one thing to say."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = frozenset("○◯〇●◎✓✔x1レ")
JUDGING = frozenset("◎○◯〇△▲×●■□☆★")


TICKED, UNTICKED = "■☑☒✓✔", "□☐"
BOX = re.compile(rf"([{TICKED}{UNTICKED}])\s*([^{TICKED}{UNTICKED}]*)")


def is_mark(cell: object) -> bool:
    """Check whether a cell is a mark that says yes."""
    text = unicodedata.normalize("NFKC", str(cell or "")).strip().lower()
    return text in MARKS or str(cell or "").strip() in MARKS


def checked(text: str) -> str:
    """Return what is ticked in a list of boxes such as ``■拡充 □継続``; the text itself if it is no such list.

    Examples
    --------
    >>> checked("□拡充　■継続　□縮小")
    '継続'
    """
    boxes = BOX.findall(text)
    ticked = [word.strip(" 　・、,/／") for box, word in boxes if box in TICKED]
    return ticked[0] if len(boxes) > 1 and len(ticked) == 1 and text.strip()[0] in TICKED + UNTICKED else text


def is_mark_beside(text: str, others: Iterable[str]) -> bool:
    """Check whether ``×``, which elsewhere says that there is no value, is a grade: other marks stand beside it."""
    return text in JUDGING and any(other in JUDGING and other != text for other in others)
