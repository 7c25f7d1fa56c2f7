"""Which letters read well on a colour. The explorer's bundle takes this, too, and needs nothing else."""

from __future__ import annotations

ENOUGH = 4.5  # to 1: WCAG 2.2, success criterion 1.4.3
INKS = {"light": "#ffffff", "dark": "#000000"}


def ink_on(colour: str) -> str:
    """Return ``light`` where white letters have contrast enough on a colour (``#RRGGBB``), or else ``dark``."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "light" if 1.05 / (luminance + 0.05) >= ENOUGH else "dark"


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - as WCAG has it
