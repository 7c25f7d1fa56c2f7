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
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from plangraph.network.labelled import LabelledGraph

__all__ = ["FORMATS", "LAYOUTS", "draw", "figure", "force", "layered", "page", "png", "positions", "save", "svg"]

FORMATS: Mapping[str, Callable[[LabelledGraph, str, str, Words | None], bytes]] = {
    "html": lambda network, lang, layout, title: page(network, lang=lang, layout=layout, title=title).encode(),
    "svg": lambda network, lang, layout, title: svg(
        network, lang=lang, layout=layout, title=_heading(title, lang)
    ).encode(),
    "png": lambda network, lang, layout, title: png(network, lang=lang, layout=layout, title=_heading(title, lang)),
    "graphml": lambda network, lang, layout, _: files.graphml(network, lang, layout),
    "gexf": lambda network, lang, layout, _: files.gexf(network, lang, layout),
    "json": lambda network, lang, layout, _: files.cytoscape(network, lang, layout),
}
"""What writes a network in a language, a layout and under a title, by the ending of the file's name."""


def draw(
    network: LabelledGraph, form: str, *, lang: str = "ja", layout: str = "layered", title: Words | None = None
) -> bytes:
    """Draw a network in one of :data:`FORMATS`.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    form : str
        One of them: a page, a picture, or a file for Gephi (``graphml``, ``gexf``) or Cytoscape (``json``).
    lang : str
        The language of labels, ``ja`` or ``en``.
    layout : str
        How to place the nodes: one of :data:`LAYOUTS`.
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
    if form in FORMATS:
        return FORMATS[form](network, lang, layout, title)
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


def _heading(title: Words | None, lang: str) -> str:
    return title.of(lang) if title else ""
