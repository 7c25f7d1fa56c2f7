"""How like names are in meaning: the cosine of the weighed sums of their words' vectors (:mod:`plangraph.meaning`)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph.meaning import meanings
from plangraph.meaning.term_weights import rarity, weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR_AT_MOST = 40
"""How many other names are near each, the nearest."""
AT_ONCE = 256
"""How many names are compared with all others at once; what that takes is this many times the names."""


class Senses:
    """Names, each known by its number, as vectors of meaning; a name without a known word has none.

    Parameters
    ----------
    names : sequence of str
    enough : float
        The cosine above which names are near.
    """

    def __init__(self, names: Sequence[str], enough: float) -> None:
        import numpy as np

        table, self._enough = meanings(), enough
        words = [Counter(table.words(name)) for name in names]
        rare = rarity(words)
        self._vectors = np.array([table.sense(weights(those, rare)) for those in words])

    def like(self, one: int, others: Sequence[int]) -> list[float | None]:
        """Return the cosine of a name and each of others, or none where one of the two has no meaning."""
        cosines = (self._vectors[others] @ self._vectors[one]).tolist()
        known = self._vectors[others].any(axis=1) & self._vectors[one].any()
        return [cosine if both else None for cosine, both in zip(cosines, known.tolist(), strict=True)]

    def near(self) -> Iterator[list[int]]:
        """Return, for each name in order, those near it, itself among them if it has a meaning."""
        import numpy as np

        for begin in range(0, len(self._vectors), AT_ONCE):
            for cosines in self._vectors[begin : begin + AT_ONCE] @ self._vectors.T:
                near = np.flatnonzero(cosines > self._enough)
                if len(near) > NEAR_AT_MOST:
                    near = near[np.argpartition(-cosines[near], NEAR_AT_MOST)[:NEAR_AT_MOST]]
                yield near.tolist()
