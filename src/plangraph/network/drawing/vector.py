"""A network as an SVG picture (https://www.w3.org/TR/SVG11/), without any script or link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.network.drawing import style
from plangraph.network.drawing.placing import positions
from plangraph.network.notation import notation
from plangraph.pages import render
from plangraph.pages.tokens import colours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plangraph.network.drawing.placing import Positions
    from plangraph.network.labelled import LabelledGraph

MARGIN, HEAD, LEGEND_ROW = 40, 40, 24  # pixels
LABEL_WIDTH = 230  # units of the picture
LABELLED = 400  # nodes: with more there is no room for names
TITLE_CHARACTER = 18  # units of the picture
TEMPLATE = "network/drawing/picture.svg"


def svg(network: LabelledGraph, *, lang: str = "ja", layout: str = "layered", title: str = "") -> str:
    """Draw a network.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    lang : str
        The language of labels, ``ja`` or ``en``.
    layout : str
        How to place the nodes: one of :data:`plangraph.network.LAYOUTS`.
    title : str
        A heading.

    Returns
    -------
    str
        A whole SVG file.
    """
    return render(TEMPLATE, **arranged(network, lang=lang, layout=layout, title=title))


def arranged(network: LabelledGraph, *, lang: str, layout: str, title: str) -> dict[str, Any]:
    """Return all that the template of a picture shows, such as its ``width`` and ``height`` in pixels."""
    spots = positions(network, layout)
    xs, ys = [x for x, _ in spots.values()] or [0.0], [y for _, y in spots.values()] or [0.0]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    width = max(max(xs) + LABEL_WIDTH - left, 2 * LABEL_WIDTH + MARGIN, 2 * MARGIN + TITLE_CHARACTER * len(title))
    head = HEAD if title else 0
    foot = head + max(ys) + MARGIN - top
    legend, legend_height = _legend(network, lang, width)
    return {
        "lang": lang,
        "title": title,
        "fonts": style.FONTS,
        "width": round(width),
        "height": round(foot + legend_height + MARGIN),
        "margin": MARGIN,
        "shift": (round(-left, 1), round(head - top, 1)),
        "foot": round(foot),
        "edges": _edges(network, spots, lang),
        "nodes": _nodes(network, spots, lang),
        "legend": legend,
        "credit": style.credit(network, lang),
        "credit_at": legend_height + MARGIN // 2,
        "soft": colours()["ink-soft"].light,
        **{name: colours()[name].light for name in ("paper", "ink", "hairline")},
    }


def figure(network: LabelledGraph, lang: str = "ja") -> str:
    """Draw a network for a notebook: the picture, scaled to the page."""
    if len(network) > LABELLED:
        words = f"{len(network):,} nodes, {network.number_of_edges():,} edges"
        return f"<p>{words}: too many to show in a cell; draw them with <code>network_html()</code>.</p>"
    return f'<div style="overflow:auto;max-height:640px">{svg(network, lang=lang)}</div>'


def _edges(network: LabelledGraph, spots: Positions, lang: str) -> Iterator[dict[str, Any]]:
    for one, other, data in network.edges(data=True):
        (x1, y1), (x2, y2) = spots[one], spots[other]
        middle = (x1 + x2) / 2
        line = notation().line(data.get("basis", ""))
        yield {
            "path": f"M{x1:.1f},{y1:.1f}C{middle:.1f},{y1:.1f} {middle:.1f},{y2:.1f} {x2:.1f},{y2:.1f}",
            "line": line,
            "colour": style.on_paper(line),
            "words": f"{network.label(one, lang)} — {data.get(f'label_{lang}', '')} → {network.label(other, lang)}",
        }


def _nodes(network: LabelledGraph, spots: Positions, lang: str) -> list[dict[str, Any]]:
    return [_node(network, node, spots[node], lang) for node in spots]


def _node(network: LabelledGraph, node: str, spot: tuple[float, float], lang: str) -> dict[str, Any]:
    whole = network.label(node, lang)
    label = style.shortened(whole, lang)
    return {
        "x": round(spot[0], 1),
        "y": round(spot[1], 1),
        "look": style.look(network, node),
        "radius": style.radius(network, node),
        "colour": style.colour(network, node).light,
        "whole": whole,
        "label": label,
        "label_width": round(style.text_width(label)),
    }


def _legend(network: LabelledGraph, lang: str, width: float) -> tuple[list[dict[str, Any]], int]:
    """Set the entries of the legend in columns; with them, give their height in pixels."""
    entries, lines = style.legend(network)
    column = style.key_column([*entries, *lines], lang)
    columns = max(1, int((width - MARGIN) // column))
    drawn: list[dict[str, Any]] = [
        {"look": entry.look, "colour": entry.colour.light, "words": entry.words.of(lang)} for entry in entries
    ]
    drawn += [
        {"line": line, "look": None, "colour": style.on_paper(line), "words": line.words.of(lang)} for line in lines
    ]
    for index, entry in enumerate(drawn):
        entry |= {"x": round(index % columns * column + 14), "y": index // columns * LEGEND_ROW + 14}
    return drawn, -(-len(drawn) // columns) * LEGEND_ROW
