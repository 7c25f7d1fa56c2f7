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
        """Answer a query over some graphs (IRIs) or the union of all, by so many rows or triples at most."""

    def quads(self) -> Iterator[Quad]:
        """Iterate over all quads."""
