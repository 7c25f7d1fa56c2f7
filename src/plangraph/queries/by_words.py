"""Questions found by words in either language: in their names, descriptions, parameters and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plangraph.queries.headings import wording
from plangraph.store.folding import folded
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plangraph.queries.question import Question


class Found(NamedTuple):
    """Questions that words find.

    Attributes
    ----------
    questions : list of Question
        The questions, those with the words in their titles first.
    whole : bool
        Whether they have all the words; otherwise they have the most of them.
    """

    questions: list[Question]
    whole: bool


def find(every: Sequence[Question], words: Sequence[str]) -> Found:
    """Return the questions of a topic, or those that have all words, or else the most of them.

    Parameters
    ----------
    every : sequence of Question
        The questions that are offered.
    words : sequence of str
        Words in either language, each or one of its synonyms to be found; together, perhaps, the name of a topic.
        Without any, all questions are found.
    """
    return Found(of_topic, whole=True) if (of_topic := _of_topic(every, words)) else _having(every, words)


def topic(question: Question) -> Words:
    """Return what the topic of a question is called."""
    return question.wording.topics.get(question.topic, Words(question.topic, question.topic))


def _of_topic(every: Sequence[Question], words: Sequence[str]) -> list[Question]:
    wanted = folded(" ".join(words))
    return [question for question in every if wanted in map(folded, (question.topic, *topic(question)))]


def _having(every: Sequence[Question], words: Sequence[str]) -> Found:
    hits = [[_hit(question, word) for word in words] for question in every]
    counts = [sum(map(bool, each)) for each in hits]
    most = max(counts, default=0)
    found = [at for at, count in enumerate(counts) if count == most and (most or not words)]
    return Found([every[at] for at in sorted(found, key=lambda at: -sum(hits[at]))], whole=most == len(words))


def _hit(question: Question, word: str) -> int:
    """Tell where a question has a word: in its title 4, elsewhere 2, and one less if another of the same meaning."""
    texts = {4: folded("\n".join(_titles(question))), 2: folded("\n".join(_texts(question)))}
    same = list(map(folded, _meaning(word)))
    return max((place - (each != same[0]) for place, text in texts.items() for each in same if each in text), default=0)


def _meaning(word: str) -> Sequence[str]:
    """Return a word and those that mean the same."""
    same = [group for group in wording().synonyms if folded(word) in map(folded, group)]
    return [word, *(each for group in same for each in group)]


def _titles(question: Question) -> list[str]:
    return [question.name, question.summary("ja"), question.summary("en")]


def _texts(question: Question) -> list[str]:
    return [
        *_titles(question),
        *topic(question),
        *(question.description(lang) for lang in Words._fields),
        *(text for parameter in question.parameters for text in (parameter.name, *parameter.words)),
        *(text for column in question.columns for text in column.heading.words),
    ]
