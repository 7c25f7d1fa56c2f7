"""``plangraph export``: the whole graph as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import open_store, out_option, store_option
from plangraph.cli.output import form_of, put
from plangraph.errors import ParameterError, UnknownThing
from plangraph.store.formats import RDF
from plangraph.store.terms import Quad
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@click.command(
    help=japanese("""
グラフ全体を RDF のファイルに書き出します。

Turtle、N-Triples、RDF/XML には名前つきグラフの区別がありません。
""")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(RDF)),
    help=said(
        "ファイルの形式  [既定: ファイル名によるもの、標準出力では trig]",
        "How to write the graph.  [default: as the file's name tells; trig on standard output]",
    ),
)
@out_option
@click.option("--graph", "only", help=said("この名前つきグラフ（IRI）だけ", "Only this named graph (IRI)."))
@store_option
def command(form: str | None, out: Path | None, only: str | None, store: Path | None) -> None:
    """Write the graph as RDF; Turtle, N-Triples and RDF/XML have no named graphs."""
    form = form or (form_of(out) if out else "trig")
    if form not in RDF:
        there = ", ".join(RDF)
        raise ParameterError(
            Words(
                f"グラフは {form} では書けません。書けるもの: {there}",
                f"a graph cannot be written as {form}; there is: {there}",
            )
        )
    quads = list(open_store(store).engine.quads())
    if only:
        quads = _of_graph(quads, only)
    if not RDF[form].holds_graphs:
        quads = [Quad(q.subject, q.predicate, q.object) for q in quads]
    content = RDF[form].write(sorted(quads, key=str))
    put(content if out else content.decode(), out)


def _of_graph(quads: Sequence[Quad], name: str) -> list[Quad]:
    graphs = {str(getattr(quad.graph_name, "value", "")) for quad in quads}
    if name not in graphs:
        raise UnknownThing(
            Words(
                f"「{name}」というグラフはありません。plangraph info で一覧できます",
                f"there is no graph '{name}'; plangraph info lists them",
            ).then(did_you_mean(name, sorted(graphs)))
        )
    return [quad for quad in quads if getattr(quad.graph_name, "value", "") == name]
