"""``plangraph query``: answer a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese
from plangraph.cli.options import format_option, open_store, store_option
from plangraph.cli.output import FORMATS, write_answer
from plangraph.errors import ParameterError
from plangraph.words import Words

if TYPE_CHECKING:
    from pathlib import Path

EVEN = 2


@click.command(
    context_settings={"ignore_unknown_options": True},
    help=japanese("""
問い NAME に答えます。パラメーターは --PARAMETER VALUE の形で指定します。

plangraph query policies-by-grade --year 2024 --lang en
plangraph query children --element 1-1
"""),
)
@click.argument("name")
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED)
@store_option
@format_option(*FORMATS)
def command(name: str, parameters: tuple[str, ...], store: Path | None, form: str) -> None:
    """Answer the question NAME; its parameters are given as --PARAMETER VALUE.

    \b
    plangraph query policies-by-grade --year 2024 --lang en
    plangraph query children --element 1-1
    """
    graph = open_store(store)
    write_answer(graph.answer(name, _pairs(parameters)), form)


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    split = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    names, values = split[::2], split[1::2]
    if len(split) % EVEN or not all(name.startswith("--") for name in names):
        raise ParameterError(Words("値は --名前 値 の形で指定してください", "give each parameter as --name value"))
    return {name.removeprefix("--"): value for name, value in zip(names, values, strict=True)}
