"""A network as a PNG picture, by matplotlib."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from plangraph.errors import MissingExtra
from plangraph.network.drawing import style
from plangraph.network.drawing.layout import positions

if TYPE_CHECKING:
    from plangraph.network.drawing.layout import Positions
    from plangraph.network.network import Network

FAMILIES = ("Hiragino Sans", "Yu Gothic", "Meiryo", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "TakaoPGothic")
PIXELS_AN_INCH = 100.0
LARGEST = 300.0


def png(network: Network, *, language: str = "ja", layout: str = "layered", title: str = "") -> bytes:
    """Draw a network.

    Parameters
    ----------
    network : Network
        The network.
    language : str
        The language of labels, ``ja`` or ``en``; Japanese needs a font on this machine that has it.
    layout : str
        How to place the nodes: ``layered`` or ``force``.
    title : str
        A heading.

    Raises
    ------
    MissingExtra
        If matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtra("plot", "drawing a PNG") from error
    spots = positions(network, layout)
    xs, ys = [x for x, _ in spots.values()] or [0.0], [y for _, y in spots.values()] or [0.0]
    width, height = max(xs) - min(xs) + 360, max(ys) - min(ys) + 140
    size = (min(width / PIXELS_AN_INCH, LARGEST), min(height / PIXELS_AN_INCH, LARGEST))
    with mpl.rc_context({"font.family": [*_fonts(), "sans-serif"], "text.parse_math": False}):
        drawing = Figure(figsize=size, facecolor=style.PAPER)
        axes = drawing.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(min(xs) - 60, min(xs) - 60 + width)
        axes.set_ylim(max(ys) + 60, max(ys) + 60 - height)
        _draw(axes, network, spots, language)
        if title:
            axes.text(min(xs) - 30, min(ys) - 50, title, fontsize=13, color=style.INK)
        out = io.BytesIO()
        FigureCanvasAgg(drawing).print_png(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _fonts() -> list[str]:
    from matplotlib import font_manager

    present = {font.name for font in font_manager.fontManager.ttflist}
    return [family for family in FAMILIES if family in present]


def _draw(axes: Any, network: Network, spots: Positions, language: str) -> None:
    from matplotlib.patches import Circle, PathPatch, Polygon
    from matplotlib.path import Path

    for one, other, data in network.edges(data=True):
        (x1, y1), (x2, y2) = spots[one], spots[other]
        middle = (x1 + x2) / 2
        curve = Path([(x1, y1), (middle, y1), (middle, y2), (x2, y2)], [Path.MOVETO, *[Path.CURVE4] * 3])
        line = style.LINES.get(data.get("basis", ""), style.LINES[""])
        dashes = (0, line.dashes) if line.dashes else "solid"
        axes.add_patch(
            PathPatch(curve, fill=False, edgecolor=line.colour, linewidth=line.width * 0.7, linestyle=dashes)
        )
    for node, (x, y) in spots.items():
        name, radius = style.shape(network.nodes[node].get("kind", "")), style.size(network, node)
        colour = style.colour(network, node)
        corners = style.outline(name, radius)
        paint: dict[str, Any] = {
            "facecolor": style.PAPER if name == "circle" else colour,
            "edgecolor": colour,
            "zorder": 2,
        }
        shape = (
            Polygon([(x + dx, y + dy) for dx, dy in corners], **paint) if corners else Circle((x, y), radius, **paint)
        )
        axes.add_patch(shape)
        label = style.shortened(network.label(node, language), language)
        axes.text(x + radius + 5, y, label, fontsize=7, va="center", color=style.INK, zorder=3)
