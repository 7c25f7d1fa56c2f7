"""``plangraph info``: what a build holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, language, said
from plangraph.cli.options import (
    answer_format_option,
    ids_option,
    language_option,
    open_store,
    out_option,
    store_option,
)
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.cli.table import hanging, terminal_width
from plangraph.iris import INFERRED, READINGS, path_of
from plangraph.namespaces import GRAPHS, THINGS
from plangraph.opening import compared_with_datasets
from plangraph.opening import verify as verify_store
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.terms import Literal, NamedNode, integer, shown
from plangraph.tier_words import elements_by_tier
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.graph import Graph
    from plangraph.store.readable import Reading

TITLE = Words("構築の内容", "What the build holds")
HEADINGS = {
    "what": Heading(
        Words("区分", "What"),
        "label",
        {"graph": Words("グラフ", "graph"), "tier": Words("層", "tier"), "class": Words("種類", "class")},
    ),
    "name": Heading(Words("名称", "Name"), "thing"),
    "name_code": Heading(Words("識別名", "Identifier"), "code"),
    "name_label": Heading(Words("名称", "Name"), "label"),
    "number": Heading(Words("数", "Number"), "count"),
}
SHARED = {
    "catalogue": Words("目録", "the catalogue"),
    "coverage": Words("計画ごとの SDGs との対応の集計", "sums of coverage by plan"),
    "likeness": Words("都市どうしで似た要素", "like elements of different cities"),
    "ontology": Words("オントロジー", "the ontology"),
    "sdg": Words("SDGs のゴールとターゲット", "SDG goals and targets"),
}
"""What the graphs are called that are of no plan and no city."""
SAME = Words("{} の今の表のとおりです", "it holds the tables of {} as they are now")
OTHER = Words(
    "{} の今の表（またはプログラム）は、構築のときと違います。取り入れるには 'plangraph build' を実行してください",
    "the tables of {}, or the program, are not what it was built from: 'plangraph build' takes them in",
)
MADE_OF_IT = {
    INFERRED: Words("（推論による）", " (inferred)"),
    READINGS: Words("（名称の読み、プログラムによる）", " (readings of names, by a program)"),
}
"""What is said of a graph that is made of others, by the end of its name."""


@click.command(
    help=japanese("""
構築の内容を示します。グラフの大きさと、層ごと・クラスごとの数です。
""")
)
@store_option
@language_option
@out_option
@answer_format_option(*ROW_FORMATS)
@ids_option
@click.option(
    "--verify",
    is_flag=True,
    help=said("構築のときから変わっていないことを確かめる", "Check that it has not changed since it was built."),
)
def command(store: Path | None, lang: str, out: Path | None, form: str | None, ids: bool, verify: bool) -> None:
    """Show what a build holds: its graphs with their sizes, and how many things of each tier and of each class."""
    if verify:
        verify_store(store)
    graph = open_store(store)  # refuses a build of another ontology, whose files may be as they were
    if verify:
        click.echo(said("構築のファイルは、構築のときのままです", "the files of the build are as they were"), err=True)
        for folder, same in compared_with_datasets(store).items():
            told = SAME if same else OTHER
            click.echo(told.of(language()).format(folder), err=True)
    manifest = graph.manifest
    tiers = elements_by_tier(graph.engine, lang)
    called = _called(graph, lang) | {tier: word for tier, word, _ in tiers}
    sizes = [("graph", name, name.removeprefix(GRAPHS), size) for name, size in sorted(manifest.graphs.items())]
    on_tiers = [("tier", tier, path_of(tier), count) for tier, _, count in tiers]
    counts = [("class", name, shown(NamedNode(name)), count) for name, count in sorted(manifest.counts.items())]
    rows = [
        (
            Literal(what),
            NamedNode(name),
            Literal(code),
            Literal(called[name]) if name in called else None,
            integer(size),
        )
        for what, name, code, size in [*sizes, *on_tiers, *counts]
    ]
    answer = Rows(list(HEADINGS), rows, headings=HEADINGS)

    def read(rows: Rows) -> Reading:
        return replace(graph.reading(rows, lang=lang, ids=ids), names={}, title=TITLE.of(lang))

    write_answer(answer, form, out, read=read)
    if form in {None, "table"} and out is None:
        told = Words(
            f"{'、'.join(manifest.datasets)}。問いの対象は {called[manifest.plan]}、構築 {manifest.identity[:12]}",
            f"{', '.join(manifest.datasets)}; questions are about {called[manifest.plan]};"
            f" build {manifest.identity[:12]}",
        )
        click.echo("\n".join(hanging(told.of(lang), terminal_width())))


def _called(graph: Graph, lang: str) -> dict[str, str]:
    """Return what the plan, the graphs and the classes (IRIs) of a build are called."""
    manifest = graph.manifest
    stems = {name: _stem(name) for name in manifest.graphs}
    labels = graph.labels([manifest.plan, *manifest.counts, *(_thing(stem) for stem, _ in stems.values())], lang)
    of_stems = {_thing(stem): words.of(lang) for stem, words in SHARED.items()} | labels
    graphs = {
        name: of_stems[_thing(stem)] + (MADE_OF_IT[end].of(lang) if end else "")
        for name, (stem, end) in stems.items()
        if _thing(stem) in of_stems
    }
    return {manifest.plan: manifest.plan.removeprefix(THINGS), **labels, **graphs}


def _stem(graph: str) -> tuple[str, str]:
    """Return the path of a graph (IRI) without the end by which it is made of another, and that end."""
    stem, _, end = graph.removeprefix(GRAPHS).rpartition("/")
    return (stem, end) if end in MADE_OF_IT else (graph.removeprefix(GRAPHS), "")


def _thing(stem: str) -> str:
    """Return the plan (IRI) whose facts a graph holds by its path, or the dataset of the city whose facts they are."""
    return THINGS + (stem if "/" in stem else f"{stem}/dataset")
