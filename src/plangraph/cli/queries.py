"""``plangraph queries``: what can be asked."""

from __future__ import annotations

import click

from plangraph import queries
from plangraph.cli.locale import japanese
from plangraph.cli.options import format_option, language_option
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.store.answers import Rows
from plangraph.store.terms import Literal


@click.command(
    help=japanese("""
問いの一覧を、パラメーターとその既定値とともに示します。

TOPIC を指定すると、その分野の問いだけを示します。
""")
)
@click.argument("topic", required=False)
@language_option
@format_option(*ROW_FORMATS)
def command(topic: str | None, lang: str, form: str) -> None:
    """List the questions, or those of a TOPIC, with their parameters and defaults."""
    rows = []
    for question in queries.listed():
        if topic in {None, question.topic}:
            words = [_parameter(parameter) for parameter in question.parameters]
            cells = (question.topic, question.name, question.summary(lang), " ".join(words))
            rows.append(tuple(Literal(cell) for cell in cells))
    write_answer(Rows(["topic", "name", "summary", "parameters"], rows), form)


def _parameter(parameter: queries.Parameter) -> str:
    if parameter.choices:
        return f"--{parameter.name} {'|'.join(parameter.choices)}"
    if parameter.default is None:
        return f"--{parameter.name} {parameter.type.upper()}"
    return f"--{parameter.name} {parameter.default.removeprefix('https://w3id.org/plangraph/id/')}"
