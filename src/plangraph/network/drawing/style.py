"""What a mark means: shape is kind, hue is basic policy, size is budget, line is basis."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plangraph.network.network import Network

PAPER, INK, SOFT, HAIRLINE, ACCENT = "#FBFAF7", "#1C2430", "#545D6A", "#E3DFD6", "#0B6E6E"
HUES = ("#4270BD", "#A75C00", "#298646", "#8E5B99", "#806B74")  # as in the explorer
NEUTRAL = "#6B6F76"
FONTS = '"Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif'
SMALLEST, LARGEST = 5.0, 16.0

TIERS = {
    kind: number
    for number, kinds in enumerate(
        (
            ("Challenge", "Milestone"),
            ("Strategy",),
            ("Aim", "Theme", "Principle", "GuidingConcept"),
            ("Vision",),
            ("DevelopmentGoal",),
            ("BasicPolicy",),
            ("Policy",),
            ("Measure",),
            ("Programme",),
            ("Project",),
            ("Target", "Indicator"),
            ("Goal",),
            ("Section",),
            ("Department",),
            ("Bureau", "PlanningBody"),
            ("Municipality", "City", "Ward"),
        )
    )
    for kind in kinds
}
BANDS = {0: 0, 1: 0, 2: 0, 3: 3, 4: 3, 5: 3, 6: 3, 8: 9, 11: 10, 13: 12, 14: 12}  # tiers that may share a column
SHAPES = {
    "Vision": "star",
    "DevelopmentGoal": "star",
    "BasicPolicy": "hexagon",
    "Policy": "square",
    "Measure": "circle",
    "Programme": "circle",
    "Project": "dot",
    "Goal": "rounded",
    "Target": "small-square",
    "Strategy": "diamond",
    "Theme": "small-diamond",
    "Aim": "small-diamond",
    "Challenge": "triangle",
    "Bureau": "pentagon",
    "Department": "pentagon",
    "Section": "pentagon",
    "Ward": "cross",
}
OTHER_SHAPE = "small-hexagon"
SIDES = {"triangle": 3, "square": 4, "rounded": 4, "small-square": 4, "diamond": 4, "small-diamond": 4, "pentagon": 5}
SIZES = {"star": 15, "hexagon": 13, "square": 10, "circle": 8, "dot": 5, "rounded": 11, "small-square": 6}
TURNED = {"diamond", "small-diamond"}


class Line(NamedTuple):
    """How an edge is drawn.

    Attributes
    ----------
    colour : str
        ``#RRGGBB``.
    width : float
        Pixels.
    dashes : tuple of int
        Pixels drawn and left out in turn; nothing for a full line.
    words : Words
        What it means.
    """

    colour: str
    width: float
    dashes: tuple[int, ...]
    words: Words


CREDIT = Words("出典", "Source")
LINES: Mapping[str, Line] = {
    "Official": Line("#1C2430", 1.6, (), Words("公式（市の文書による）", "official (a city document says so)")),
    "Assumed": Line(
        "#8A93A1", 1.2, (), Words("想定（理由を添えて人が置いた）", "assumed (set by a person, with a reason)")
    ),
    "Suggested": Line("#8A93A1", 1.2, (2, 4), Words("提案（アルゴリズムによる）", "suggested (by an algorithm)")),
    "Inferred": Line("#C9C4B8", 0.7, (6, 3), Words("導出（ほかの文から従う）", "inferred (follows from others)")),
    "": Line("#C9C4B8", 0.9, (), Words("計画の構造", "the plan's structure")),
}


def shape(kind: str) -> str:
    """Give the name of a kind's shape."""
    return SHAPES.get(kind, OTHER_SHAPE)


def size(network: Network, node: str) -> float:
    """Give a node's radius in pixels: of a project by its budget, else by its kind."""
    data = network.nodes[node]
    base = SIZES.get(shape(data.get("kind", "")), 7)
    if data.get("kind") != "Project" or not data.get("budget"):
        return float(base)
    yen_a_pixel = 2.0e4  # a project of 40 million yen has the smallest mark, one of 100 billion the largest
    return min(LARGEST, max(SMALLEST, sqrt(float(data["budget"])) / yen_a_pixel))


def colour(network: Network, node: str) -> str:
    """Give a node's colour: a goal's own, or the hue of the basic policy that it stands under."""
    data = network.nodes[node]
    if data.get("kind") == "Goal":
        return str(data.get("colour", NEUTRAL))
    code = str(data.get("code", "")) if data.get("kind") == "BasicPolicy" else str(data.get("basic_policy", ""))
    return HUES[(int(code) - 1) % len(HUES)] if code.isdecimal() else NEUTRAL


def outline(name: str, radius: float) -> list[tuple[float, float]]:
    """Give the corners of a shape around the origin; nothing for a circle."""
    if name in {"circle", "dot"}:
        return []
    if name == "star":
        spokes = 10
        return [_corner(radius if i % 2 == 0 else radius * 0.45, i / spokes) for i in range(spokes)]
    if name == "cross":
        return _cross(radius, radius / 3)
    sides = SIDES.get(name, 6)
    offset = 0.0 if sides != SIDES["square"] or name in TURNED else 0.125
    return [_corner(radius * (1.2 if offset else 1.0), i / sides + offset) for i in range(sides)]


def _cross(reach: float, arm: float) -> list[tuple[float, float]]:
    quarter = [(arm, -reach), (arm, -arm), (reach, -arm)]
    corners = []
    for _ in range(4):
        corners += quarter
        quarter = [(-y, x) for x, y in quarter]
    return corners


def _corner(radius: float, turn: float) -> tuple[float, float]:
    return radius * sin(2 * pi * turn), -radius * cos(2 * pi * turn)


def credit(network: Network, lang: str) -> str:
    """Say where a picture's content is from: the plan that the network is taken from; nothing if that is not known."""
    plan = network.graph.get(f"plan_{lang}", "")
    return f"{CREDIT.of(lang)}: {plan}" if plan else ""


def shortened(text: str, lang: str) -> str:
    """Cut a label that is too long for a picture."""
    longest = 18 if lang == "ja" else 34
    return text if len(text) <= longest else text[: longest - 1] + "…"


def key_column(meanings: Iterable[Entry | Line], lang: str) -> float:
    """Give the width in pixels that each entry of a legend needs."""
    character = 12.0 if lang == "ja" else 6.4
    return 54 + character * max((len(meaning.words.of(lang)) for meaning in meanings), default=20)


class Entry(NamedTuple):
    """A line of the legend: a kind, or a basic policy.

    Attributes
    ----------
    key : str
        The kind's local name, or an empty string for a basic policy.
    shape, colour : str
        The mark.
    words : Words
        What it means.
    """

    key: str
    shape: str
    colour: str
    words: Words


def legend(network: Network) -> tuple[list[Entry], list[Line]]:
    """Explain the marks and lines that a network's picture has."""
    kinds: dict[str, Words] = {}
    hues: dict[str, str] = {}
    for node, data in network.nodes(data=True):
        kinds.setdefault(data.get("kind", ""), Words(data.get("kind_ja", ""), data.get("kind_en", "")))
        code = data.get("code") if data.get("kind") == "BasicPolicy" else data.get("basic_policy")
        if code:
            hues[str(code)] = colour(network, node)
    order = sorted(kinds, key=lambda kind: (TIERS.get(kind, len(TIERS)), kind))
    entries = [Entry(kind, shape(kind), NEUTRAL, kinds[kind]) for kind in order if kinds[kind].ja]
    entries += [
        Entry("", "circle", hues[code], Words(f"基本政策{code}", f"Basic policy {code}")) for code in sorted(hues)
    ]
    used = {data.get("basis", "") for _, _, data in network.edges(data=True)}
    return entries, [line for basis, line in LINES.items() if basis in used]
