"""A network as a PNG picture: its SVG, drawn by resvg (https://github.com/linebender/resvg)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.network.drawing.vector import TEMPLATE, arranged
from plangraph.pages import render

if TYPE_CHECKING:
    from plangraph.network.labelled import LabelledGraph

SHARPNESS = 2  # pixels of the picture for one of the SVG
LARGEST = 16_000  # pixels; beyond, many programs do not open a picture


def png(network: LabelledGraph, *, lang: str = "ja", layout: str = "layered", title: str = "") -> bytes:
    """Draw a network.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    lang : str
        The language of labels, ``ja`` or ``en``; Japanese needs a font on this machine that has it.
    layout : str
        How to place the nodes: one of :data:`plangraph.network.LAYOUTS`.
    title : str
        A heading.
    """
    from resvg_py import svg_to_bytes

    values = arranged(network, lang=lang, layout=layout, title=title)
    zoom = min(SHARPNESS, LARGEST / max(values["width"], values["height"]))
    return bytes(svg_to_bytes(svg_string=render(TEMPLATE, **values), zoom=zoom))
