"""``plangraph explain``: why a statement holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import language_option, open_store, out_option, store_option

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("text", "json", "svg", "html")


@click.command(
    help=japanese("""
ある関係がなぜ成り立つかを説明します。

SUBJECT PREDICATE OBJECT が計画の事実からオントロジーの公理によって導かれる、
最も短い道筋を示します。それぞれコード・名称・IRI・接頭辞つきの名前で指定します。

plangraph explain 10105020 inheritsGoal sdg:13
plangraph explain V coversGoal sdg:5 --lang en
plangraph explain 10101010 a PlanElement --format json
""")
)
@click.argument("subject")
@click.argument("predicate")
@click.argument("object_", metavar="OBJECT")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=said("文章の木、データ、または小さな図", "A tree in words, data, or a small graph."),
)
@out_option
@language_option
@store_option
def command(
    subject: str, predicate: str, object_: str, form: str, out: Path | None, lang: str, store: Path | None
) -> None:
    """Explain why SUBJECT PREDICATE OBJECT holds: the shortest way from the plan's facts, by the ontology's axioms.

    Each is a code, a label, an IRI or a prefixed name.

    \b
    plangraph explain 10105020 inheritsGoal sdg:13
    plangraph explain V coversGoal sdg:5 --lang en
    plangraph explain 10101010 a PlanElement --format json
    """
    from plangraph.network import draw
    from plangraph.reasoning import drawn, tree
    from plangraph.words import Words

    explanation = open_store(store).explain(subject, predicate, object_)
    if form == "text":
        content = tree(explanation, lang)
    elif form == "json":
        content = json.dumps(explanation, ensure_ascii=False, indent=1)
    else:
        title = Words(**explanation["statement"]["text"])
        content = draw(drawn(explanation), form, lang=lang, layout="layered", title=title).decode()
    if out:
        out.write_text(content + "\n", "utf-8")
    else:
        click.echo(content)
