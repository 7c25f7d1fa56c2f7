"""``plangraph network``: the plan as a network, measured and drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from plangraph.cli.options import format_option, language_option, open_store, store_option
from plangraph.cli.output import ROW_FORMATS, write_answer

FILES = ".html .svg .png .graphml .gexf .json"


@click.group()
def command() -> None:
    """Measure the plan as a network, and draw it."""


@command.command()
@click.argument("name", required=False)
@click.option("--plan", help="The plan.  [default: the one that questions are about]")
@click.option("--without", multiple=True, metavar="ELEMENT", help="removal: cut this element (repeatable).")
@click.option("--kind", help="removal: cut each element of this kind in turn.  [default: Measure]")
@click.option("--seed", type=int, help="communities: the seed of the Louvain method.  [default: 0]")
@click.option("--backend", help="bridges, communities: the networkx backend that computes them.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the first rows.")
@language_option
@store_option
@format_option(*ROW_FORMATS)
def measures(
    name: str | None, plan: str | None, limit: int | None, lang: str, store: Path | None, form: str, **options: Any
) -> None:
    """Measure the network by NAME; without a name, list the measures.

    \b
    plangraph network measures keystones --lang en
    plangraph network measures removal --without 3-1-1 --without 5-2-2
    """
    if name is None:
        _list(lang, form)
        return
    from plangraph.network import measure

    graph = open_store(store)
    given = {key: value for key, value in options.items() if value not in {None, ()}}
    if "without" in given:
        given["without"] = [graph.resolve(element) for element in given["without"]]
    table = measure(graph.network(plan), name, **given).head(limit)
    if form == "json":
        click.echo(table.to_json())
        return
    write_answer(table.rows(lang), form)
    if form == "table":
        click.echo(table.reading.of(lang))


@command.command()
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file: .html .svg .png .graphml .gexf .json",
)
@click.option("--plan", help="The plan.  [default: the one that questions are about]")
@click.option("--kind", "kinds", multiple=True, help="Keep this kind of node, such as 施策 or Measure (repeatable).")
@click.option("--relation", "relations", multiple=True, help="Keep this relation, such as advances (repeatable).")
@click.option("--around", metavar="THING", help="Keep what is near a code, label or IRI.")
@click.option("--depth", type=click.IntRange(min=0), default=1, show_default=True, help="How many steps are near.")
@click.option("--construct", help="Draw the triples of a CONSTRUCT question or query instead.")
@click.option("--inferred", is_flag=True, help="Also draw what only follows from the rest.")
@click.option("--suggested", is_flag=True, help="Also draw what an algorithm only suggests.")
@click.option(
    "--layout",
    type=click.Choice(["layered", "force"]),
    default="layered",
    show_default=True,
    help="Columns by tier, or by force.",
)
@language_option
@store_option
def draw(out: Path, plan: str | None, layout: str, lang: str, store: Path | None, **choices: Any) -> None:
    """Draw a network into a file: a page, a picture, or a file for Gephi or Cytoscape.

    \b
    plangraph network draw -o plan.html
    plangraph network draw --around 1-1-1 --depth 2 -o measure.svg --lang en
    plangraph network draw --kind 施策 --kind Target --kind Goal -o coverage.graphml
    """
    from plangraph.network import save, titled

    found = open_store(store).network(plan, **choices)
    save(found, out, language=lang, layout=layout, title=titled(found))
    click.echo(f"{out}: {len(found):,} nodes, {found.number_of_edges():,} edges", err=True)


def _list(lang: str, form: str) -> None:
    from plangraph.network import MEASURES
    from plangraph.store.answers import Rows
    from plangraph.store.terms import Literal

    cells = [(name, one.title.of(lang), " ".join(f"--{key}" for key in one.options)) for name, one in MEASURES.items()]
    write_answer(Rows(["name", "title", "options"], [tuple(map(Literal, row)) for row in cells]), form)
