"""Networks drawn: as a page, as pictures, and as files for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.network.drawing import files
from plangraph.network.drawing.placing import LAYOUTS, force, layered, positions
from plangraph.network.drawing.raster import png
from plangraph.network.drawing.vector import figure, svg
from plangraph.network.drawing.webpage import page
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.network.labelled import LabelledGraph

__all__ = ["FORMATS", "LAYOUTS", "draw", "figure", "force", "layered", "page", "png", "positions", "save", "svg"]

FORMATS = ("html", "svg", "png", "graphml", "gexf", "json")


def draw(
    network: LabelledGraph, form: str, *, lang: str = "ja", layout: str = "layered", title: Words | None = None
) -> bytes:
    """Draw a network in one of :data:`FORMATS`.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    form : str
        The format: a page, a picture, or a file for Gephi (``graphml``, ``gexf``) or Cytoscape (``json``).
    lang : str
        The language of labels, ``ja`` or ``en``.
    layout : str
        How to place the nodes: ``layered`` or ``force``.
    title : Words, optional
        A heading.

    Returns
    -------
    bytes
        The file; text is UTF-8.

    Raises
    ------
    ParameterError
        If there is no such format or layout.
    """
    heading = title.of(lang) if title else ""
    match form:
        case "html":
            return page(network, lang=lang, layout=layout, title=title).encode()
        case "svg":
            return svg(network, lang=lang, layout=layout, title=heading).encode()
        case "png":
            return png(network, lang=lang, layout=layout, title=heading)
        case "graphml":
            return files.graphml(network, lang, layout)
        case "gexf":
            return files.gexf(network, lang, layout)
        case "json":
            return files.cytoscape(network, lang, layout)
    raise ParameterError(
        Words(
            f"「{form}」はネットワークの形式ではありません。使えるもの: {', '.join(FORMATS)}",
            f"'{form}' is not a format of networks: {', '.join(FORMATS)}",
        )
    )


def save(
    network: LabelledGraph, path: Path, *, lang: str = "ja", layout: str = "layered", title: Words | None = None
) -> None:
    """Draw a network into a file, in the format that its name ends in (see :func:`draw`)."""
    path.write_bytes(draw(network, path.suffix.lower().removeprefix("."), lang=lang, layout=layout, title=title))
