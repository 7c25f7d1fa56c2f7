"""How like names are by the pairs of letters that they share, and in Latin letters by their words.

The rarer a pair among all names the more it counts: the cosine of their vectors of pairs, weighted by inverse document
frequency (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, chapter 6). Only names that share
one of the rarest pairs of a name, without which no other can be like enough, are near it (Chaudhuri, Ganti, Kaushik: A
Primitive Operator for Similarity Joins, 2006). Of very many, those that share the rarest are, so that time grows as the
names do.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from functools import lru_cache
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

from plangraph.meaning.latin_words import latin_words

if TYPE_CHECKING:
    from collections.abc import Sequence

EAST_ASIAN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
COMPARED_AT_MOST = 200
"""With how many other names each is compared: with all that can be like enough, in builds of up to some ten cities."""


class Letters:
    """Names, each known by its number, as vectors of pairs of letters.

    Parameters
    ----------
    names : sequence of str
    enough : float
        The cosine from which on names are near.
    """

    def __init__(self, names: Sequence[str], enough: float) -> None:
        self._names, self._enough = names, enough
        self._having: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, name in enumerate(names):
            for pair in _pairs(name):
                self._having[pair].append(at)
        self._weights = {pair: log(1 + len(names) / len(those)) ** 2 for pair, those in self._having.items()}
        self._sizes = array("d", (sqrt(fsum(self._weights[pair] for pair in _pairs(name))) for name in names))

    def like(self, one: int, other: int) -> float:
        """Return the cosine of two names."""
        shared = _pairs(self._names[one]) & _pairs(self._names[other])
        return fsum(map(self._weights.__getitem__, shared)) / (self._sizes[one] * self._sizes[other])

    def near(self, one: int) -> set[int]:
        """Return the others that share one of the decisive pairs of a name: those of the rarest, if they are many."""
        near: set[int] = set()
        for pair in self._decisive(_pairs(self._names[one])):
            near.update(self._having[pair][: COMPARED_AT_MOST - len(near)])
        return near - {one}

    def _decisive(self, pairs: frozenset[str]) -> list[str]:
        """Return the rarest pairs of a name, so many that a name without any of them cannot be near."""
        rarest = sorted(pairs, key=lambda pair: (-self._weights[pair], pair))
        rest = sum(self._weights[pair] for pair in rarest)
        enough = self._enough**2 * rest
        for count, pair in enumerate(rarest):
            if rest < enough:
                return rarest[:count]
            rest -= self._weights[pair]
        return rarest


@lru_cache(maxsize=50_000)
def _pairs(name: str) -> frozenset[str]:
    """Return what two names may share: pairs of letters, or of a name in Latin letters its words."""
    if not EAST_ASIAN.search(name) and (words := latin_words(name)):
        return frozenset(words)
    bounded = f"^{name}$"
    return frozenset(bounded[at : at + 2] for at in range(len(bounded) - 1))
