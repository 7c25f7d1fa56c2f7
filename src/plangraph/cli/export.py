"""``plangraph export``: the whole graph as a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import open_store, out_option, store_option
from plangraph.namespaces import PREFIXES
from plangraph.store.terms import Quad, RdfFormat, to_bytes

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = {
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
WITHOUT_GRAPHS = {"turtle"}


@click.command(
    help=japanese("""
グラフ全体を TriG、N-Quads、JSON-LD、Turtle で書き出します。

Turtle には名前つきグラフの区別がありません。
""")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="trig",
    show_default=True,
    help=said("ファイルの形式", "How to write the graph."),
)
@out_option
@click.option("--graph", "only", help=said("この名前つきグラフ（IRI）だけ", "Only this named graph (IRI)."))
@store_option
def command(form: str, out: Path | None, only: str | None, store: Path | None) -> None:
    """Write the graph as TriG, N-Quads, JSON-LD, or as Turtle (which has no named graphs)."""
    quads = (q for q in open_store(store).engine.quads() if only in {None, getattr(q.graph_name, "value", None)})
    if form in WITHOUT_GRAPHS:
        quads = (Quad(q.subject, q.predicate, q.object) for q in quads)
    content = to_bytes(sorted(quads, key=str), FORMATS[form], PREFIXES)
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
