"""How much the terms of a text weigh: tf-idf (Salton and Buckley 1988, https://doi.org/10.1016/0306-4573(88)90021-0)."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Weights = dict[str, float]


def rarity(documents: Iterable[Mapping[str, int]]) -> Weights:
    """Return how rare each term is among documents: ``log((1 + N) / (1 + df))``."""
    documents = list(documents)
    frequency = Counter(term for document in documents for term in document)
    return {term: log((1 + len(documents)) / (1 + count)) for term, count in frequency.items()}


def weights(terms: Mapping[str, int], rarity: Mapping[str, float]) -> Weights:
    """Return what the terms of a document weigh, ``(1 + log tf)`` times their rarity; others are left out."""
    return {term: (1 + log(count)) * rarity[term] for term, count in terms.items() if term in rarity}
