"""Marks that say yes where a column has only one thing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = frozenset("○◯〇●◎✓✔x1レ")
JUDGING = frozenset("◎○◯〇△▲×●■□☆★")


def is_mark_beside(text: str, others: Iterable[str]) -> bool:
    """Tell whether ``×``, which elsewhere says that there is no value, is a grade: other marks stand beside it."""
    return text in JUDGING and any(other in JUDGING and other != text for other in others)
