"""Short texts ranked by how well they fit words that someone types: BM25F, over fields that weigh differently.

S. Robertson and H. Zaragoza 2009: The Probabilistic Relevance Framework, BM25 and Beyond, sections 3.4 and 3.6;
https://doi.org/10.1561/1500000019.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from math import log
from statistics import fmean
from typing import TYPE_CHECKING

from plangraph.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SATURATION, BY_LENGTH = 1.2, 0.3
"""k1 and b of BM25: how soon a term that stands again counts for less, and how far long fields are held back."""
STEM = 6
"""Letters by which the stem of a Latin word is known, so that 'responsible' finds 'responsibility'."""
LATIN = re.compile(r"[a-z]+")
ENDINGS = (
    (re.compile(r"(?<=ss)es$|(?<=i)es$|(?<=[^isu])s$"), ""),
    (re.compile(r"(?<=[a-z]{3})(?<!e)(?:ing|ed)$"), ""),
    (re.compile(r"([^aeioulsz])\1$"), r"\1"),
    (re.compile(r"(?<=[a-z]{4})e$"), ""),
    (re.compile(r"(?<=[a-z]{2})y$"), "i"),
)
"""What is taken from a Latin word, in turn, for its stem."""
KANJI = "㐀"
"""The first of them; kana alone say nothing."""
JAPANESE = re.compile(r"[ぁ-ゟ㐀-鿿々ー]+")
WORDS = 10_000
"""Of how many words the stems are kept."""
Field = tuple[float, str]
"""A part of a text, with what a term in it weighs."""


def stemmed(text: str) -> str:
    """Return a text in the spelling that is compared, its Latin words without endings of number and tense.

    M. F. Porter 1980: An algorithm for suffix stripping, the first step; https://doi.org/10.1108/eb046814.

    Examples
    --------
    >>> stemmed("Plans expiring, expired or to expire")
    'plan expir, expir or to expir'
    >>> stemmed("policies need less running")
    'polici need less run'
    """
    return LATIN.sub(lambda word: _stem(word[0]), folded(text))


@lru_cache(maxsize=WORDS)
def _stem(word: str) -> str:
    for ending, instead in ENDINGS:
        word = ending.sub(instead, word)
    return word


def terms(text: str) -> list[str]:
    """Return what a text is found by: the stems of its Latin words, its kanji, and its pairs of Japanese letters.

    Examples
    --------
    >>> terms("Offices: 所管課")
    ['office', '所', '管', '課', '所管', '管課']
    """
    spelt = stemmed(text)
    found = [word[:STEM] for word in LATIN.findall(spelt)]
    for run in JAPANESE.findall(spelt):
        found += [letter for letter in run if letter >= KANJI]
        found += map("".join, pairwise(run))
    return found


class Ranking:
    """Texts that can be ranked.

    Parameters
    ----------
    texts : sequence of sequence of Field
        The fields of each text; all texts have the same, in the same order.
    analysed : callable
        Returns the terms of a field.
    by_length : float
        How far long fields are held back: b of BM25.
    """

    def __init__(
        self,
        texts: Sequence[Sequence[Field]],
        analysed: Callable[[str], Iterable[str]] = terms,
        by_length: float = BY_LENGTH,
    ) -> None:
        counted = [[(weight, Counter(analysed(text))) for weight, text in fields] for fields in texts]
        usual = [max(1.0, fmean(counts.total() for _, counts in fields)) for fields in zip(*counted, strict=True)]
        self._texts = [_weighed(fields, usual, by_length) for fields in counted]
        self._having = Counter(term for text in self._texts for term in text)

    def has(self, term: str) -> bool:
        """Check whether any text has a term."""
        return term in self._having

    def scores(self, wanted: Mapping[str, float]) -> list[float]:
        """Return how well each text fits terms, each with what it weighs; 0 where it has none of them."""
        return [
            sum(wanted[term] * self._rarity(term) * _saturated(text[term]) for term in wanted.keys() & text.keys())
            for text in self._texts
        ]

    def _rarity(self, term: str) -> float:
        having = self._having[term]
        return log(1 + (len(self._texts) - having + 0.5) / (having + 0.5))


def _weighed(
    fields: Sequence[tuple[float, Counter[str]]], usual: Sequence[float], by_length: float
) -> Mapping[str, float]:
    """Return how often a text has each term, by what its fields weigh and how long such a field usually is."""
    found: dict[str, float] = {}
    for (weight, counts), length in zip(fields, usual, strict=True):
        held_back = 1 - by_length + by_length * counts.total() / length
        for term, count in counts.items():
            found[term] = found.get(term, 0) + weight * count / held_back
    return found


def _saturated(count: float) -> float:
    return count * (SATURATION + 1) / (count + SATURATION)
