"""What a node and an edge look like in a picture: the notation and the colours, applied to a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plangraph.network.notation import Line, Look, notation
from plangraph.pages.tokens import Colour, colours, hue, mixed
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.network.labelled import LabelledGraph

FONTS = '"Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", sans-serif'
CREDIT = Words("出典", "Source")
LONGEST = {"ja": 18, "en": 34}  # characters of a label in a picture


class Entry(NamedTuple):
    """A mark in a legend: a family of kinds, or a top-level element.

    Attributes
    ----------
    family : str
        The family's local name, or an empty string for a top-level element.
    look : Look
        The mark.
    colour : Colour
        Its colour.
    words : Words
        What it means.
    """

    family: str
    look: Look
    colour: Colour
    words: Words


def look(network: LabelledGraph, node: str) -> Look:
    """Return the look of a node's kind."""
    return notation().look(str(network.nodes[node].get("kind", "")))


def radius(network: LabelledGraph, node: str) -> float:
    """Return a node's radius in pixels: its own, or the smallest of its kind."""
    return float(network.nodes[node].get("radius", look(network, node).radius))


def colour(network: LabelledGraph, node: str) -> Colour:
    """Return a node's colour: a goal's own, or the hue of the top-level element that it stands under."""
    data = network.nodes[node]
    if data.get("colour"):
        return Colour(str(data["colour"]), str(data["colour"]))
    return hue(int(data["hue"])) if data.get("hue") else colours()["neutral"]


def on_paper(line: Line) -> str:
    """Return the colour (``#rrggbb``) of a line on light ground."""
    return mixed(colours()["ink"].light, colours()["paper"].light, line.strength)


def credit(network: LabelledGraph, lang: str) -> str:
    """Return where a picture's content is from: the plan that the network was extracted from; nothing if not known."""
    plan = network.graph.get(f"plan_{lang}", "")
    return f"{CREDIT.of(lang)}: {plan}" if plan else ""


def shortened(text: str, lang: str) -> str:
    """Cut a label that is too long for a picture."""
    return text if len(text) <= LONGEST[lang] else text[: LONGEST[lang] - 1] + "…"


def text_width(text: str) -> float:
    """Estimate the width in pixels of a label in letters of 12 pixels: beyond Latin-1, letters are as wide as high."""
    return sum(12.0 if ord(letter) > 0xFF else 6.8 for letter in text)  # noqa: PLR2004


def key_column(meanings: Iterable[Entry | Line], lang: str) -> float:
    """Return the width in pixels that each entry of a legend needs."""
    character = 12.0 if lang == "ja" else 6.4
    return 54 + character * max((len(meaning.words.of(lang)) for meaning in meanings), default=20)


def legend(network: LabelledGraph) -> tuple[list[Entry], list[Line]]:
    """Explain the marks, hues and lines that a network's picture has."""
    looks = {found.family: found for found in (look(network, node) for node in network)}
    neutral = colours()["neutral"]
    entries = [
        Entry(one.family, one, neutral, _kind_words(network, one))
        for one in sorted(looks.values(), key=lambda one: (one.column, one.family))
    ]
    used = {data.get("basis", "") for _, _, data in network.edges(data=True)}
    return [*entries, *_tops(network)], [line for basis, line in notation().lines.items() if basis in used]


def _kind_words(network: LabelledGraph, of: Look) -> Words:
    """Name a family as its kind is named, where only one of its kinds is in the picture."""
    named = {
        Words(data.get("kind_ja", ""), data.get("kind_en", ""))
        for node, data in network.nodes(data=True)
        if look(network, node).family == of.family
    }
    return named.pop() if len(named) == 1 and all(next(iter(named))) else of.words


def _tops(network: LabelledGraph) -> list[Entry]:
    """Name the top-level elements whose hues are in the picture: by their labels, or where these are not, by code."""
    codes = {int(data["hue"]): str(data["top"]) for _, data in network.nodes(data=True) if data.get("hue")}
    labels = {
        number: Words(shortened(network.label(node, "ja"), "ja"), shortened(network.label(node, "en"), "en"))
        for node, data in network.nodes(data=True)
        if (number := data.get("hue")) and data.get("code") == data.get("top")
    }
    swatch = notation().look("Goal")
    return [
        Entry("", swatch, hue(number), labels.get(number, Words(code, code))) for number, code in sorted(codes.items())
    ]
