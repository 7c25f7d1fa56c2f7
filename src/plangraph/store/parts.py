"""Copies of the graphs that are asked about together.

Oxigraph looks each pattern up in one graph of a list after the other. A store that holds nothing but those graphs
takes one look-up instead, and holds what a plan needs however large the store is from which it was copied.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph

from plangraph.store.terms import NamedNode, RdfFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from plangraph.store.terms import Quad

    Excerpt = Callable[[Collection[str]], bytes | None]

KEPT = 4  # copies
LARGEST = 1_000_000  # quads


class Parts:
    """Copies in memory of some sets of graphs of a store, made when they are worth it.

    Parameters
    ----------
    store : callable
        Returns the store.
    scopes : collection of sequences of str
        The sets of graphs (IRIs) that are asked about together, such as those of each plan.
    patience : int
        How many queries about a set are answered from the store itself before it is copied.
    excerpt : callable, optional
        Returns the N-Quads of some graphs (IRIs), where that takes less than reading them from the store.
    """

    def __init__(
        self,
        store: Callable[[], pyoxigraph.Store],
        scopes: Collection[Sequence[str]],
        patience: int,
        excerpt: Excerpt = lambda _: None,
    ) -> None:
        self._store, self._patience, self._excerpt = store, patience, excerpt
        self._asked = {frozenset(scope): 0 for scope in scopes}
        self._copies: dict[frozenset[str], pyoxigraph.Store] = {}

    def of(self, graphs: Sequence[str]) -> pyoxigraph.Store | None:
        """Return the copy that holds nothing but some graphs (IRIs), or None if there is none."""
        scope = frozenset(graphs)
        if scope in self._copies:
            self._copies[scope] = self._copies.pop(scope)  # the last is the one that was asked for last
            return self._copies[scope]
        if scope not in self._asked:
            return None
        self._asked[scope] += 1
        return self.copy(scope) if self._asked[scope] > self._patience else None

    def copy(self, graphs: Iterable[str]) -> pyoxigraph.Store | None:
        """Copy some graphs (IRIs) now, unless they are too large for it."""
        scope = frozenset(graphs)
        copy = pyoxigraph.Store()
        if (lines := self._excerpt(scope)) is not None:
            copy.load(lines, format=RdfFormat.N_QUADS, lenient=True)
        else:
            quads = list(islice(self._quads(scope), LARGEST + 1))
            if len(quads) > LARGEST:
                self._asked.pop(scope, None)
                return None
            copy.bulk_extend(quads)
        self._copies[scope] = copy
        for oldest in list(self._copies)[:-KEPT]:
            del self._copies[oldest]
        return copy

    def _quads(self, scope: frozenset[str]) -> Iterator[Quad]:
        for graph in scope:
            yield from self._store().quads_for_pattern(None, None, None, NamedNode(graph))
