"""A network as one HTML file, by pyvis, that needs nothing from outside and opens at rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.errors import ParameterError
from plangraph.network.drawing import style
from plangraph.network.drawing.placing import positions
from plangraph.network.notation import notation
from plangraph.pages import environment, trusted
from plangraph.store.columns import called
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from plangraph.network.labelled import LabelledGraph

TEMPLATE = "network/drawing/page.html"
LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
MANY = 400  # nodes
LANDMARK = 9  # pixels; goals are as large as that, and have labels also from afar like top-level elements
INTERACTION = {"hover": True, "tooltipDelay": 120, "multiselect": True, "keyboard": {"bindToWindow": False}}
ARROWS = {"to": {"enabled": True, "scaleFactor": 0.35}}
CURVED = {"type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.4}
TITLE = Words("計画のネットワーク", "The plan as a network")
HINT = Words(
    "印を選ぶと説明が出ます。凡例を押すと種類を隠せます。", "Select a mark to read about it; press a kind to hide it."
)


def page(network: LabelledGraph, *, lang: str = "ja", layout: str = "layered", title: Words | None = None) -> str:
    """Draw a network as a page to open, mail or archive.

    pyvis fills in a template of plangraph's own. The positions are computed beforehand and physics is off, so that a
    whole plan opens at rest. The page has a legend that works as a filter, both languages, light and dark, and a policy
    that lets it fetch nothing.

    Parameters
    ----------
    network : LabelledGraph
        The network.
    lang : str
        The language that it opens in, ``ja`` or ``en``; the reader can switch.
    layout : str
        How to place the nodes: one of :data:`plangraph.network.LAYOUTS`.
    title : Words, optional
        The heading.

    Returns
    -------
    str
        A whole HTML file.

    Raises
    ------
    ParameterError
        If the language or the layout is not known.
    RuntimeError
        If pyvis is another than the one that this is written for.
    """
    if lang not in LANGUAGES:
        there = ", ".join(LANGUAGES)
        raise ParameterError(
            Words(f"lang: 「{lang}」は選べません。選べるもの: {there}", f"lang: '{lang}' is not one of {there}")
        )
    picture = _pyvis(network, layout)
    entries, lines = style.legend(network)
    size = (len(network), network.number_of_edges())
    picture.path = TEMPLATE
    picture.templateEnv = environment(
        lang=lang,
        title=title or TITLE,
        count=Words("{:,} の節点と {:,} の辺".format(*size), "{:,} nodes and {:,} edges".format(*size)),
        hint=HINT,
        entries=entries,
        lines=lines,
        library=_library(),
        plan={
            "marks": _marks(network),
            "edges": _edge_words(network),
            "relations": _relations(network),
            "bases": _bases(),
            "currency": called(network.graph.get("currency", ""))._asdict(),
        },
        settings=_settings(network, layout),
    )
    html: str = picture.generate_html(notebook=False)
    if not html.startswith("<!doctype html>"):
        raise RuntimeError("pyvis no longer fills in the template that its attribute templateEnv gives it")
    return html


def _library() -> str:
    """Read vis-network, which pyvis brings."""
    import pyvis

    file = Path(pyvis.__file__).with_name(LIBRARY.partition("/")[0]) / LIBRARY.partition("/")[2]
    if not file.is_file():
        raise RuntimeError(f"pyvis no longer brings vis-network as {LIBRARY}")
    return trusted(file)


def _pyvis(network: LabelledGraph, layout: str) -> Any:
    from pyvis.network import Network as Picture

    picture = Picture(directed=True)
    spots = positions(network, layout)
    numbers = {node: number for number, node in enumerate(network)}
    for node, number in numbers.items():
        x, y = spots[node]
        size = style.radius(network, node)
        picture.add_node(number, label=" ", shape="custom", x=round(x), y=round(y), size=size, physics=False)
    for number, (one, other, data) in enumerate(network.edges(data=True)):
        line = notation().line(data.get("basis", ""))
        dashes = [int(length) for length in line.dashes.split()]
        picture.add_edge(numbers[one], numbers[other], id=number, width=line.width, dashes=dashes or False)
    return picture


def _settings(network: LabelledGraph, layout: str) -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "interaction": {**INTERACTION, "hideEdgesOnDrag": len(network) > MANY},
        "edges": {"arrows": ARROWS, "selectionWidth": 2, "smooth": CURVED if layout == "layered" else False},
    }


def _marks(network: LabelledGraph) -> list[dict[str, Any]]:
    """Return what the page's own script draws and says of each node."""
    found = []
    for node, data in network.nodes(data=True):
        look, colour = style.look(network, node), style.colour(network, node)
        found.append(
            {
                "iri": node,
                "family": look.family,
                "landmark": data.get("code") == data.get("top", ()) or (look.numbered and look.radius >= LANDMARK),
                "kinds": {"ja": data.get("kind_ja", ""), "en": data.get("kind_en", "")},
                "label": {lang: network.label(node, lang) for lang in LANGUAGES},
                "outline": look.outline,
                "open": look.open,
                "colour": colour._asdict(),
                "budget": data.get("budget"),
            }
        )
    return found


def _edge_words(network: LabelledGraph) -> list[list[str]]:
    return [[data["relation"], data.get("basis", "")] for _, _, data in network.edges(data=True)]


def _relations(network: LabelledGraph) -> dict[str, dict[str, str]]:
    return {
        data["relation"]: {"ja": data.get("label_ja", ""), "en": data.get("label_en", "")}
        for _, _, data in network.edges(data=True)
    }


def _bases() -> dict[str, dict[str, Any]]:
    return {basis: {**line.words._asdict(), "strength": line.strength} for basis, line in notation().lines.items()}
