"""``plangraph suggest``: propose SDG targets for review, and take back what is accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import open_store, out_option, store_option

if TYPE_CHECKING:
    from plangraph.coverage.suggestion import Corpus, Element, Suggestion
    from plangraph.graph import Graph


@click.command(
    help=japanese("""
施策や事務事業の名称から、SDGs のターゲットを提案します。

提案ごとに、その根拠となった語を添えます。採否は人が決めます。
CSV の accept か reject の列に x を記し、採るものには両方の言語で理由（rationale）を書いて、
取り込みます。

plangraph suggest -o review.csv
plangraph suggest --apply review.csv -o data/CITY/links/reviewed.csv
""")
)
@click.option(
    "--element",
    help=said("この施策・事務事業だけ（コード・名称・IRI）", "Only for this measure or project (code, label or IRI)."),
)
@click.option(
    "--tier",
    type=click.Choice(["measure", "project"]),
    default="measure",
    show_default=True,
    help=said("施策と事務事業のどちらについてか", "For what."),
)
@click.option(
    "--most",
    type=click.IntRange(1, 20),
    default=3,
    show_default=True,
    help=said("一つについて提案する数の上限", "The most targets an element."),
)
@click.option(
    "--least-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    show_default=True,
    help=said("提案する強さの下限", "The least score."),
)
@click.option(
    "--known",
    is_flag=True,
    help=said(
        "すでに貢献しているターゲットも提案する", "Also propose targets that the element contributes to already."
    ),
)
@click.option(
    "--apply",
    "reviewed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=said(
        "採否を記した CSV。採った行を関連の表の行にします",
        "A reviewed CSV, whose accepted rows become rows of the table of links.",
    ),
)
@out_option
@store_option
def command(
    element: str | None,
    tier: str,
    most: int,
    least_score: float,
    known: bool,
    reviewed: Path | None,
    out: Path | None,
    store: Path | str | None,
) -> None:
    """Propose SDG targets for measures or projects from their Japanese names, with the terms that speak for each.

    The review CSV has columns accept and reject. Mark them with x, write a rationale in both languages for what you
    accept, and take the rows over:

    \b
    plangraph suggest -o review.csv
    plangraph suggest --apply review.csv -o data/CITY/links/reviewed.csv
    """
    from plangraph.coverage.review import apply_review, write_review

    graph = open_store(store, in_memory=True)
    if reviewed:
        table, accepted, others = apply_review(reviewed, _codes(graph))
        _write(table, out)
        click.echo(
            said(
                f"{accepted} 件を Assumed として採り、却下または未定の {others} 件を除きました",
                f"{accepted} accepted as Assumed, {others} rejected or undecided left out",
            ),
            err=True,
        )
        return
    found = _suggestions(graph, element, tier, most, known)
    _write(write_review((s for s in found if s.score >= least_score), graph.manifest.plan.rpartition("/")[2]), out)


def _suggestions(graph: Graph, element: str | None, tier: str, most: int, known: bool) -> list[Suggestion]:
    from plangraph.coverage.suggestion import read_corpus, suggest

    corpus = read_corpus(graph.query)
    found: list[Suggestion] = []
    for one in _chosen(graph, corpus, element, tier):
        served = set() if known else {link.target for link in corpus.known if link.element in {one.iri, *one.parts}}
        ranked = suggest(corpus, one, most + len(served))
        found += [s for s in ranked if s.target.iri not in served][:most]
    return found


def _chosen(graph: Graph, corpus: Corpus, element: str | None, tier: str) -> list[Element]:
    from plangraph.errors import UnknownThing
    from plangraph.words import Words

    if element is None:
        return [one for one in corpus.elements if one.kind.endswith(tier.capitalize())]
    iri = graph.resolve(element)
    chosen = [one for one in corpus.elements if one.iri == iri]
    if not chosen:
        raise UnknownThing(
            Words(
                f"「{element}」は計画の施策でも事務事業でもありません",
                f"'{element}' is no measure or project of the plan",
            )
        )
    return chosen


def _codes(graph: Graph) -> frozenset[str]:

    return frozenset(row["code"] for row in graph.query("coverage-targets").to_dicts())


def _write(content: str, out: Path | None) -> None:
    if out:
        out.write_text(content, "utf-8-sig")
        click.echo(str(out), err=True)
    else:
        click.echo(content, nl=False)
