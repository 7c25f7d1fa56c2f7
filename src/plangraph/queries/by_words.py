"""Questions found by words in either language: in their names, descriptions, parameters and columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plangraph.queries.headings import wording
from plangraph.queries.ranking import Field, Ranking, terms
from plangraph.store.folding import folded
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.queries.question import Question

IN_TITLE, IN_DESCRIPTION, ELSEWHERE = 3.0, 1.0, 0.5
"""What a term of a question weighs by where it stands."""
OF_LIKE_MEANING = 0.6
"""What a term weighs that was not typed, but means the same as one that was."""
NEAREST = 8
"""How many questions are told of those that do not have all words."""


class Found(NamedTuple):
    """Questions that words find.

    Attributes
    ----------
    questions : list of Question
        The questions, those that fit best first.
    whole : bool
        Whether they have all the words; otherwise they are the nearest.
    """

    questions: list[Question]
    whole: bool


def find(every: Sequence[Question], words: Sequence[str]) -> Found:
    """Return the questions of a topic, or those that have all words, or else those that come nearest.

    Parameters
    ----------
    every : sequence of Question
        The questions that are offered.
    words : sequence of str
        Words in either language, or a whole sentence; together, perhaps, the name of a topic. Without any, all
        questions are found.
    """
    words = " ".join(words).split()
    if not words:
        return Found(list(every), whole=True)
    if of_topic := _of_topic(every, words):
        return Found(of_topic, whole=True)
    ranked = _ranked(every, " ".join(words))
    telling = [word for word in words if not _common().issuperset(terms(word))] or words
    having = [question for question in ranked if all(_has(question, word) for word in telling)]
    if having:
        return Found(sorted(having, key=lambda question: -_in_title(question, telling)), whole=True)
    return Found(ranked[:NEAREST], whole=False)


def topic(question: Question) -> Words:
    """Return what the topic of a question is called."""
    return question.wording.topics.get(question.topic, Words(question.topic, question.topic))


def _of_topic(every: Sequence[Question], words: Sequence[str]) -> list[Question]:
    wanted = folded(" ".join(words))
    return [question for question in every if wanted in map(folded, (question.topic, *topic(question)))]


def _ranked(every: Sequence[Question], text: str) -> list[Question]:
    """Return the questions that have anything of a text, or of what means the same, the nearest first."""
    typed = [term for term in terms(text) if term not in _common()]
    alike = terms("\n".join(word for group in _synonyms(text) for word in group))
    ranking = Ranking([_fields(question) for question in every])
    scores = ranking.scores(dict.fromkeys(alike, OF_LIKE_MEANING) | dict.fromkeys(typed, 1.0))
    best = sorted(range(len(every)), key=lambda at: -scores[at])
    return [every[at] for at in best if scores[at]]


def _in_title(question: Question, words: Sequence[str]) -> int:
    """Count the words that stand in the title of a question as they were typed."""
    title = folded("\n".join(_titles(question)))
    return sum(folded(word) in title for word in words)


def _common() -> set[str]:
    """Return the terms that stand in any question that a person asks."""
    return set(terms(" ".join(wording().common)))


def _synonyms(text: str) -> list[Sequence[str]]:
    """Return the groups of words of one meaning of which one stands in a text."""
    spelt = folded(text)
    return [group for group in wording().synonyms if any(_stands(folded(word), spelt) for word in group)]


def _stands(word: str, text: str) -> bool:
    """Check whether a word stands in a text: a Latin one whole, in the singular or the plural."""
    return bool(re.search(rf"\b{re.escape(word)}s?\b", text)) if word.isascii() else word in text


def _has(question: Question, word: str) -> bool:
    """Check whether a question has a word or one that means the same."""
    text = "\n".join(text for _, text in _fields(question))
    spelt, stems = folded(text), set(terms(text))
    same = [group for group in wording().synonyms if folded(word) in map(folded, group)]
    return any(
        stems.issuperset(terms(each)) if each.isascii() else folded(each) in spelt
        for each in (word, *(each for group in same for each in group))
    )


def _fields(question: Question) -> list[Field]:
    described = [*topic(question), *(question.description(lang) for lang in Words._fields)]
    parameters = [text for parameter in question.parameters for text in (parameter.name, *parameter.words)]
    columns = [text for column in question.columns for text in column.heading.words]
    return [
        (IN_TITLE, "\n".join(_titles(question))),
        (IN_DESCRIPTION, "\n".join(described)),
        (ELSEWHERE, "\n".join([*parameters, *columns])),
    ]


def _titles(question: Question) -> list[str]:
    return [question.name, *map(question.summary, Words._fields)]
