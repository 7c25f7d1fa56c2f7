"""Networks as files for Gephi (GraphML, GEXF) and Cytoscape (JSON)."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import networkx as nx

from plangraph.network.drawing import style
from plangraph.network.drawing.placing import positions

if TYPE_CHECKING:
    from plangraph.network.labelled import LabelledGraph


def plain(network: LabelledGraph, lang: str = "ja", layout: str = "layered") -> nx.MultiDiGraph[str]:
    """Return a copy for other programs: edges numbered, ``label`` in one language, positions as ``x`` and ``y``."""
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    spots = positions(network, layout)
    for node, data in network.nodes(data=True):
        x, y = spots[node]
        copy.add_node(node, **{**data, "label": network.label(node, lang), "x": round(x, 1), "y": round(y, 1)})
    for number, (one, other, data) in enumerate(network.edges(data=True)):
        copy.add_edge(one, other, key=f"e{number}", **{**data, "label": data.get(f"label_{lang}", "")})
    return copy


def graphml(network: LabelledGraph, lang: str = "ja", layout: str = "layered") -> bytes:
    """Write a network as GraphML (http://graphml.graphdrawing.org/)."""
    out = io.BytesIO()
    nx.write_graphml_xml(plain(network, lang, layout), out)  # ids by name would stand for nodes and edges at once
    return out.getvalue()


def gexf(network: LabelledGraph, lang: str = "ja", layout: str = "layered") -> bytes:
    """Write a network as GEXF 1.2 (https://gexf.net/), with positions and colours for Gephi."""
    copy = plain(network, lang, layout)
    for node, data in copy.nodes(data=True):
        x, y = data.pop("x"), -data.pop("y")  # Gephi counts upwards
        red, green, blue = bytes.fromhex(style.colour(network, node).light.removeprefix("#"))
        data["viz"] = {
            "position": {"x": x, "y": y, "z": 0.0},
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "size": style.radius(network, node),
        }
    out = io.BytesIO()
    nx.write_gexf(copy, out)
    return out.getvalue()


def cytoscape(network: LabelledGraph, lang: str = "ja", layout: str = "layered") -> bytes:
    """Write a network as Cytoscape.js JSON (https://js.cytoscape.org/#notation/elements-json)."""
    content: dict[str, Any] = nx.cytoscape_data(plain(network, lang, layout))
    for element in content["elements"]["nodes"]:
        data = element["data"]
        data["name"] = data["label"]
        element["position"] = {"x": data.pop("x"), "y": data.pop("y")}
    return json.dumps(content, ensure_ascii=False).encode()
