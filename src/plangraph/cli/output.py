"""Answers on the terminal, and as CSV and JSON for everything else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import click

from plangraph.errors import QuestionError
from plangraph.store.answers import GRAPH_FORMATS, Graph, Rows, Truth, shown
from plangraph.store.terms import to_python

if TYPE_CHECKING:
    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term

ROW_FORMATS = ("table", "csv", "json")
FORMATS = (*ROW_FORMATS, *GRAPH_FORMATS)


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
        case Truth() if form in ROW_FORMATS:
            click.echo(answer.to_json() if form == "json" else str(answer.value).lower())
        case Graph() if form in {"table", *GRAPH_FORMATS}:
            click.echo(answer.serialize("turtle" if form == "table" else form), nl=False)
        case _:
            raise QuestionError(f"this answer cannot be written as {form}")


def _table(rows: Rows) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, name in enumerate(rows.variables):
        numeric = all(isinstance(to_python(row[index]), int | Decimal | float | None) for row in rows.rows)
        table.add_column(Text(name), justify="right" if numeric and rows.rows else "left", overflow="fold")
    for row in rows.rows:
        table.add_row(*(Text(_cell(term)) for term in row))
    console = Console(soft_wrap=False)
    if not console.is_terminal:
        console.width = 1000
    console.print(table)
    console.print(Text(f"{len(rows)} rows", style="dim"))


def _cell(term: Term | None) -> str:
    value = to_python(term)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:  # noqa: PLR2004 - years stay
        return f"{value:,}"
    text = shown(term)
    return text.removeprefix("https://w3id.org/plangraph/id/")
