"""A network as one HTML file, by pyvis, that needs nothing from outside and opens at rest."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.errors import ParameterError
from plangraph.network.drawing import style
from plangraph.network.drawing.layout import positions
from plangraph.network.drawing.svg import mark, stroke
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plangraph.network.network import Network

POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
OUTSIDE = re.compile(r"<(?:link|script)\b[^>]*\b(?:href|src)=[^>]*>(?:\s*</script>)?", re.IGNORECASE)
HEADINGS = re.compile(r"<center>\s*<h1>.*?</h1>\s*</center>", re.DOTALL)
STYLE = re.compile(r'<style type="text/css">.*?</style>', re.DOTALL)
CONSTRUCTED = "network = new vis.Network(container, data, options);"
MANY = 400
INTERACTION = {"hover": True, "tooltipDelay": 120, "multiselect": True, "keyboard": {"bindToWindow": False}}
ARROWS = {"to": {"enabled": True, "scaleFactor": 0.35}}


def page(network: Network, *, lang: str = "ja", layout: str = "layered", title: Words | None = None) -> str:
    """Draw a network as a page to open, mail or archive.

    The positions are computed beforehand and physics is off, so that a whole plan opens at rest. The page has a legend
    that works as a filter, both languages, and a policy that lets it fetch nothing.

    Parameters
    ----------
    network : Network
        The network.
    lang : str
        The language that it opens in, ``ja`` or ``en``; the reader can switch.
    layout : str
        How to place the nodes: ``layered`` or ``force``.
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
    """
    if lang not in {"ja", "en"}:
        raise ParameterError(
            Words(f"lang: 「{lang}」は選べません。選べるもの: ja, en", f"lang: '{lang}' is not one of ja, en")
        )
    heading = title or Words("計画のネットワーク", "The plan as a network")
    drawn = _pyvis(network, layout)
    html = drawn.generate_html(notebook=False)
    html = STYLE.sub("", HEADINGS.sub("", OUTSIDE.sub("", html)))
    if CONSTRUCTED not in html:
        raise RuntimeError("pyvis has changed its template")
    html = html.replace(CONSTRUCTED, f"options.nodes = {{ctxRenderer: drawMark}};\n{CONSTRUCTED}\nafterDrawing();")
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width"><title>{escape(heading.of(lang))}</title>\n'
        f"<style>{_beside('page.css')}</style>\n"
    )
    data = _script_json({"marks": _marks(network), "edges": _edge_words(network), "relations": _relations(network)})
    script = f"<script>const plan = {data};\n{_beside('page.js')}</script>\n"
    html = html.replace("<html>", f'<!doctype html>\n<html lang="{lang}">', 1)
    html = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{head}', 1)
    return html.replace("<body>", f"<body>\n{script}{_frame(network, heading)}", 1)


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _pyvis(network: Network, layout: str) -> Any:
    from pyvis.network import Network as Picture

    picture = Picture(height="100%", width="100%", directed=True, cdn_resources="in_line", bgcolor=style.PAPER)
    spots = positions(network, layout)
    numbers = {node: number for number, node in enumerate(network)}
    for node, number in numbers.items():
        x, y = spots[node]
        size = style.size(network, node)
        picture.add_node(number, label=" ", shape="custom", x=round(x), y=round(y), size=size, physics=False)
    for number, (one, other, data) in enumerate(network.edges(data=True)):
        line = style.LINES.get(data.get("basis", ""), style.LINES[""])
        picture.add_edge(
            numbers[one],
            numbers[other],
            id=number,
            color=line.colour,
            width=line.width,
            dashes=list(line.dashes) or False,
        )
    smooth = {"type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.4}
    options = {
        "physics": {"enabled": False},
        "interaction": {**INTERACTION, "hideEdgesOnDrag": len(network) > MANY},
        "edges": {"arrows": ARROWS, "selectionWidth": 2, "smooth": smooth if layout == "layered" else False},
    }
    picture.set_options(json.dumps(options))
    return picture


def _marks(network: Network) -> list[dict[str, Any]]:
    """Give what the page's own script draws and says of each node."""
    return [
        {
            "iri": node,
            "kind": data.get("kind", ""),
            "kinds": {"ja": data.get("kind_ja", ""), "en": data.get("kind_en", "")},
            "label": {lang: network.label(node, lang) for lang in ("ja", "en")},
            "shape": style.shape(data.get("kind", "")),
            "outline": [
                [round(x, 1), round(y, 1)]
                for x, y in style.outline(style.shape(data.get("kind", "")), style.size(network, node))
            ],
            "colour": style.colour(network, node),
            "budget": data.get("budget"),
        }
        for node, data in network.nodes(data=True)
    ]


def _edge_words(network: Network) -> list[list[str]]:
    return [[data["relation"], data.get("basis", "")] for _, _, data in network.edges(data=True)]


def _relations(network: Network) -> dict[str, dict[str, str]]:
    return {
        data["relation"]: {"ja": data.get("label_ja", ""), "en": data.get("label_en", "")}
        for _, _, data in network.edges(data=True)
    }


def _script_json(content: object) -> str:
    """Write JSON so that no text in it can end the script that it stands in."""
    text = json.dumps(content, ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028")


def _both(words: Words) -> str:
    return f'<span lang="ja">{escape(words.ja)}</span><span lang="en">{escape(words.en)}</span>'


def _frame(network: Network, heading: Words) -> str:
    nodes, edges = len(network), network.number_of_edges()
    count = Words(f"{nodes:,} の節点と {edges:,} の辺", f"{nodes:,} nodes and {edges:,} edges")
    hint = Words(
        "印を選ぶと説明が出ます。凡例を押すと種類を隠せます。",
        "Select a mark to read about it; press a kind to hide it.",
    )
    return (
        f'<header><h1>{_both(heading)}</h1><p>{_both(count)}<span class="hint">{_both(hint)}</span></p>'
        '<button id="language" type="button"><span lang="ja">English</span>'
        '<span lang="en">日本語</span></button></header>\n'
        f'<aside id="legend">{"".join(_legend(network))}</aside>\n<aside id="about" aria-live="polite"></aside>\n'
    )


def _legend(network: Network) -> Iterable[str]:
    entries, lines = style.legend(network)
    for entry in entries:
        drawn = f'<svg viewBox="-12 -12 24 24" width="18" height="18">{mark(entry.shape, 9, entry.colour)}</svg>'
        if entry.key:
            yield (
                f'<button type="button" data-kind="{escape(entry.key)}" aria-pressed="true">{drawn}{_both(entry.words)}'
                "</button>"
            )
        else:
            yield f"<span>{drawn}{_both(entry.words)}</span>"
    for line in lines:
        drawn = f'<svg viewBox="-12 -6 24 12" width="24" height="12"><path d="M-12,0H12" {stroke(line)}/></svg>'
        yield f"<span>{drawn}{_both(line.words)}</span>"
