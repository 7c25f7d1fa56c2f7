"""What each plan adds up to, counted once by the build: a question about all plans need not add up each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris, queries
from plangraph.store.terms import NamedNode, Quad

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.store.embedded import Memory

COVERAGE = iris.graph("coverage")
QUESTION = "goal-coverage"


def coverage_of_plans(store: Memory, scopes: Mapping[str, Sequence[str]]) -> Iterator[Quad]:
    """Count how far each plan serves each goal, by the question ``goal-coverage``.

    Parameters
    ----------
    store : Memory
        The facts and what follows from them.
    scopes : mapping of str to sequence of str
        For each plan (IRI), the graphs (IRIs) of its scope.

    Yields
    ------
    Quad
        The counts, in the graph :data:`COVERAGE`.
    """
    question, graph = queries.Library().find(QUESTION), NamedNode(COVERAGE)
    for plan, graphs in scopes.items():
        counts = store.construct(queries.bind(question, {"plan": plan}), graphs)
        yield from (Quad(t.subject, t.predicate, t.object, graph) for t in counts)
