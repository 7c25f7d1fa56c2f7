"""Short texts ranked by how well they fit words that someone types: BM25F, over fields that weigh differently.

S. Robertson and H. Zaragoza 2009: The Probabilistic Relevance Framework, BM25 and Beyond, sections 3.4 and 3.6;
https://doi.org/10.1561/1500000019.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from plangraph.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SATURATION, BY_LENGTH = 1.2, 0.6
"""k1 and b of BM25: how soon a term that stands again counts for less, and how far long texts are held back."""
STEM = 6
"""Letters by which a Latin word is known, so that 'responsible' finds 'responsibility'."""
LATIN = re.compile(r"[a-z]+|\d+")
KANJI = "㐀"
"""The first of them; kana alone say nothing."""
JAPANESE = re.compile(r"[ぁ-ゟ㐀-鿿々ー]+")

Field = tuple[float, str]
"""A part of a text, with what a term in it weighs."""


def terms(text: str) -> list[str]:
    """Return what a text is found by: the stems of its Latin words, its kanji, and its pairs of Japanese letters.

    Examples
    --------
    >>> terms("Offices: 所管課")
    ['office', '所', '管', '課', '所管', '管課']
    """
    spelt = folded(text)
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
        The fields of each text.
    """

    def __init__(self, texts: Sequence[Sequence[Field]]) -> None:
        self._texts = [_counted(fields) for fields in texts]
        self._having = Counter(term for text in self._texts for term in text)
        self._lengths = [sum(text.values()) for text in self._texts]

    def scores(self, wanted: Mapping[str, float]) -> list[float]:
        """Return how well each text fits terms, each with what it weighs; 0 where it has none of them."""
        usual = sum(self._lengths) / max(1, len(self._lengths)) or 1.0
        return [
            sum(
                wanted[term] * self._rarity(term) * _saturated(text[term], length / usual)
                for term in wanted.keys() & text.keys()
            )
            for text, length in zip(self._texts, self._lengths, strict=True)
        ]

    def _rarity(self, term: str) -> float:
        having = self._having[term]
        return log(1 + (len(self._texts) - having + 0.5) / (having + 0.5))


def _counted(fields: Iterable[Field]) -> Mapping[str, float]:
    counts: dict[str, float] = {}
    for weight, text in fields:
        for term in terms(text):
            counts[term] = counts.get(term, 0) + weight
    return counts


def _saturated(count: float, length: float) -> float:
    return count * (SATURATION + 1) / (count + SATURATION * (1 - BY_LENGTH + BY_LENGTH * length))
