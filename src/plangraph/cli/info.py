"""``plangraph info``: what a build holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.options import format_option, open_store, store_option
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.store.answers import Rows
from plangraph.store.terms import Literal, NamedNode, integer

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@store_option
@format_option(*ROW_FORMATS)
def command(store: Path | None, form: str) -> None:
    """Tell what a build holds: its graphs with their sizes, and how many things of each class."""
    manifest = open_store(store).manifest
    sizes = [("graph", name, size) for name, size in sorted(manifest.graphs.items())]
    counts = [("class", name, count) for name, count in sorted(manifest.counts.items())]
    rows = [(Literal(kind), NamedNode(name), integer(number)) for kind, name, number in [*sizes, *counts]]
    write_answer(Rows(["what", "name", "number"], rows), form)
    if form == "table":
        click.echo(
            f"{', '.join(manifest.datasets)}; questions are about {manifest.plan}; build {manifest.identity[:12]}"
        )
