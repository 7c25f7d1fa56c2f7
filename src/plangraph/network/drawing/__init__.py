"""Networks drawn: as a page, as pictures, and as files for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.errors import ParameterError
from plangraph.network.drawing import files
from plangraph.network.drawing.layout import LAYOUTS, force, layered, positions
from plangraph.network.drawing.page import page
from plangraph.network.drawing.png import png
from plangraph.network.drawing.svg import figure, svg
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.network.network import Network

__all__ = ["FORMATS", "LAYOUTS", "draw", "figure", "force", "layered", "page", "png", "positions", "save", "svg"]

FORMATS = ("html", "svg", "png", "graphml", "gexf", "json")


def draw(
    network: Network, form: str, *, language: str = "ja", layout: str = "layered", title: Words | None = None
) -> bytes:
    """Draw a network in one of :data:`FORMATS`.

    Parameters
    ----------
    network : Network
        The network.
    form : str
        The format: a page, a picture, or a file for Gephi (``graphml``, ``gexf``) or Cytoscape (``json``).
    language : str
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
    MissingExtra
        If the format needs matplotlib and it is not installed.
    """
    heading = title.of(language) if title else ""
    match form:
        case "html":
            return page(network, language=language, layout=layout, title=title).encode()
        case "svg":
            return svg(network, language=language, layout=layout, title=heading).encode()
        case "png":
            return png(network, language=language, layout=layout, title=heading)
        case "graphml":
            return files.graphml(network, language, layout)
        case "gexf":
            return files.gexf(network, language, layout)
        case "json":
            return files.cytoscape(network, language, layout)
    raise ParameterError(
        Words(
            f"「{form}」はネットワークの形式ではありません。使えるもの: {', '.join(FORMATS)}",
            f"'{form}' is not a format of networks: {', '.join(FORMATS)}",
        )
    )


def save(
    network: Network, path: Path, *, language: str = "ja", layout: str = "layered", title: Words | None = None
) -> None:
    """Draw a network into a file, in the format that its name ends in (see :func:`draw`)."""
    path.write_bytes(
        draw(network, path.suffix.lower().removeprefix("."), language=language, layout=layout, title=title)
    )
