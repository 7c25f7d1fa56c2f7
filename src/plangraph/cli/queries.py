"""``plangraph queries``: what can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.asked_by_name import respelt
from plangraph.cli.locale import japanese
from plangraph.cli.options import answer_format_option, language_option, out_option, store_option
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.cli.table import hanging, terminal_width, wrapped
from plangraph.errors import StoreError, UnknownQuestion
from plangraph.opening import library, open_graph
from plangraph.queries import by_words
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plangraph import queries
    from plangraph.queries.by_words import FoundQuestions

TITLE = Words("問い", "Questions")
HELP = Words(
    "問いの説明とパラメーター: plangraph query 問い --help",
    "What a question takes and tells: plangraph query QUESTION --help",
)
HEADINGS = {
    "topic": Heading(Words("分野", "Topic"), "label"),
    "name": Heading(Words("問い", "Question"), "code"),
    "summary": Heading(Words("内容", "What it asks"), "text"),
}


@click.command(
    help=japanese("""
問いの一覧を示します。

WORDS を指定すると、そのすべてが名前・説明・パラメーター・列の見出しのどこかにある問いを探します
（日本語でも英語でも）。すべてを含む問いがなければ近いものを示すので、文のままでも探せます。
市の言葉での層の名前（分野、基本目標など）も通じます。問いの分野の名前なら、その分野の問いを示します。

plangraph queries
plangraph queries 予算
plangraph queries ward budget
plangraph queries どの局が予算を余らせているか
""")
)
@click.argument("words", nargs=-1)
@store_option
@language_option
@out_option
@answer_format_option(*ROW_FORMATS)
def command(words: tuple[str, ...], store: Path | str | None, lang: str, out: Path | None, form: str | None) -> None:
    """List the questions, or those that have all WORDS in their names, descriptions, parameters or columns.

    The words may be in either language, or a whole sentence: where no question has all of them, the nearest are
    listed. They may have the city's own words for its tiers. The name of a topic lists its questions.

    \b
    plangraph queries
    plangraph queries budget
    plangraph queries ward plan
    plangraph queries which plans end next year
    """
    found, whole, named = _found(store, " ".join(words))
    if said := named or (None if whole else _nearest(words)):
        click.echo("\n".join(wrapped(said.of(lang), terminal_width())), err=True)
    rows = Rows(list(HEADINGS), [_row(question, lang) for question in found], headings=HEADINGS)
    write_answer(rows, form, out, read=lambda rows: _reading(rows, words, lang))
    if form in {None, "table"} and out is None:
        click.echo("\n".join(hanging(HELP.of(lang), terminal_width())))


def _found(store: Path | str | None, text: str) -> FoundQuestions:
    """Return the questions of a store that words find; where no build can be asked, those that plangraph brings.

    Raises
    ------
    StoreError
        If a store was named and cannot be opened.
    UnknownQuestion
        If there is none.
    """
    try:
        graph = open_graph(store) if text or store is not None else None
    except StoreError:
        if store is not None:
            raise
        graph = None
    every = graph.questions() if graph else library().listed()
    found = graph.find_questions(text) if graph else by_words.find(every, text.split())
    if not graph and not found.questions:
        found = respelt(every, text) or found
    if not found.questions:
        raise _nothing(every, text)
    return found


def _reading(rows: Rows, words: tuple[str, ...], lang: str) -> Reading:
    asked = " ".join(words)
    about = [
        (Words("探した語", "Looked for"), asked or Words("なし（すべての問い）", "nothing: all questions").of(lang)),
        (
            Words("答えを得るには", "To have an answer"),
            Words("plangraph query 問い", "plangraph query QUESTION").of(lang),
        ),
    ]
    return Reading(rows, lang, title=TITLE.of(lang), about=[(name.of(lang), text) for name, text in about])


def _nearest(words: tuple[str, ...]) -> Words:
    asked = " ".join(words)
    return Words(
        f"すべての語に合う問いはありません。近いものを示します。計画の中を探すには: plangraph search '{asked}'",
        f"No question has all the words; these come nearest. To look in the plan: plangraph search '{asked}'",
    )


def _row(question: queries.Question, lang: str) -> tuple[Literal, ...]:
    return tuple(Literal(cell) for cell in (by_words.topic(question).of(lang), question.name, question.summary(lang)))


def _nothing(every: Sequence[queries.Question], asked: str) -> UnknownQuestion:
    names = [name for question in every for name in (question.name, question.topic, *by_words.topic(question))]
    meant = did_you_mean(asked, names)
    return UnknownQuestion(
        Words(f"「{asked}」についての問いはありません{meant.ja}", f"no question is about '{asked}'{meant.en}").then(
            Words(
                f"\n計画の中を探すには: plangraph search '{asked}'",
                f"\nto look for it in the plan: plangraph search '{asked}'",
            )
        )
    )
