"""The plan as networks: taken from the graph, measured, drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plangraph.network.drawing import FORMATS, LAYOUTS, draw, save
from plangraph.network.extract import network
from plangraph.network.measures import MEASURES, Measure, measure
from plangraph.network.notebook import Network
from plangraph.network.table import NamedThing, Table
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from plangraph.network.source import Source

__all__ = [
    "FORMATS",
    "LAYOUTS",
    "MEASURES",
    "Measure",
    "NamedThing",
    "Network",
    "Table",
    "draw",
    "measure",
    "network",
    "network_html",
    "save",
    "titled",
]


def network_html(
    source: Source, plan: str | None = None, *, lang: str = "ja", layout: str = "layered", **choices: Any
) -> str:
    """Draw a part of a graph as one HTML page.

    Parameters
    ----------
    source : Source
        The graph.
    plan : str, optional
        The plan; without one, the plan that questions are about.
    lang : str
        The language that the page opens in, ``ja`` or ``en``.
    layout : str
        One of :data:`LAYOUTS`.
    **choices
        What :func:`network` takes: ``kinds``, ``relations``, ``around``, ``depth``, ``inferred``, ``suggested``.

    Returns
    -------
    str
        A whole page that fetches nothing.
    """
    found = network(source, plan, **choices)
    return draw(found, "html", lang=lang, layout=layout, title=titled(found)).decode()


def titled(found: Network) -> Words:
    """Return a heading for a network: the node that it is around, or its plan."""
    node = found.graph.get("around") or found.graph.get("plan", "")
    if node in found:
        return Words(found.label(node, "ja"), found.label(node, "en"))
    return Words(*(found.graph.get(f"plan_{lang}", "") for lang in LANGUAGES))
