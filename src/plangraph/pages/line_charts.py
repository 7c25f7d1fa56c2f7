"""How figures over the years are drawn, in briefs and, at its build, in the explorer."""

from __future__ import annotations

LOOKS = (
    ("hue-3", "", False),
    ("hue-4", "6 3", True),
    ("hue-2", "2 3", False),
    ("hue-1", "8 3 2 3", True),
    ("hue-5", "12 3", False),
    ("hue-6", "4 2 1 2", True),
    ("hue-7", "1 3", False),
    ("hue-8", "10 2 4 2", True),
)
"""Colour, dash, and whether the mark is a square, of each line in turn: it reads without colour."""
AIM = ("BaselineValue", "TargetValue")
"""The kinds of figures that are the way an indicator is to go: one line from the first to the last."""
