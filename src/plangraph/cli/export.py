"""``plangraph export``: the whole graph as a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plangraph.cli.options import open_store, store_option
from plangraph.namespaces import PREFIXES
from plangraph.store.terms import Quad, RdfFormat, to_bytes

FORMATS = {
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
WITHOUT_GRAPHS = {"turtle"}


@click.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="trig", show_default=True)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file.  [default: standard output]",
)
@click.option("--graph", "only", help="Only this named graph (IRI).")
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
