"""A network as an SVG picture (https://www.w3.org/TR/SVG11/), without any script or link."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from plangraph.network.drawing import style
from plangraph.network.drawing.layout import positions

if TYPE_CHECKING:
    from plangraph.network.drawing.layout import Positions
    from plangraph.network.network import Network

MARGIN, LEGEND_ROW = 40.0, 24.0
LABEL_WIDTH = 230.0
LABELLED = 400
TITLE_CHARACTER = 18
HALO = f'fill="{style.INK}" stroke="{style.PAPER}" stroke-width="3" paint-order="stroke"'


def svg(network: Network, *, lang: str = "ja", layout: str = "layered", title: str = "") -> str:
    """Draw a network.

    Parameters
    ----------
    network : Network
        The network.
    lang : str
        The language of labels, ``ja`` or ``en``.
    layout : str
        How to place the nodes: ``layered`` or ``force``.
    title : str
        A heading.

    Returns
    -------
    str
        A whole SVG file.
    """
    spots = positions(network, layout)
    left = min((x for x, _ in spots.values()), default=0.0) - MARGIN
    top = min((y for _, y in spots.values()), default=0.0) - MARGIN
    right = max((x for x, _ in spots.values()), default=0.0) + LABEL_WIDTH
    bottom = max((y for _, y in spots.values()), default=0.0) + MARGIN
    width = max(right - left, 2 * LABEL_WIDTH + MARGIN, 2 * MARGIN + TITLE_CHARACTER * len(title))
    head = 40.0 if title else 0.0
    key, key_height = _legend(network, lang, width)
    credit = style.credit(network, lang)
    foot = f'<text x="0" y="{key_height - MARGIN / 2:.0f}" fill="{style.SOFT}">{escape(credit)}</text>'
    height = head + bottom - top + key_height
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" lang="{lang}" font-family="{escape(style.FONTS)}" font-size="12">',
        f"<title>{escape(title or 'plangraph')}</title>",
        f'<rect width="100%" height="100%" fill="{style.PAPER}"/>',
    ]
    if title:
        parts.append(f'<text x="{MARGIN}" y="28" font-size="18" fill="{style.INK}">{escape(title)}</text>')
    parts.append(f'<g transform="translate({-left:.1f} {head - top:.1f})">')
    parts += _edges(network, spots, lang)
    parts += _nodes(network, spots, lang)
    parts += ["</g>", f'<g transform="translate({MARGIN} {head + bottom - top:.1f})">', *key, foot, "</g>", "</svg>"]
    return "\n".join(parts)


def figure(network: Network, lang: str = "ja") -> str:
    """Draw a network for a notebook: the picture, scaled to the page."""
    if len(network) > LABELLED:
        words = f"{len(network):,} nodes, {network.number_of_edges():,} edges"
        return f"<p>{words}: too many to show in a cell; draw them with <code>network_html()</code>.</p>"
    return f'<div style="overflow:auto;max-height:640px">{svg(network, lang=lang)}</div>'


def mark(name: str, radius: float, colour: str) -> str:
    """Draw a shape around the origin."""
    corners = style.outline(name, radius)
    fill = style.PAPER if name == "circle" else colour
    paint = f'fill="{escape(fill)}" stroke="{escape(colour)}" stroke-width="{2 if name == "circle" else 1}"'
    if not corners:
        return f'<circle r="{radius:.1f}" {paint}/>'
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return f'<polygon points="{points}" {paint}/>'


def stroke(line: style.Line) -> str:
    """Write how an edge is drawn as SVG attributes."""
    dashes = f' stroke-dasharray="{" ".join(map(str, line.dashes))}"' if line.dashes else ""
    return f'fill="none" stroke="{line.colour}" stroke-width="{line.width}"{dashes}'


def _edges(network: Network, spots: Positions, lang: str) -> list[str]:
    parts = []
    for one, other, data in network.edges(data=True):
        (x1, y1), (x2, y2) = spots[one], spots[other]
        middle = (x1 + x2) / 2
        path = f"M{x1:.1f},{y1:.1f}C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2:.1f},{y2:.1f}"
        words = escape(f"{network.label(one, lang)} — {data.get(f'label_{lang}', '')} → {network.label(other, lang)}")
        line = style.LINES.get(data.get("basis", ""), style.LINES[""])
        parts.append(f'<path d="{path}" {stroke(line)}><title>{words}</title></path>')
    return parts


def _nodes(network: Network, spots: Positions, lang: str) -> list[str]:
    parts = []
    for node, (x, y) in spots.items():
        name, radius = style.shape(network.nodes[node].get("kind", "")), style.size(network, node)
        whole = network.label(node, lang)
        label = style.shortened(whole, lang)
        text = f'<text x="{radius + 5:.1f}" y="4" {HALO}>{escape(label)}</text>'
        drawn = mark(name, radius, style.colour(network, node))
        parts.append(f'<g transform="translate({x:.1f} {y:.1f})"><title>{escape(whole)}</title>{drawn}{text}</g>')
    return parts


def _legend(network: Network, lang: str, width: float) -> tuple[list[str], float]:
    entries, lines = style.legend(network)
    column = style.key_column([*entries, *lines], lang)
    columns = max(1, int((width - MARGIN) // column))
    drawn = [(mark(e.shape, 7, e.colour), e.words.of(lang)) for e in entries]
    drawn += [(f'<path d="M-12,0H12" {stroke(line)}/>', line.words.of(lang)) for line in lines]
    parts = [f'<path d="M0,-8H{width - 2 * MARGIN:.0f}" stroke="{style.HAIRLINE}"/>']
    for index, (shape, words) in enumerate(drawn):
        x, y = index % columns * column + 14, index // columns * LEGEND_ROW + 14
        text = f'<text x="20" y="4" fill="{style.INK}">{escape(words)}</text>'
        parts.append(f'<g transform="translate({x:.0f} {y:.0f})">{shape}{text}</g>')
    rows = -(-len(drawn) // columns)
    return parts, rows * LEGEND_ROW + MARGIN
