"""Targets suggested for elements from their text, by a method whose reasons can be read.

Each text becomes a vector of terms: the runs of two and three characters within its kanji, katakana and Latin words,
so that no dictionary is needed. A term weighs ``(1 + log tf) * log((1 + N) / (1 + df))`` (tf-idf: Salton and Buckley
1988, https://doi.org/10.1016/0306-4573(88)90021-0), where the documents are the names of all measures and projects and
the profiles of the targets: a target's label, and the rationales and names of the elements that already contribute to
it. The score of a target is the cosine of the two vectors. What an element and its parts contribute to never enters the
profiles that it is compared with.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plangraph.asking import Ask

WORD = re.compile(r"[\u3400-\u9fff々]+|[\u30a0-\u30ff]+|[A-Za-z0-9]+")
GRAMS = (2, 3)
TERMS_SHOWN = 8

Weights = dict[str, float]


@dataclass(frozen=True)
class Element:
    """An element with its text: its own name, and those of its parts, what is below it and themes it carries out."""

    iri: str
    code: str
    label: str
    kind: str
    text: str
    parts: frozenset[str]


@dataclass(frozen=True)
class Known:
    """A contribution that is known: from whom (IRI), to which target (IRI), and why."""

    element: str
    target: str
    rationale: str


@dataclass(frozen=True)
class Target:
    """A target with its label."""

    iri: str
    code: str
    label: str
    goal: str


@dataclass(frozen=True)
class Suggestion:
    """A target proposed for an element.

    Attributes
    ----------
    element : Element
    target : Target
    score : float
        The cosine of their vectors, from 0 to 1.
    terms : list of (str, float)
        The terms that they share with what each adds to the score, the weightiest first.
    """

    element: Element
    target: Target
    score: float
    terms: list[tuple[str, float]]


@dataclass(frozen=True)
class Corpus:
    """What suggestions are made from."""

    elements: list[Element]
    known: list[Known]
    targets: list[Target]


def terms_of(text: str) -> Counter[str]:
    """Count the terms of a text.

    Examples
    --------
    >>> sorted(terms_of("防災の備え"))
    ['防災']
    """
    return Counter(
        word[start : start + size]
        for word in WORD.findall(text)
        for size in GRAMS
        for start in range(len(word) - size + 1)
    )


def read_corpus(ask: Ask) -> Corpus:
    """Ask for the Japanese texts, the standing contributions and the targets of a plan."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in ask("suggestion-texts", lang="ja").to_dicts():
        rows[row["element"]].append(row)
    elements = [
        Element(
            iri,
            named[0]["code"],
            named[0]["label"],
            named[0]["kind"],
            " ".join(row["text"] for row in named),
            frozenset(row["part"] for row in named),
        )
        for iri, named in rows.items()
    ]
    known = [
        Known(row["element"], row["target"], row["rationale"] or "")
        for row in ask("contributions", lang="ja").to_dicts()
        if not row["superseded_by"] and not row["basis"].endswith("Suggested")
    ]
    targets = [
        Target(row["target"], row["code"], row["label"], row["goal_code"])
        for row in ask("coverage-targets", lang="ja").to_dicts()
    ]
    return Corpus(elements, known, targets)


def suggest(corpus: Corpus, element: Element, most: int = 3) -> list[Suggestion]:
    """Propose targets for an element; what it and its parts contribute to is left out of the profiles.

    Parameters
    ----------
    corpus : Corpus
        The texts.
    element : Element
        The element.
    most : int
        The greatest number of proposals.

    Returns
    -------
    list of Suggestion
        The targets of the highest scores above 0, the highest first.
    """
    profiles = _profiles(corpus, element.parts | {element.iri})
    documents = [*profiles.values(), *(terms_of(other.label) for other in corpus.elements)]
    frequency = Counter(term for document in documents for term in document)
    rarity = {term: log((1 + len(documents)) / (1 + count)) for term, count in frequency.items()}
    own = _weights(terms_of(element.text), rarity)
    found = [_compare(element, target, own, _weights(profiles[target.iri], rarity)) for target in corpus.targets]
    ranked = sorted((s for s in found if s.score > 0), key=lambda s: (-s.score, s.target.code))
    return ranked[:most]


def _profiles(corpus: Corpus, left_out: frozenset[str]) -> Mapping[str, Counter[str]]:
    text = {element.iri: element.label for element in corpus.elements}
    profiles: dict[str, Counter[str]] = defaultdict(Counter)
    for target in corpus.targets:
        profiles[target.iri] += terms_of(target.label)
    for link in corpus.known:
        if link.element not in left_out and link.target in profiles:
            profiles[link.target] += terms_of(link.rationale) + terms_of(text.get(link.element, ""))
    return profiles


def _weights(terms: Counter[str], rarity: Mapping[str, float]) -> Weights:
    raw = {term: (1 + log(count)) * rarity[term] for term, count in terms.items() if term in rarity}
    length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}


def _compare(element: Element, target: Target, own: Weights, other: Weights) -> Suggestion:
    shared = sorted(
        ((term, own[term] * other[term]) for term in own.keys() & other.keys()), key=lambda t: (-t[1], t[0])
    )
    return Suggestion(element, target, sum(weight for _, weight in shared), shared[:TERMS_SHOWN])
