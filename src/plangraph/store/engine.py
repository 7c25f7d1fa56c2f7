"""What every engine does: the one protocol that a store in this process and an endpoint have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plangraph.store.answers import Answer
    from plangraph.store.terms import Quad


class Engine(Protocol):
    """What answers queries: a store in this process, or an endpoint."""

    def query(
        self,
        sparql: str,
        default_graphs: Sequence[str] = (),
        *,
        named_graphs: Sequence[str] = (),
        limit: int | None = None,
    ) -> Answer:
        """Answer a query.

        Parameters
        ----------
        sparql : str
            The query; the prefixes of :data:`plangraph.namespaces.PREFIXES` are known.
        default_graphs : sequence of str
            The graphs (IRIs) that the query sees; without any, the union of all.
        named_graphs : sequence of str
            The graphs (IRIs) that ``GRAPH`` reaches; without any, all of them.
        limit : int, optional
            How many rows or triples to give at most; the answer says if it was cut there.

        Raises
        ------
        SparqlError
            If the text is not SPARQL, or the engine cannot carry it out.
        """

    def quads(self) -> Iterator[Quad]:
        """Iterate over all quads."""
