"""Answers on standard output, in the format that is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import language
from plangraph.cli.table import terminal_width, wrapped, write_table
from plangraph.errors import QuestionError
from plangraph.store.answers import Boolean, Rows, Triples
from plangraph.store.formats import RDF
from plangraph.store.readable import Reading
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.graph import Graph
    from plangraph.store.answers import Answer

ROW_FORMATS = ("table", "csv", "json")
FORMATS = (*ROW_FORMATS, *RDF)


def write_answer(
    answer: Answer,
    form: str,
    *,
    graph: Graph | None = None,
    lang: str | None = None,
    asked: Words | None = None,
    empty: Callable[[], Words | None] = lambda: None,
    ids: bool = False,
    exact: bool = False,
) -> None:
    """Write an answer to standard output.

    Parameters
    ----------
    answer : Answer
        The answer.
    form : str
        One of :data:`FORMATS`.
    graph : Graph, optional
        Where the names of things are looked up.
    lang : str, optional
        The reader's language; without one, that of the terminal.
    asked : Words, optional
        What was asked, which stands above a table.
    empty : callable
        Says why there are no rows.
    ids, exact : bool
        Whether to show IRIs beside codes and labels, and money to the yen.

    Raises
    ------
    QuestionError
        If the answer cannot be had in the format.
    """
    match answer:
        case Rows() if form == "table":
            reading = Reading(answer, lang or language(), ids=ids, exact=exact)
            _table(reading, graph, asked, empty)
        case Rows() if form in ROW_FORMATS:
            click.echo(answer.to_csv() if form == "csv" else answer.to_json(), nl=form != "csv")
        case Boolean() if form in ROW_FORMATS:
            click.echo(answer.to_json() if form == "json" else str(answer.value).lower())
        case Triples() if form in {"table", *RDF}:
            click.echo(answer.serialize("turtle" if form == "table" else form), nl=False)
        case _:
            raise QuestionError(Words(f"この答えは {form} では書けません", f"this answer cannot be written as {form}"))


def _table(reading: Reading, graph: Graph | None, asked: Words | None, empty: Callable[[], Words | None]) -> None:
    if graph is not None and not reading.ids:
        reading = replace(reading, names=graph.labels(reading.things(), reading.lang))
    width = terminal_width()
    if asked is not None:
        click.echo("\n".join([*wrapped(asked.of(reading.lang), width), ""]))
    count = len(reading.rows)
    if not count:
        why = empty() or Words("該当するものはありません", "nothing was found")
        click.echo("\n".join(wrapped(why.of(reading.lang), width)))
        return
    click.echo("\n".join([*write_table(reading, width), _foot(reading).of(reading.lang)]))


def _foot(reading: Reading) -> Words:
    count, blank = len(reading.rows), ", ".join(reading.blank)
    foot = Words(f"{count:,} 行", "1 row" if count == 1 else f"{count:,} rows")
    return foot.then(Words(f"（値のない列: {blank}）", f" (nothing is known of: {blank})")) if blank else foot
