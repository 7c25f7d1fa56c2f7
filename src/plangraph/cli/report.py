"""``plangraph report``: a brief of one thing, or the skeleton of a Voluntary Local Review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import FileOf, language_option, open_store, plan_option, store_option
from plangraph.cli.written_files import tell_written
from plangraph.errors import ParameterError
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    help=japanese("""
計画・要素・ゴール・地域・部署を一つ、一枚の説明資料にまとめます。

THING は、コード・名称・IRI のどれかです。--vlr は、ゴールごとに、資するもの・金額・
達成度・空白を並べた、自発的自治体レビュー（VLR）の骨子を作ります。

plangraph report 1-1-1 -o brief.docx
plangraph report sdg:13 -o goal-13.pdf
plangraph report --vlr -o vlr.docx
""")
)
@click.argument("thing", required=False)
@click.option(
    "--vlr", is_flag=True, help=said("自発的自治体レビューの骨子", "The skeleton of a Voluntary Local Review.")
)
@click.option(
    "-o",
    "--out",
    type=FileOf("plangraph.briefs:FORMATS"),
    required=True,
    help=said("ファイル。名前の末尾が形式を表す", "The file, whose name tells the format."),
)
@plan_option
@language_option
@store_option
def command(thing: str | None, vlr: bool, out: Path, plan: str | None, lang: str, store: Path | str | None) -> None:
    """Write a brief of a plan, element, goal, ward or office: facts, money, grades, SDGs with reasons, sources.

    THING is a code, a label or an IRI. With --vlr it is the skeleton of a Voluntary Local Review: for each goal what
    serves it, with what money, how it stands, and the holes.

    \b
    plangraph report 1-1-1 -o brief.docx
    plangraph report sdg:13 -o goal-13.pdf
    plangraph report --vlr -o vlr.docx
    """
    from plangraph.briefs import brief_of, voluntary_review, write

    if vlr == bool(thing):
        raise ParameterError(Words("THING か --vlr のどちらかを指定してください", "give either THING or --vlr"))
    graph = open_store(store)
    brief = brief_of(graph, thing, plan=plan, lang=lang) if thing else voluntary_review(graph, plan=plan, lang=lang)
    out.write_bytes(write(brief, out.suffix.lower().removeprefix(".")))
    tell_written(out)
