"""Answers on the terminal, and as CSV and JSON for everything else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import said
from plangraph.errors import QuestionError
from plangraph.store.answers import Boolean, Rows, Triples, shown
from plangraph.store.formats import RDF
from plangraph.store.terms import to_python
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term

ROW_FORMATS = ("table", "csv", "json")
FORMATS = (*ROW_FORMATS, *RDF)


def write_answer(answer: Answer, form: str) -> None:
    """Write an answer to standard output.

    Raises
    ------
    QuestionError
        If the answer cannot be had in the format.
    """
    match answer:
        case Rows() if form == "table":
            _table(answer)
        case Rows() if form in ROW_FORMATS:
            click.echo(answer.to_csv() if form == "csv" else answer.to_json(), nl=form != "csv")
        case Boolean() if form in ROW_FORMATS:
            click.echo(answer.to_json() if form == "json" else str(answer.value).lower())
        case Triples() if form in {"table", *RDF}:
            click.echo(answer.serialize("turtle" if form == "table" else form), nl=False)
        case _:
            raise QuestionError(Words(f"この答えは {form} では書けません", f"this answer cannot be written as {form}"))


def _table(rows: Rows) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    columns = [[to_python(row[index]) for row in rows.rows] for index in range(len(rows.variables))]
    for name, values in zip(rows.variables, columns, strict=True):
        numeric = bool(values) and all(isinstance(value, int | Decimal | float | None) for value in values)
        table.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    grouped = [any(_is_large(value) for value in values) for values in columns]
    for row in rows.rows:
        table.add_row(*(Text(_cell(term, group)) for term, group in zip(row, grouped, strict=True)))
    console = Console(soft_wrap=False)
    if not console.is_terminal:
        console.width = 1000
    with console.capture() as drawn:  # and click writes it, who leaves a closed pipe to us, and ASCII to nobody
        console.print(table)
        size = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
        console.print(Text(said(f"{len(rows)} 行", size), style="dim"))
    click.echo(drawn.get(), nl=False)


def _is_large(value: object) -> bool:
    """Tell a number that is read in groups of digits; years are not."""
    return isinstance(value, int) and abs(value) >= 10_000  # noqa: PLR2004 - five digits


def _cell(term: Term | None, grouped: bool) -> str:
    value = to_python(term)
    if grouped and isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return shown(term).removeprefix("https://w3id.org/plangraph/id/")
