"""``plangraph trace``: how two things are connected, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import format_option, language_option, open_store, plan_option, store_option
from plangraph.cli.output import ROW_FORMATS, write_answer

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.coverage import Trace
    from plangraph.coverage.tracing import Step

WORDS = {
    "ja": {
        "path": "経路 {number}（{length}歩）",
        "found": "経路 {count}本。関係は質問 trace-edges による",
        "none": "つながる経路はありません",
        "cut": "ほかにも経路がありえます（--max-length、--limit を増やすと続きが得られます）",
        "none_basis": "根拠の区分なし",
        "source": "出典",
        "because": "理由",
    },
    "en": {
        "path": "Path {number} ({length} steps)",
        "found": "{count} paths; the relations are those of the question trace-edges",
        "none": "No path connects them",
        "cut": "There may be more paths: raise --max-length or --limit to see them",
        "none_basis": "no basis",
        "source": "source",
        "because": "because",
    },
}


@click.command(
    help=japanese("""
二つのものを結ぶ経路を、短い順に、一歩ごとの根拠と出典とともに示します。

FROM と TO は、計画の要素・ゴール・ターゲット・戦略・区・部署の、
コード・名称・IRI のどれかです。

plangraph trace V sdg:11.5
plangraph trace 10101010 sdg:11
plangraph trace sdg:11 消防局
""")
)
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@plan_option
@click.option(
    "--max-length",
    type=click.IntRange(1, 20),
    default=10,
    show_default=True,
    help=said("経路の歩数の上限", "The most steps of a path."),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help=said("示す経路の数の上限", "The most paths to give."),
)
@language_option
@store_option
@format_option(*ROW_FORMATS)
def command(
    start: str, end: str, plan: str | None, max_length: int, limit: int, lang: str, store: Path | str | None, form: str
) -> None:
    """Give every path between two things, shortest first, with the basis and source of each step.

    FROM and TO are elements, goals, targets, strategies, wards or offices: codes, labels or IRIs.

    \b
    plangraph trace V sdg:11.5
    plangraph trace 10101010 sdg:11
    plangraph trace sdg:11 消防局
    """
    found = open_store(store).trace(start, end, plan=plan, max_length=max_length, limit=limit)
    if form == "json":
        click.echo(found.to_json())
    elif form == "csv":
        write_answer(found.to_rows(lang), form)
    else:
        _paths(found, lang)


def _paths(found: Trace, lang: str) -> None:
    words = WORDS[lang]
    for number, path in enumerate(found.paths, start=1):
        click.echo(words["path"].format(number=number, length=len(path)))
        click.echo(f"  {found.name(found.start, lang)}")
        for step in path:
            click.echo(_step(found, step, lang))
    click.echo(words["found"].format(count=len(found.paths)) if found.paths else words["none"])
    if found.cut:
        click.echo(words["cut"])


def _step(found: Trace, step: Step, lang: str) -> str:
    words, edge = WORDS[lang], step.edge
    arrow = "←" if step.inverse else "→"
    grounds = [found.label(edge.basis, lang) if edge.basis else words["none_basis"]]
    if edge.source:
        grounds.append(f"{words['source']}: {found.label(edge.source, lang)}")
    if edge.rationale.get(lang):
        grounds.append(f"{words['because']}: {edge.rationale[lang]}")
    return f"  {arrow} {found.label(edge.relation, lang)}  {found.name(step.end, lang)}  [{' / '.join(grounds)}]"
