"""Pictures of a brief: drawn by a template beside this file, with the colours and marks of the explorer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from plangraph.pages import render
from plangraph.pages.tokens import colours, mixed
from plangraph.store.terms import to_python

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plangraph.store.readable import Reading
    from plangraph.store.terms import Term

WIDTH = 720
"""Units that every picture is wide: as its place."""
SHARPNESS = 2
"""Pixels of a PNG for a unit."""
LETTERS, LATIN_LETTERS = 19, 42
"""Letters that a name may have, of Japanese and of English."""


class Picture(NamedTuple):
    """A picture of a section.

    Attributes
    ----------
    values : mapping of str to object
        What the template draws.
    text : str
        What it shows, for who does not see it.
    template : str
        What draws it.
    """

    values: Mapping[str, Any]
    text: str
    template: str = "briefs/bars.svg"

    @property
    def svg(self) -> str:
        """The picture."""
        return render(self.template, picture=self.values)

    def png(self) -> bytes:
        """Return the picture as pixels, with the fonts of the system."""
        from resvg_py import svg_to_bytes

        return bytes(svg_to_bytes(svg_string=self.svg, zoom=SHARPNESS, background="white"))


def ink() -> dict[str, str]:
    """Return the colours on paper by their names."""
    return {name: colour.light for name, colour in colours().items()}


def tinted(colour: str, value: Decimal, most: Decimal) -> str:
    """Return a colour as strong as a value is great, light enough for text to stand on it."""
    strength = Decimal("0.06") + Decimal("0.44") * (value / most if most else Decimal(0))
    return mixed(colour, ink()["raised"], float(strength))


def amount(term: Term | None) -> Decimal | None:
    """Return a number; None where there is none, which is never zero."""
    value = to_python(term)
    return Decimal(str(value)) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def row_name(cells: Iterable[Term | None], reading: Reading) -> str:
    """Return the name of a row from its cells, such as a code and a label; what is blank is left out."""
    return " ".join(dict.fromkeys(filter(None, (reading.text(cell, "code") for cell in cells))))


def cut(name: str, latin: int = LATIN_LETTERS, other: int = LETTERS) -> str:
    """Cut a name that has more letters than there is room for."""
    most = latin if name.isascii() else other
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
