"""``plangraph network``: the plan as a network, measured and drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import (
    answer_format_option,
    language_option,
    open_store,
    out_option,
    plan_option,
    store_option,
)
from plangraph.cli.output import ROW_FORMATS, write_answer

FILES = ".html .svg .png .graphml .gexf .json"


@click.group(help=japanese("計画をネットワークとして測り、図にします。"))
def command() -> None:
    """Measure the plan as a network, and draw it."""


@command.command(
    help=japanese("""
ネットワークを指標 NAME で測ります。名前を省くと指標の一覧を示します。

plangraph network measures keystones --lang en
plangraph network measures removal --without 3-1-1 --without 5-2-2
""")
)
@click.argument("name", required=False)
@plan_option
@click.option(
    "--without",
    multiple=True,
    metavar="ELEMENT",
    help=said("removal: 取り除く要素（繰り返せます）", "removal: cut this element (repeatable)."),
)
@click.option(
    "--kind",
    help=said(
        "removal: この種類の要素を一つずつ取り除く  [既定: Measure]",
        "removal: cut each element of this kind in turn.  [default: Measure]",
    ),
)
@click.option(
    "--seed",
    type=int,
    help=said(
        "communities: Louvain 法の乱数の種  [既定: 0]", "communities: the seed of the Louvain method.  [default: 0]"
    ),
)
@click.option(
    "--backend",
    help=said(
        "bridges、communities: 計算に使う networkx のバックエンド",
        "bridges, communities: the networkx backend that computes them.",
    ),
)
@click.option("--limit", type=click.IntRange(min=1), help=said("示す行数の上限", "Only the first rows."))
@language_option
@store_option
@out_option
@answer_format_option(*ROW_FORMATS)
def measures(
    name: str | None,
    plan: str | None,
    limit: int | None,
    lang: str,
    store: Path | None,
    out: Path | None,
    form: str | None,
    **options: Any,
) -> None:
    """Measure the network by NAME; without a name, list the measures.

    \b
    plangraph network measures keystones --lang en
    plangraph network measures removal --without 3-1-1 --without 5-2-2
    """
    if name is None:
        _list(lang, form, out)
        return
    from plangraph.network import measure

    graph = open_store(store)
    given = {key: value for key, value in options.items() if value not in {None, ()}}
    if "without" in given:
        given["without"] = [graph.resolve(element) for element in given["without"]]
    table = measure(graph.network(plan), name, **given).head(limit)
    if form == "json" and out is None:
        click.echo(table.to_json())
        return
    write_answer(table.rows(lang), form, out)
    if form in {None, "table"} and out is None:
        click.echo(table.reading.of(lang))


@command.command(
    help=japanese("""
ネットワークをページ、図、または Gephi・Cytoscape 用のファイルにします。

plangraph network draw -o plan.html
plangraph network draw --around 1-1-1 --depth 2 -o measure.svg --lang en
plangraph network draw --kind 施策 --kind Target --kind Goal -o coverage.graphml
""")
)
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help=said(
        "書き出すファイル: .html .svg .png .graphml .gexf .json", "The file: .html .svg .png .graphml .gexf .json"
    ),
)
@plan_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help=said(
        "残す種類。施策、Measure など（繰り返せます）", "Keep this kind of node, such as 施策 or Measure (repeatable)."
    ),
)
@click.option(
    "--relation",
    "relations",
    multiple=True,
    help=said("残す関係。advances など（繰り返せます）", "Keep this relation, such as advances (repeatable)."),
)
@click.option(
    "--around",
    metavar="THING",
    help=said("この周りを残す（コード・名称・IRI）", "Keep what is near a code, label or IRI."),
)
@click.option(
    "--depth",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help=said("周りとする歩数", "How many steps are near."),
)
@click.option(
    "--construct",
    help=said(
        "代わりに CONSTRUCT の問いまたは問い合わせの答えを描く",
        "Draw the triples of a CONSTRUCT question or query instead.",
    ),
)
@click.option(
    "--inferred",
    is_flag=True,
    help=said("推論された関係も描く", "Also draw what only follows from the rest."),
)
@click.option(
    "--suggested",
    is_flag=True,
    help=said("アルゴリズムの提案にすぎない関係も描く", "Also draw what an algorithm only suggests."),
)
@click.option(
    "--layout",
    type=click.Choice(["layered", "force"]),
    default="layered",
    show_default=True,
    help=said("階層ごとの列、または力学的な配置", "Columns by tier, or by force."),
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
    save(found, out, lang=lang, layout=layout, title=titled(found))
    nodes, edges = len(found), found.number_of_edges()
    click.echo(said(f"{out}: 点 {nodes:,}、線 {edges:,}", f"{out}: {nodes:,} nodes, {edges:,} edges"), err=True)


def _list(lang: str, form: str | None, out: Path | None) -> None:
    from plangraph.network import MEASURES
    from plangraph.store.answers import Rows
    from plangraph.store.terms import Literal

    cells = [(name, one.title.of(lang), " ".join(f"--{key}" for key in one.options)) for name, one in MEASURES.items()]
    write_answer(Rows(["name", "title", "options"], [tuple(map(Literal, row)) for row in cells]), form, out)
