"""``plangraph explain``: why a statement holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import OneOf, language_option, open_store, out_option, plan_option, store_option
from plangraph.cli.output import put

if TYPE_CHECKING:
    from pathlib import Path


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
    type=OneOf("plangraph.reasoning.formats_of_explanations:FORMATS"),
    default="text",
    show_default=True,
    help=said("文による木構造、データ、または小さな図", "A tree in words, data, or a small graph."),
)
@plan_option
@out_option
@language_option
@store_option
def command(
    subject: str,
    predicate: str,
    object_: str,
    form: str,
    plan: str | None,
    out: Path | None,
    lang: str,
    store: Path | None,
) -> None:
    """Explain why SUBJECT PREDICATE OBJECT holds: the shortest way from the plan's facts, by the ontology's axioms.

    Each is a code, a label, an IRI or a prefixed name.

    \b
    plangraph explain 10105020 inheritsGoal sdg:13
    plangraph explain V coversGoal sdg:5 --lang en
    plangraph explain 10101010 a PlanElement --format json
    """
    from plangraph.reasoning.formats_of_explanations import FORMATS

    content = FORMATS[form](open_store(store).explain(subject, predicate, object_, plan=plan), lang)
    put(f"{content}\n", out)
