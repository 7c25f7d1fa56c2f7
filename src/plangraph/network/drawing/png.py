"""A network as a PNG picture, by matplotlib."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from plangraph.errors import MissingExtra
from plangraph.network.drawing import style
from plangraph.network.drawing.layout import positions
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.network.drawing.layout import Positions
    from plangraph.network.network import Network

FAMILIES = ("Hiragino Sans", "Yu Gothic", "Meiryo", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "TakaoPGothic")
PIXELS_AN_INCH = 100.0
LARGEST = 300.0
BESIDE, HEAD, BELOW = 360.0, 80.0, 60.0  # pixels left for labels, the heading, and under the picture
KEY_ROW = 22.0


def png(network: Network, *, lang: str = "ja", layout: str = "layered", title: str = "") -> bytes:
    """Draw a network.

    Parameters
    ----------
    network : Network
        The network.
    lang : str
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
        raise MissingExtra("plot", Words("PNG の描画", "drawing a PNG")) from error
    spots = positions(network, layout)
    xs, ys = [x for x, _ in spots.values()] or [0.0], [y for _, y in spots.values()] or [0.0]
    entries, lines = style.legend(network)
    column = style.key_column([*entries, *lines], lang)
    width = max(max(xs) - min(xs) + BESIDE, column + BELOW)
    columns = int((width - BELOW) // column)
    rows = -(-(len(entries) + len(lines)) // columns)
    height = max(ys) - min(ys) + HEAD + 2 * BELOW + rows * KEY_ROW
    size = (min(width / PIXELS_AN_INCH, LARGEST), min(height / PIXELS_AN_INCH, LARGEST))
    with mpl.rc_context({"font.family": [*_fonts(), "sans-serif"], "text.parse_math": False}):
        drawing = Figure(figsize=size, facecolor=style.PAPER)
        axes = drawing.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(min(xs) - 60, min(xs) - 60 + width)
        axes.set_ylim(min(ys) - HEAD + height, min(ys) - HEAD)
        _draw(axes, network, spots, lang)
        axes.text(min(xs) - 30, min(ys) - HEAD / 2 - 10, title, fontsize=14, color=style.INK)
        foot = max(ys) + BELOW
        axes.plot([min(xs) - 30, min(xs) + width - 2 * BELOW], [foot - 20] * 2, color=style.HAIRLINE, linewidth=0.8)
        _key(axes, [*entries, *lines], (columns, column), (min(xs) - 20, foot), lang)
        credit = style.credit(network, lang)
        axes.text(min(xs) - 30, foot + rows * KEY_ROW + 15, credit, fontsize=8, color=style.SOFT)
        out = io.BytesIO()
        FigureCanvasAgg(drawing).print_png(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def _fonts() -> list[str]:
    from matplotlib import font_manager

    present = {font.name for font in font_manager.fontManager.ttflist}
    return [family for family in FAMILIES if family in present]


def _draw(axes: Any, network: Network, spots: Positions, lang: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from matplotlib.patheffects import withStroke

    for one, other, data in network.edges(data=True):
        (x1, y1), (x2, y2) = spots[one], spots[other]
        middle = (x1 + x2) / 2
        curve = Path([(x1, y1), (middle, y1), (middle, y2), (x2, y2)], [Path.MOVETO, *[Path.CURVE4] * 3])
        line = style.LINES.get(data.get("basis", ""), style.LINES[""])
        dashes = (0, line.dashes) if line.dashes else "solid"
        axes.add_patch(
            PathPatch(curve, fill=False, edgecolor=line.colour, linewidth=line.width * 0.7, linestyle=dashes)
        )
    halo = [withStroke(linewidth=2.5, foreground=style.PAPER)]
    for node, (x, y) in spots.items():
        radius = style.size(network, node)
        _mark(axes, (x, y), style.shape(network.nodes[node].get("kind", "")), radius, style.colour(network, node))
        label = style.shortened(network.label(node, lang), lang)
        axes.text(x + radius + 5, y, label, fontsize=8, va="center", color=style.INK, zorder=3, path_effects=halo)


def _key(
    axes: Any,
    meanings: Sequence[style.Entry | style.Line],
    grid: tuple[int, float],
    at: tuple[float, float],
    lang: str,
) -> None:
    """Write the legend, row by row, in so many columns of some width."""
    columns, width = grid
    for index, meaning in enumerate(meanings):
        x, y = at[0] + index % columns * width, at[1] + index // columns * KEY_ROW
        if isinstance(meaning, style.Entry):
            _mark(axes, (x, y), meaning.shape, 7, meaning.colour)
        else:
            dashes = (0, meaning.dashes) if meaning.dashes else "solid"
            axes.plot([x - 12, x + 12], [y, y], color=meaning.colour, linewidth=meaning.width, linestyle=dashes)
        axes.text(x + 18, y, meaning.words.of(lang), fontsize=8, va="center", color=style.INK)


def _mark(axes: Any, at: tuple[float, float], name: str, radius: float, colour: str) -> None:
    from matplotlib.patches import Circle, Polygon

    corners = style.outline(name, radius)
    paint: dict[str, Any] = {
        "facecolor": style.PAPER if name == "circle" else colour,
        "edgecolor": colour,
        "zorder": 2,
    }
    x, y = at
    axes.add_patch(
        Polygon([(x + dx, y + dy) for dx, dy in corners], **paint) if corners else Circle((x, y), radius, **paint)
    )
