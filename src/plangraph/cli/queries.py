"""``plangraph queries``: what can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plangraph.cli.locale import japanese, said
from plangraph.cli.options import answer_format_option, language_option, out_option
from plangraph.cli.output import ROW_FORMATS, write_answer
from plangraph.errors import UnknownQuestion
from plangraph.opening import library
from plangraph.queries import wording
from plangraph.store.answers import Rows
from plangraph.store.columns import Heading
from plangraph.store.folding import folded
from plangraph.store.readable import Reading
from plangraph.store.terms import Literal
from plangraph.words import Words, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plangraph import queries

NEAREST = "No question has all the words; these have the most of them."
TITLE = Words("問い", "Questions")
HEADINGS = {
    "topic": Heading(Words("分野", "Topic"), "label"),
    "name": Heading(Words("問い", "Question"), "code"),
    "summary": Heading(Words("内容", "What it asks"), "text"),
}


@click.command(
    help=japanese("""
問いの一覧を示します。

WORDS を指定すると、そのすべてが名前・説明・パラメーター・列の見出しのどこかにある問いを探します
（日本語でも英語でも）。分野の名前なら、その分野の問いを示します。

plangraph queries
plangraph queries 予算
plangraph queries ward budget
""")
)
@click.argument("words", nargs=-1)
@language_option
@out_option
@answer_format_option(*ROW_FORMATS)
def command(words: tuple[str, ...], lang: str, out: Path | None, form: str | None) -> None:
    """List the questions, or those that have all WORDS in their names, descriptions, parameters or columns.

    The words may be in either language; the name of a topic lists its questions.

    \b
    plangraph queries
    plangraph queries budget
    plangraph queries ward plan
    """
    every = library().listed()
    found = _of_topic(every, words) or _having(every, words)
    if not found:
        raise _nothing(every, words)
    rows = Rows(list(HEADINGS), [_row(question, lang) for question in found], headings=HEADINGS)
    write_answer(rows, form, out, read=lambda rows: Reading(rows, lang, title=TITLE.of(lang)))
    if form in {None, "table"} and out is None:
        click.echo(
            said(
                "問いの説明とパラメーター: plangraph query 問い --help",
                "What a question takes and tells: plangraph query QUESTION --help",
            )
        )


def _of_topic(every: Sequence[queries.Question], words: tuple[str, ...]) -> list[queries.Question]:
    wanted = folded(" ".join(words))
    return [question for question in every if wanted in map(folded, (question.topic, *_topic(question)))]


def _topic(question: queries.Question) -> Words:
    return question.wording.topics.get(question.topic, Words(question.topic, question.topic))


def _having(every: Sequence[queries.Question], words: tuple[str, ...]) -> list[queries.Question]:
    """Return the questions that have all words, or else the most of them; first those with them in their titles."""
    hits = [[_hit(question, word) for word in words] for question in every]
    counts = [sum(map(bool, each)) for each in hits]
    most = max(counts, default=0)
    if 0 < most < len(words):
        click.echo(said("すべての語に合う問いはありません。近いものを示します。", NEAREST), err=True)
    found = [at for at, count in enumerate(counts) if count == most and (most or not words)]
    return [every[at] for at in sorted(found, key=lambda at: -sum(hits[at]))]


def _hit(question: queries.Question, word: str) -> int:
    """Tell where a question has a word: in its title 4, elsewhere 2, and one less if another of the same meaning."""
    texts = {4: folded("\n".join(_titles(question))), 2: folded("\n".join(_texts(question)))}
    same = list(map(folded, _meaning(word)))
    return max((place - (each != same[0]) for place, text in texts.items() for each in same if each in text), default=0)


def _meaning(word: str) -> Sequence[str]:
    """Return a word and those that mean the same."""
    same = [group for group in wording().synonyms if folded(word) in map(folded, group)]
    return [word, *(each for group in same for each in group)]


def _titles(question: queries.Question) -> list[str]:
    return [question.name, question.summary("ja"), question.summary("en")]


def _texts(question: queries.Question) -> list[str]:
    return [
        *_titles(question),
        *_topic(question),
        *(question.description(lang) for lang in Words._fields),
        *(text for parameter in question.parameters for text in (parameter.name, *parameter.words)),
        *(text for column in question.columns for text in column.heading.words),
    ]


def _row(question: queries.Question, lang: str) -> tuple[Literal, ...]:
    return tuple(Literal(cell) for cell in (_topic(question).of(lang), question.name, question.summary(lang)))


def _nothing(every: Sequence[queries.Question], words: tuple[str, ...]) -> UnknownQuestion:
    asked = " ".join(words)
    names = [name for question in every for name in (question.name, question.topic, *_topic(question))]
    meant = did_you_mean(asked, names)
    return UnknownQuestion(
        Words(f"「{asked}」についての問いはありません{meant.ja}", f"no question is about '{asked}'{meant.en}").then(
            Words(
                f"\n計画の中をさがすには: plangraph query search --text '{asked}'",
                f"\nto look for it in the plan: plangraph query search --text '{asked}'",
            )
        )
    )
