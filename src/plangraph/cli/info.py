"""``plangraph info``: what a build holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import answer_format_option, open_store, out_option, store_option
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.opening import verify as verify_store
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.terms import Literal, NamedNode, integer
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = {
    "what": Heading(Words("区分", "What"), "label"),
    "name": Heading(Words("名前", "Name"), "thing"),
    "number": Heading(Words("数", "Number"), "count"),
}


@click.command(
    help=japanese("""
構築の内容を示します。グラフの大きさと、クラスごとの数です。
""")
)
@store_option
@out_option
@answer_format_option(*ROW_FORMATS)
@click.option(
    "--verify",
    is_flag=True,
    help=said("構築のときから変わっていないことを確かめる", "Check that it has not changed since it was built."),
)
def command(store: Path | None, out: Path | None, form: str | None, verify: bool) -> None:
    """Show what a build holds: its graphs with their sizes, and how many things of each class."""
    if verify:
        verify_store(store)
        click.echo(said("構築のときのままです", "it is as it was built"), err=True)
    manifest = open_store(store).manifest
    sizes = [("graph", name, size) for name, size in sorted(manifest.graphs.items())]
    counts = [("class", name, count) for name, count in sorted(manifest.counts.items())]
    rows = [(Literal(kind), NamedNode(name), integer(number)) for kind, name, number in [*sizes, *counts]]
    write_answer(Rows(list(HEADINGS), rows, headings=HEADINGS), form, out)
    if form in {None, "table"} and out is None:
        datasets, identity = ", ".join(manifest.datasets), manifest.identity[:12]
        click.echo(
            said(
                f"{datasets}。問いの対象は {manifest.plan}、構築 {identity}",
                f"{datasets}; questions are about {manifest.plan}; build {identity}",
            )
        )
