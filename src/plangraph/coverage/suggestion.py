"""Targets suggested for elements from their text, by a method whose reasons can be read.

A text is read in two ways: as the runs of two and three characters within its kanji, katakana and Latin words, and as
the words that have a meaning in :mod:`plangraph.meaning`. A term weighs ``(1 + log tf) * log((1 + N) / (1 + df))``
(tf-idf: Salton and Buckley 1988, https://doi.org/10.1016/0306-4573(88)90021-0), where the documents are the names of
all measures and projects and the profiles of the targets: a target's label, and the rationales and names of the
elements that already contribute to it. The score of a target is the cosine of the two texts as vectors of runs and, by
the share :data:`BY_MEANING`, that of the weighed sums of their words' vectors. What an element and its parts contribute
to never enters the profiles that it is compared with.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt
from typing import TYPE_CHECKING

from plangraph.meaning import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from plangraph.asking import Ask

    Read = Callable[[str], Counter[str]]

WORD = re.compile(r"[\u3400-\u9fff々]+|[\u30a0-\u30ff]+|[A-Za-z0-9]+")
GRAMS = (2, 3)
TERMS_SHOWN = 8
BY_MEANING = 0.4
"""The share of meaning in a score; chosen by nested validation (``benchmarks/suggest.py``)."""

Weights = dict[str, float]
Part = tuple[str, float]


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
        How alike they are, from 0 to 1.
    terms : list of (str, float)
        The terms that count with what each adds to the score, the weightiest first: runs of characters that both have,
        and words of the element that are near the target in meaning.
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

    @cached_property
    def runs(self) -> Texts:
        """Its texts as runs of characters."""
        return Texts(self, terms_of)

    @cached_property
    def words(self) -> Texts:
        """Its texts as words that have a meaning."""
        return Texts(self, lambda text: Counter(meanings().words(text)))


class Texts:
    """The texts of a corpus, read in one way.

    Parameters
    ----------
    corpus : Corpus
        The texts.
    read : callable
        Counts the terms of a text.
    """

    def __init__(self, corpus: Corpus, read: Read) -> None:
        self.read = read
        self.names = {element.iri: read(element.label) for element in corpus.elements}
        self._labels = {target.iri: read(target.label) for target in corpus.targets}
        nothing = Counter[str]()
        self._of_links = [
            (link.element, link.target, read(link.rationale) + self.names.get(link.element, nothing))
            for link in corpus.known
            if link.target in self._labels
        ]

    def profiles(self, left_out: frozenset[str]) -> dict[str, Counter[str]]:
        """Return the profile of each target (IRI), without the links of some elements (IRIs)."""
        found = {target: Counter(terms) for target, terms in self._labels.items()}
        for element, target, terms in self._of_links:
            if element not in left_out:
                found[target].update(terms)
        return found


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
    left_out = element.parts | {element.iri}
    by_runs = _by_runs(corpus.runs, element, left_out)
    by_meaning = _by_meaning(corpus.words, element, left_out)
    found = [_joined(element, target, by_runs[target.iri], by_meaning.get(target.iri, ())) for target in corpus.targets]
    ranked = sorted((s for s in found if s.score > 0), key=lambda s: (-s.score, s.target.code))
    return ranked[:most]


def _joined(element: Element, target: Target, runs: Iterable[Part], words: Iterable[Part]) -> Suggestion:
    parts = [(term, (1 - BY_MEANING) * part) for term, part in runs]
    parts += [(word, BY_MEANING * part) for word, part in words]
    counting = sorted(((term, part) for term, part in parts if part > 0), key=lambda part: (-part[1], part[0]))
    return Suggestion(element, target, sum(part for _, part in parts), counting[:TERMS_SHOWN])


def _by_runs(texts: Texts, element: Element, left_out: frozenset[str]) -> dict[str, list[Part]]:
    """Return, for each target (IRI), what each run adds to the cosine."""
    profiles = texts.profiles(left_out)
    rarity = _rarity([*profiles.values(), *texts.names.values()])
    own = _unit(_weights(texts.read(element.text), rarity))
    others = {target: _unit(_weights(profile, rarity)) for target, profile in profiles.items()}
    return {
        target: [(term, own[term] * other[term]) for term in own.keys() & other.keys()]
        for target, other in others.items()
    }


def _by_meaning(texts: Texts, element: Element, left_out: frozenset[str]) -> dict[str, list[Part]]:
    """Return, for each target (IRI), what each word of the element adds to the cosine of the meanings."""
    profiles = texts.profiles(left_out)
    rarity = _rarity([*profiles.values(), *texts.names.values()])
    own = _weights(texts.read(element.text), rarity)
    if not any(own.values()):
        return {}
    vectors = meanings().of(list(own)) * [[weight] for weight in own.values()]
    vectors /= _length(vectors.sum(axis=0))
    found = {}
    for target, profile in profiles.items():
        meant = _meant(_weights(profile, rarity))
        parts = vectors @ (meant / _length(meant))
        found[target] = list(zip(own, map(float, parts), strict=True))
    return found


def _meant(weights: Weights) -> NDArray[np.floating]:
    found: NDArray[np.floating] = (meanings().of(list(weights)) * [[weight] for weight in weights.values()]).sum(axis=0)
    return found


def _length(vector: NDArray[np.floating]) -> float:
    return float((vector @ vector) ** 0.5) or 1.0


def _rarity(documents: list[Counter[str]]) -> dict[str, float]:
    frequency = Counter(term for document in documents for term in document)
    return {term: log((1 + len(documents)) / (1 + count)) for term, count in frequency.items()}


def _weights(terms: Counter[str], rarity: Mapping[str, float]) -> Weights:
    return {term: (1 + log(count)) * rarity[term] for term, count in terms.items() if term in rarity}


def _unit(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}
