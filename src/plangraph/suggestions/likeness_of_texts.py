"""How like texts are, by a method whose reasons can be read.

A text is read in two ways: as the runs of two and three characters within its kanji and katakana words and its whole
words in Latin letters, and as the words that have a meaning in :mod:`plangraph.meaning`. A term weighs
``(1 + log tf) * log((1 + N) / (1 + df))`` (tf-idf: Salton and Buckley 1988,
https://doi.org/10.1016/0306-4573(88)90021-0). The score of two texts is the cosine of their vectors of runs and, by the
share :data:`BY_MEANING`, that of the weighed sums of their words' vectors.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import copy
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from plangraph.meaning import meanings
from plangraph.meaning.latin_words import latin_words
from plangraph.meaning.term_weights import Weights, rarity, weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

WORD = re.compile(r"[\u3400-\u9fff々]+|[\u30a0-\u30ff]+")
GRAMS = (2, 3)  # letters
TERMS_SHOWN = 8  # of a pair
BY_MEANING = 0.4
"""The share of meaning in a score; chosen by nested validation (``benchmarks/suggest.py``)."""

MOST_TEXTS = 10_000
"""How many texts' terms are kept, since names are read again and again."""

Part = tuple[str, float]


class Likeness(NamedTuple):
    """How like a text is to a profile.

    Attributes
    ----------
    score : float
        From 0 to 1.
    terms : list of (str, float)
        The terms that count with what each adds to the score, the weightiest first: runs of characters that both have,
        and words of the text that are near the profile in meaning.
    """

    score: float
    terms: list[Part]


class Terms(NamedTuple):
    """The terms of texts, counted in both ways."""

    runs: Counter[str]
    words: Counter[str]

    @staticmethod
    @lru_cache(MOST_TEXTS)
    def of(text: str) -> Terms:
        """Count the terms of a text."""
        return Terms(runs_of(text), Counter(meanings().words(text)))

    def and_of(self, more: Iterable[Terms]) -> Terms:
        """Add the terms of more texts."""
        runs, words = Counter(self.runs), Counter(self.words)
        for each in more:
            runs.update(each.runs)
            words.update(each.words)
        return Terms(runs, words)


def runs_of(text: str) -> Counter[str]:
    """Count the runs of characters of a text, and its words in Latin letters.

    Examples
    --------
    >>> sorted(runs_of("防災の備え"))
    ['防災']
    >>> sorted(runs_of("Roads of the city"))
    ['city', 'road']
    """
    return Counter(latin_words(text)) + Counter(
        word[start : start + size]
        for word in WORD.findall(text)
        for size in GRAMS
        for start in range(len(word) - size + 1)
    )


class Profiles:
    """The texts with which others are compared.

    Parameters
    ----------
    profiles : mapping of str to Terms
        The terms of each profile, by its name.
    others : iterable of Terms
        Texts that also tell how rare a term is.
    by_meaning : float
        The share of meaning in a score.
    """

    def __init__(self, profiles: Mapping[str, Terms], others: Iterable[Terms], by_meaning: float = BY_MEANING) -> None:
        others, self._by_meaning = list(others), by_meaning
        self._runs = _Runs({name: each.runs for name, each in profiles.items()}, [each.runs for each in others])
        self._words = _Words({name: each.words for name, each in profiles.items()}, [each.words for each in others])

    def having(self, changed: Mapping[str, Terms]) -> Profiles:
        """Return these profiles with some of them changed; how rare a term is, is told by those that stood before."""
        other = copy(self)
        other._runs = self._runs.having({name: each.runs for name, each in changed.items()})
        other._words = self._words.having({name: each.words for name, each in changed.items()})
        return other

    def compared(self, text: Terms) -> dict[str, Likeness]:
        """Return how like a text is to each profile, where it is at all."""
        by_runs, by_meaning = self._runs.parts(text.runs), self._words.parts(text.words)
        found = {}
        for name in by_runs.keys() | by_meaning.keys():
            parts = [(term, (1 - self._by_meaning) * part) for term, part in by_runs.get(name, ())]
            parts += [(word, self._by_meaning * part) for word, part in by_meaning.get(name, ())]
            score = sum(part for _, part in parts)
            if score > 0:
                counting = sorted(((term, part) for term, part in parts if part > 0), key=lambda p: (-p[1], p[0]))
                found[name] = Likeness(score, counting[:TERMS_SHOWN])
        return found


class _Runs:
    """Profiles as vectors of runs."""

    def __init__(self, profiles: Mapping[str, Counter[str]], others: list[Counter[str]]) -> None:
        self._rarity = rarity([*profiles.values(), *others])
        self._units = self._measured(profiles)

    def having(self, changed: Mapping[str, Counter[str]]) -> _Runs:
        other = copy(self)
        other._units = self._units | self._measured(changed)
        return other

    def _measured(self, profiles: Mapping[str, Counter[str]]) -> dict[str, Weights]:
        return {name: _unit(weights(terms, self._rarity)) for name, terms in profiles.items()}

    def parts(self, terms: Counter[str]) -> dict[str, list[Part]]:
        """Return, for each profile that shares one, what each run adds to the cosine."""
        own = _unit(weights(terms, self._rarity))
        found = {
            name: [(term, own[term] * other[term]) for term in own.keys() & other.keys()]
            for name, other in self._units.items()
        }
        return {name: parts for name, parts in found.items() if parts}


class _Words:
    """Profiles as weighed sums of their words' vectors."""

    def __init__(self, profiles: Mapping[str, Counter[str]], others: list[Counter[str]]) -> None:
        self._rarity = rarity([*profiles.values(), *others])
        self._rarest = log(1 + len(profiles) + len(others))
        self._meant = self._measured(profiles)

    def having(self, changed: Mapping[str, Counter[str]]) -> _Words:
        other = copy(self)
        kept = {name: meant for name, meant in self._meant.items() if name not in changed}
        other._meant = kept | self._measured(changed)
        return other

    def _measured(self, profiles: Mapping[str, Counter[str]]) -> dict[str, NDArray[np.floating]]:
        found = {}
        for name, terms in profiles.items():
            own = weights(terms, self._rarity)
            if any(own.values()):
                found[name] = meanings().sense(own)
        return found

    def parts(self, terms: Counter[str]) -> dict[str, list[Part]]:
        """Return, for each profile, what each word of a text adds to the cosine of the meanings."""
        own = weights(terms, {term: self._rarity.get(term, self._rarest) for term in terms})
        if not any(own.values()):
            return {}
        vectors = meanings().of(list(own)) * [[weight] for weight in own.values()]
        vectors /= _length(vectors.sum(axis=0))
        return {name: list(zip(own, (vectors @ meant).tolist(), strict=True)) for name, meant in self._meant.items()}


def _length(vector: NDArray[np.floating]) -> float:
    return float((vector @ vector) ** 0.5) or 1.0


def _unit(weights: Weights) -> Weights:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}
