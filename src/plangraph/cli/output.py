"""Answers on standard output or in a file, in the format that is asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import language, said
from plangraph.cli.table import terminal_width, wrapped, write_table
from plangraph.cli.written_files import tell_written
from plangraph.errors import ParameterError, QuestionError
from plangraph.store.answers import Boolean, Rows, Triples
from plangraph.store.documents import to_csv
from plangraph.store.formats import RDF, ROWS, TABLES, ResultsFormat
from plangraph.store.readable import Reading
from plangraph.words import Count, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plangraph.store.answers import Answer

RESULT_FORMATS = {name: form for name, form in ROWS.items() if isinstance(form, ResultsFormat)}
ROW_FORMATS = ("table", *TABLES, *RESULT_FORMATS)
FORMATS = (*ROW_FORMATS, *RDF)
BINARY = frozenset(name for name, form in TABLES.items() if not form.is_text)
SHOWN_TRIPLES = 100
"""How many triples are shown on a terminal."""
SUFFIXES = {form.suffix: name for forms in (RDF, RESULT_FORMATS, TABLES) for name, form in forms.items()}


def write_answer(
    answer: Answer,
    form: str | None,
    out: Path | None = None,
    *,
    read: Callable[[Rows], Reading] | None = None,
    empty: Callable[[], Words | None] = lambda: None,
    remark: Callable[[Reading], Words | None] = lambda _: None,
) -> None:
    """Write an answer.

    Parameters
    ----------
    answer : Answer
        The answer.
    form : str or None
        One of :data:`FORMATS`; without one, that of the file's name, and a table on the terminal.
    out : Path, optional
        The file; without one, it is standard output.
    read : callable, optional
        Returns rows as people read them.
    empty : callable
        Says why there are no rows.
    remark : callable
        Says what more there is to say of rows, if there is anything.

    Raises
    ------
    ParameterError
        If the name of the file tells no format.
    QuestionError
        If the answer cannot be had in the format.
    """
    form = form or (form_of(out) if out else "table")
    if form == "table":
        text = _shown(answer, read or _plainly, empty, remark)
        put(text.encode() if out else text, out)
    elif out is None and isinstance(answer, Rows) and form == "csv":
        put(to_csv((read or _plainly)(answer)), None)
    else:
        content = _written(answer, form, read or _plainly)
        put(content if out or form in BINARY else content.decode(), out)


def put(content: str | bytes, out: Path | None) -> None:
    """Write content to a file, which is told, or to standard output.

    Raises
    ------
    ParameterError
        If it is not text, and standard output a terminal.
    """
    if out:
        out.write_bytes(content if isinstance(content, bytes) else content.encode())
        tell_written(out)
    elif isinstance(content, bytes):
        if on_terminal():
            raise ParameterError(Words("この形式はファイルに書きます（-o）", "this format goes into a file: -o"))
        sys.stdout.buffer.write(content)
    else:
        click.echo(content, nl=not content.endswith("\n"))


def on_terminal() -> bool:
    """Check whether what is written is read on a terminal."""
    return sys.stdout.isatty()


def form_of(out: Path) -> str:
    """Return the format that the name of a file tells.

    Raises
    ------
    ParameterError
        If it tells none.
    """
    if out.suffix.lower() in SUFFIXES:
        return SUFFIXES[out.suffix.lower()]
    known = ", ".join(SUFFIXES)
    raise ParameterError(
        Words(
            f"「{out.name}」: ファイル名の末尾は次のどれかにしてください: {known}",
            f"'{out.name}': the file's name has to end in one of {known}",
        )
    )


def _plainly(rows: Rows) -> Reading:
    return Reading(rows, language(), ids=True)


def _written(answer: Answer, form: str, read: Callable[[Rows], Reading]) -> bytes:
    match answer:
        case Rows() if form in TABLES:
            return TABLES[form].write(read(answer))
        case Rows() if form in RESULT_FORMATS:
            return RESULT_FORMATS[form].of_rows(answer.variables, answer.rows).encode()
        case Boolean() if form in RESULT_FORMATS:
            return f"{RESULT_FORMATS[form].of_boolean(answer.value)}\n".encode()
        case Boolean() if form in {"csv", "records"}:
            return f"{str(answer.value).lower()}\n".encode()
        case Triples() if form in RDF:
            return RDF[form].write(answer.triples)
    of_rows = [*TABLES, *RESULT_FORMATS] if isinstance(answer, Rows) else [*RESULT_FORMATS, "csv", "records"]
    there = ", ".join(RDF if isinstance(answer, Triples) else of_rows)
    raise QuestionError(
        Words(
            f"この答えは {form} では書けません。書けるもの: {there}",
            f"this answer cannot be written as {form}; there is: {there}",
        )
    )


def _shown(
    answer: Answer,
    read: Callable[[Rows], Reading],
    empty: Callable[[], Words | None],
    remark: Callable[[Reading], Words | None],
) -> str:
    match answer:
        case Rows():
            reading = read(answer)
            why = remark(reading)
            return "\n".join(
                [*_table(reading, empty), *(wrapped(why.of(reading.lang), terminal_width()) if why else [])]
            )
        case Boolean():
            return str(answer.value).lower()
        case Triples():
            return _turtle(answer)


def _turtle(answer: Triples) -> str:
    """Write triples as Turtle: on a terminal the first, and where to have all of them."""
    count = len(answer)
    if count <= SHOWN_TRIPLES or not on_terminal():
        return answer.serialize("turtle")
    rest = said(
        f"# {count:,} トリプルのうち初めの {SHOWN_TRIPLES} です。すべてはファイルに書きます: -o FILE.ttl",
        f"# the first {SHOWN_TRIPLES} of {count:,} triples; a file gets them all: -o FILE.ttl",
    )
    return "\n".join([Triples(answer.triples[:SHOWN_TRIPLES]).serialize("turtle"), *wrapped(rest, terminal_width())])


def _table(reading: Reading, empty: Callable[[], Words | None]) -> list[str]:
    width = terminal_width()
    above = [*wrapped(reading.asked, width), ""] if reading.asked else []
    if not len(reading.rows):
        why = empty() or Words("該当するものはありません", "nothing was found")
        return above + wrapped(why.of(reading.lang), width)
    return [*above, *write_table(reading, width), *wrapped(_foot(reading).of(reading.lang), width)]


def _foot(reading: Reading) -> Words:
    count, blank = Count(len(reading.rows)), reading.blank
    foot = Words(f"{count:,} 行", f"{count:,} {count:row|rows}")
    unknown = Words(f"（値のない列: {'、'.join(blank)}）", f" (nothing is known of: {', '.join(blank)})")
    return foot.then(unknown) if blank else foot
