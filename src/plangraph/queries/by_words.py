"""Questions found by words in either language: in what they are called, describe and are asked by."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from plangraph.near_spelling import is_one_slip_from, near_spelling
from plangraph.queries.headings import wording
from plangraph.queries.ranking import BY_LENGTH, Field, Ranking, stemmed, terms
from plangraph.store.folding import folded
from plangraph.words import LANGUAGES, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.queries.question import Question

IN_TITLE, IN_ASKED, IN_DESCRIPTION, ELSEWHERE = 6.0, 2.0, 1.0, 1.0
"""What a term of a question weighs by where it stands."""
MEANING, BESIDE, KANA, ONE_LETTER = 2.0, 0.4, 0.3, 0.1
"""What weighs, of what was typed, where a whole Latin word or two Japanese letters weigh 1: a meaning, a term whose
meaning counts already, kana, which are mostly grammar, and a letter by itself."""
TEXT = "text"
"""The name of the parameter by which questions look for a text."""
WORD = re.compile("[a-z]{2,}|[㐀-鿿々]{2}")
"""A term that is surely of a word, not of what stands between two."""
KANA_ONLY = re.compile("[ぁ-ゟー]+")
LATIN = re.compile("[a-z]{4,}")
"""A Latin word that is long enough to be known with a slip in it."""
FEW_WORDS = 2
"""Up to how many words are sought as they are; more are a sentence, whose words no question need have."""
NEAREST = 8
"""How many questions are told of those that do not have all words."""
LISTS = 8
"""Of how many lists of questions it is kept how they are ranked."""
TEXTS = 2_000
"""Of how many texts of questions it is kept what they are found by."""


class FoundQuestions(NamedTuple):
    """Questions that words find.

    Attributes
    ----------
    questions : list of Question
        The questions, those that fit best first.
    whole : bool
        Whether they have all the words or are about what the words name; otherwise they are the nearest.
    named : Words or None
        What a word names, and what to type to ask the first question about it, or which words were looked for instead;
        None if the questions have the words.
    """

    questions: list[Question]
    whole: bool
    named: Words | None = None


def find(every: Sequence[Question], words: Sequence[str]) -> FoundQuestions:
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
        return FoundQuestions(list(every), whole=True)
    if of_topic := _of_topic(every, words):
        return FoundQuestions(of_topic, whole=True)
    ranked = _ranked(every, " ".join(words))
    telling = [word for word in words if not _common().issuperset(terms(word))] or words
    meant = [_alike(word) for word in telling]
    having = [question for question in ranked if all(_has(question, words) for words in meant)]
    if having and len(telling) <= FEW_WORDS:
        having.sort(key=lambda question: (not _says(question, " ".join(words)), -_in_title(question, meant)))
        return FoundQuestions(having, whole=True)
    return FoundQuestions(ranked[:NEAREST], whole=bool(having))


def respelt(every: Sequence[Question], text: str) -> str:
    """Return a text with each word that no question has, and that is a slip away from one, spelt as that; or nothing.

    Parameters
    ----------
    every : sequence of Question
        The questions that are offered.
    text : str
        The words, each perhaps with one letter wrong.
    """
    said = "\n".join(part for question in every for _, part in _fields(question))
    spelt, latin = folded(said), Counter(LATIN.findall(folded(said)))
    words = text.split()
    meant = [word if folded(word) in spelt else _meant(word, said, latin) or word for word in words]
    return " ".join(meant) if meant != words else ""


def _meant(word: str, said: str, latin: Counter[str]) -> str:
    """Return what is a slip away from a word: a whole word if it is Latin."""
    if not word.isascii():
        return near_spelling(word, said.splitlines())
    wanted = folded(word)
    if not LATIN.fullmatch(wanted):
        return ""
    return next((each for each, _ in latin.most_common() if is_one_slip_from(wanted, each)), "")


def topic(question: Question) -> Words:
    """Return what the topic of a question is called."""
    return question.wording.topics.get(question.topic, Words(question.topic, question.topic))


def _of_topic(every: Sequence[Question], words: Sequence[str]) -> list[Question]:
    wanted = folded(" ".join(words))
    found = [question for question in every if wanted in _named(question)]
    return sorted(found, key=lambda question: question.name not in _named(question))


def _named(question: Question) -> list[str]:
    """Return what the topic of a question is called, in the spelling that is compared."""
    return [folded(name) for name in (question.topic, *topic(question))]


def _ranked(every: Sequence[Question], text: str) -> list[Question]:
    """Return the questions that have anything of a text, or of what means the same, the nearest first.

    A word that no question has may stand in the plan: those that look for a text there are near then.
    """
    ranking, wanted = _ranking(tuple(map(_fields, every))), _wanted(text)
    known = any(map(ranking.has, wanted))
    if known and any(WORD.fullmatch(term) and not ranking.has(term) for term in terms(_beyond(text))):
        wanted[TEXT] = MEANING
    scores = [sum(both) for both in zip(ranking.scores(wanted), _as_asked(every, wanted), strict=True)]
    best = sorted(range(len(every)), key=lambda at: (not _says(every[at], text), -scores[at]))
    return [every[at] for at in best if scores[at]]


def _as_asked(every: Sequence[Question], wanted: Mapping[str, float]) -> list[float]:
    """Return how near the nearest of the sentences by which each question is asked comes to what is wanted."""
    sentences = tuple(((1.0, sentence),) for question in every for sentence in _sentences(question))
    near = iter(_ranking(sentences, by_length=1.0).scores(wanted))
    return [max(islice(near, len(_sentences(question)))) for question in every]


def _says(question: Question, text: str) -> bool:
    """Check whether a text is, word for word, one of the sentences by which a question is asked."""
    return folded(text) in _compared(tuple(_sentences(question)))


@lru_cache(maxsize=TEXTS)
def _compared(sentences: tuple[str, ...]) -> frozenset[str]:
    """Return the sentences of a question in the spelling that is compared."""
    return frozenset(map(folded, sentences))


def _sentences(question: Question) -> list[str]:
    return [*map(question.summary, LANGUAGES), *question.asked]


@lru_cache(maxsize=LISTS)
def _ranking(texts: tuple[tuple[Field, ...], ...], by_length: float = BY_LENGTH) -> Ranking:
    """Return texts as they are ranked: made once for what is searched again and again."""
    return Ranking(texts, _analysed, by_length)


@lru_cache(maxsize=TEXTS)
def _analysed(text: str) -> tuple[str, ...]:
    """Return the terms of a question's text, and the marks of the meanings that it has, as often as it has them."""
    spelt = stemmed(text)
    return (*terms(text), *(mark for mark, found in _meant_in(spelt) for _ in found))


def _wanted(text: str) -> dict[str, float]:
    """Return the terms and marks of a text that someone typed, with what each weighs."""
    spelt = stemmed(text)
    found = dict(_meant_in(spelt))
    alike = terms("\n".join(word for words in found.values() for word in words))
    weights = {term: _weight(term) for term in terms(text) if term not in _common()}
    beside = {term: min(BESIDE, weights[term]) for term in alike if term in weights}
    return weights | beside | dict.fromkeys(found, MEANING)


def _beyond(text: str) -> str:
    """Return what is left of a text without the words that have a meaning here, and those that tell nothing."""
    rest = stemmed(text)
    for words in (*(pattern for _, pattern in _meanings()), re.compile("|".join(map(_pattern, wording().common)))):
        rest = words.sub(" ", rest)
    return rest


def _weight(term: str) -> float:
    return ONE_LETTER if len(term) == 1 else KANA if KANA_ONLY.fullmatch(term) else 1.0


def _in_title(question: Question, meant: Sequence[Sequence[str]]) -> int:
    """Count the words, each with those that mean the same, that stand in the title of a question."""
    return sum(_holds("\n".join(_titles(question)), words) for words in meant)


@cache
def _common() -> set[str]:
    """Return the terms that stand in any question that a person asks."""
    return set(terms(" ".join(wording().common)))


def _meant_in(spelt: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the mark of each meaning that a text without endings has, and the words by which it has it."""
    for number, (spellings, pattern) in enumerate(_meanings()):
        if any(map(spelt.__contains__, spellings)) and (found := pattern.findall(spelt)):
            yield f"={number}", found


@cache
def _meanings() -> Sequence[tuple[Sequence[str], re.Pattern[str]]]:
    """Return what each group of words of one meaning is found by: words without endings, quickly sought, and whole."""
    return [([*map(stemmed, group)], re.compile("|".join(map(_pattern, group)))) for group in wording().synonyms]


def _pattern(word: str) -> str:
    """Write a word as it stands in a text without endings: a Latin one whole."""
    spelt = re.escape(stemmed(word))
    return rf"\b{spelt}\b" if word.isascii() else spelt


def _alike(word: str) -> list[str]:
    """Return a word, and those that mean the same."""
    spelt = stemmed(word)
    groups = zip(wording().synonyms, _meanings(), strict=True)
    return [word, *(each for group, (spellings, _) in groups if spelt in spellings for each in group)]


def _has(question: Question, words: Sequence[str]) -> bool:
    """Check whether a question has any of some words."""
    return _holds("\n".join(text for _, text in _fields(question)), words)


def _holds(text: str, words: Sequence[str]) -> bool:
    """Check whether a text has any of some words."""
    spelt, stems = _spelt(text)
    return any(stems.issuperset(terms(each)) if each.isascii() else folded(each) in spelt for each in words)


@lru_cache(maxsize=TEXTS)
def _spelt(text: str) -> tuple[str, frozenset[str]]:
    """Return a text of a question in the spelling that is compared, and its terms."""
    return folded(text), frozenset(terms(text))


def _fields(question: Question) -> tuple[Field, ...]:
    described = [*topic(question), *(question.description(lang) for lang in LANGUAGES)]
    parameters = [text for parameter in question.parameters for text in (parameter.name, *parameter.words)]
    columns = [text for column in question.columns for text in column.heading.words]
    return (
        (IN_TITLE, "\n".join(_titles(question))),
        (IN_ASKED, "\n".join(question.asked)),
        (IN_DESCRIPTION, "\n".join(described)),
        (ELSEWHERE, "\n".join([*parameters, *columns])),
    )


def _titles(question: Question) -> list[str]:
    return [question.name, *map(question.summary, LANGUAGES)]
