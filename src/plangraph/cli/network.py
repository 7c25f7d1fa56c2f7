"""``plangraph network``: the plan as a network, measured and drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import (
    FileOf,
    OneOf,
    answer_format_option,
    language_option,
    open_store,
    out_option,
    plan_option,
    store_option,
)
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.cli.table import terminal_width, wrapped
from plangraph.cli.written_files import tell_written
from plangraph.namespaces import PG
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.network import Measure
    from plangraph.store.answers import Rows
    from plangraph.store.readable import Reading

LIMIT = click.option("--limit", type=click.IntRange(min=1), help=said("示す行数の上限", "Only the first rows."))


class _Measures(click.Group):
    """The measures, as they are registered beside their own code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        from plangraph.network import MEASURES

        return list(MEASURES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        from plangraph.network.measures import find

        return _command(cmd_name, find(cmd_name))


@click.group(help=japanese("計画をネットワークとして測り、図にします。"))
def command() -> None:
    """Measure the plan as a network, and draw it."""


@command.group(
    cls=_Measures,
    invoke_without_command=True,
    subcommand_metavar="[NAME [OPTIONS]]",
    help=japanese("""
ネットワークを指標 NAME で測ります。名前を省くと指標の一覧を示します。

plangraph network measures keystones --lang en
plangraph network measures removal --without 3-1-1 --without 5-2-2
"""),
)
@language_option
@out_option
@answer_format_option(*ROW_FORMATS)
@click.pass_context
def measures(context: click.Context, lang: str, out: Path | None, form: str | None) -> None:
    """Measure the network by NAME; without a name, list the measures.

    \b
    plangraph network measures keystones --lang en
    plangraph network measures removal --without 3-1-1 --without 5-2-2
    """
    if context.invoked_subcommand is None:
        _list(lang, form, out)


def _command(name: str, one: Measure) -> click.Command:
    """Make a command of a measure: its options are those that it is registered with."""

    def callback(
        plan: str | None,
        limit: int | None,
        lang: str,
        store: Path | None,
        out: Path | None,
        form: str | None,
        **options: Any,
    ) -> None:
        from plangraph.network import measure

        graph = open_store(store)
        given = {key: value for key, value in options.items() if value not in {None, ()}}
        for option in one.options:
            if option.of_elements and option.name in given:
                given[option.name] = [graph.resolve(element, plan, PG.PlanElement) for element in given[option.name]]
        table = measure(graph.network(plan), name, **given).head(limit)
        if form == "json" and out is None:
            click.echo(table.to_json())
            return

        def read(rows: Rows) -> Reading:
            return replace(graph.reading(rows, lang=lang), title=table.title.of(lang))

        write_answer(table.rows(lang), form, out, read=read, empty=lambda: table.reading)
        if len(table) and form in {None, "table"} and out is None:
            click.echo("\n".join(wrapped(table.reading.of(lang), terminal_width())))

    own: list[click.Parameter] = [
        click.Option(
            [f"--{option.name}"],
            type=option.type,
            multiple=option.of_elements,
            metavar="ELEMENT" if option.of_elements else None,
            help=said(*option.words),
        )
        for option in one.options
    ]
    made = click.Command(name, params=own, callback=callback, help=f"{said(*one.title)}\n\n{said(*one.question)}")
    for decorate in (plan_option, LIMIT, language_option, store_option, out_option, answer_format_option(*ROW_FORMATS)):
        made = decorate(made)
    return made


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
    type=FileOf("plangraph.network:FORMATS"),
    help=said("書き出すファイル。名前の末尾が形式を表す", "The file, whose name tells the format."),
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
    type=OneOf("plangraph.network:LAYOUTS"),
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
    plangraph network draw --kind Measure --kind Target --kind Goal -o coverage.graphml
    """
    from plangraph.network import save, titled

    found = open_store(store).network(plan, **choices)
    title = titled(found)
    save(found, out, lang=lang, layout=layout, title=title)
    nodes, edges = Count(len(found)), Count(found.number_of_edges())
    size = Words(f"（点 {nodes:,}、線 {edges:,}）", f" ({nodes:,} {nodes:node|nodes}, {edges:,} {edges:edge|edges})")
    tell_written(out, title.then(size))


def _list(lang: str, form: str | None, out: Path | None) -> None:
    from plangraph.network import MEASURES
    from plangraph.store.answers import Rows
    from plangraph.store.columns import Heading
    from plangraph.store.terms import Literal

    headings = {
        "name": Heading(Words("名前", "Name"), "code"),
        "title": Heading(Words("内容", "What it tells"), "text"),
        "options": Heading(Words("オプション", "Options"), "text"),
    }

    cells = [
        (name, one.title.of(lang), " ".join(f"--{option.name}" for option in one.options))
        for name, one in MEASURES.items()
    ]
    rows = [tuple(map(Literal, row)) for row in cells]
    write_answer(Rows(list(headings), rows, headings=headings), form, out)
