"""``plangraph changes``: what changed in a plan and its SDG contributions between two builds."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese
from plangraph.cli.options import answer_format_option, language_option, out_option, plan_option
from plangraph.cli.output import ROW_FORMATS, form_of, put, write_answer
from plangraph.store.formats import TABLES

if TYPE_CHECKING:
    from plangraph.asking import Ask

FOR_PEOPLE = {"table", *(name for name, form in TABLES.items() if form.is_read)}
"""The formats in which changes are read, and not worked on."""


@click.command(
    help=japanese("""
二つの構築の間で、計画と SDGs への貢献がどう変わったかを示します。

OLD と NEW の間に増えた・なくなった・変わった貢献と要素（名称、上位、所管、
地域、年度ごとの金額・達成度・方向性、指標の値）を一覧にします。
改称した部署と、ほかの部署を引き継いだ部署は、一度だけ示します。
一つだけ指定すると、その前回の構築と今回の構築を比べます。
指定しなければ、$PLANGRAPH_STORE か .plangraph について比べます。

plangraph changes
plangraph changes before/ after/ --format html -o changes.html
""")
)
@click.argument("old", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.argument("new", type=click.Path(path_type=Path, file_okay=False), required=False)
@plan_option
@language_option
@answer_format_option(*ROW_FORMATS)
@out_option
def command(
    old: Path | None, new: Path | None, plan: str | None, lang: str, form: str | None, out: Path | None
) -> None:
    """Show what changed in a plan between the stores OLD and NEW: contributions and elements gained, lost or changed.

    Of elements, their names, parents, offices and areas are compared, and by year their money, grades and directions;
    of indicators, their values. An office that is renamed or succeeds another is told once.

    With one store, its previous build is compared with its current one; without any, that is done for the store of
    $PLANGRAPH_STORE or .plangraph.

    \b
    plangraph changes
    plangraph changes before/ after/ --format html -o changes.html
    """
    from plangraph.coverage.changes import SAID, compare, reading, to_html

    before, after = _builds(old, new)
    asks = [_asking(build, plan) for build in (before, after)]
    rows = compare(asks[0], asks[1], lang)
    form = form or (form_of(out) if out else "table")
    if form != "html":
        read = partial(reading, lang=lang) if form in FOR_PEOPLE else None
        write_answer(rows, form, out, read=read, empty=lambda: SAID["none"])
    else:
        put(to_html(rows, lang), out)


def _builds(old: Path | None, new: Path | None) -> tuple[Path, Path]:
    from plangraph.build import layout
    from plangraph.errors import StoreNotFound
    from plangraph.opening import default_folder
    from plangraph.words import Words

    if old and new:
        return layout.current(old), layout.current(new)
    store = old or default_folder()
    earlier = layout.previous(store)
    if earlier is None:
        raise StoreNotFound(
            Words(
                f"{store} には比べるべき前回の構築がありません。もう一度構築するか、比べる構築を二つ指定してください",
                f"{store} has no build before the current one to compare with: build again, or name two stores",
            )
        )
    return earlier, layout.current(store)


def _asking(build: Path, plan: str | None) -> Ask:
    from plangraph.build import layout
    from plangraph.graph import Graph
    from plangraph.store.embedded import Memory

    graph = Graph(Memory.of_file(build / layout.NQUADS), layout.read_manifest(build))
    return partial(graph.query, plan=plan or graph.manifest.plan)
