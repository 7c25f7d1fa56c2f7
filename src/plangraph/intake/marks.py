"""Marks that say yes where a column has only one thing to say."""

from __future__ import annotations

MARKS = frozenset("○◯〇●◎✓✔x1レ")
