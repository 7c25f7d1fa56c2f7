"""The colours of ``tokens.css``, for pictures that no browser draws."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import tinycss2

from plangraph.pages import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Colour(NamedTuple):
    """A colour as ``#rrggbb`` on light and on dark ground."""

    light: str
    dark: str


@cache
def colours() -> Mapping[str, Colour]:
    """Return the colours by their names, such as ``paper`` or ``hue-1``."""
    found: dict[str, Colour] = {}
    for rule in tinycss2.parse_stylesheet(packaged("pages/tokens.css"), skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            for declaration in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
                pair = _pair(declaration.value) if declaration.type == "declaration" else None
                if pair:
                    found[declaration.name.removeprefix("--")] = pair
    return found


@cache
def hues() -> Sequence[Colour]:
    """Return the hues in their order."""
    numbers = itertools.count(1)
    return [*map(colours().__getitem__, itertools.takewhile(colours().__contains__, (f"hue-{at}" for at in numbers)))]


def hue(number: int) -> Colour:
    """Return the hue of a top-level element by its number, from 1; after the last they begin anew."""
    return hues()[(number - 1) % len(hues())]


def mixed(one: str, other: str, share: float) -> str:
    """Mix two colours (``#rrggbb``): ``share`` of the first, the rest of the other."""
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in parts).hex()


def _pair(value: list[tinycss2.ast.Node]) -> Colour | None:
    """Read ``light-dark(#rrggbb, #rrggbb)``."""
    words = [token for token in value if token.type != "whitespace"]
    if len(words) != 1 or words[0].type != "function" or words[0].name != "light-dark":
        return None
    names = [token.value for token in words[0].arguments if token.type == "hash"]
    return Colour(*(f"#{name}" for name in names))
