"""Every question gives the same rows on the embedded store, an Oxigraph server and Virtuoso 7."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from tests.engines.differing import VIRTUOSO

from plangraph import queries
from plangraph.errors import EndpointError, SparqlError
from plangraph.store import Rows
from plangraph.store.terms import canonical

if TYPE_CHECKING:
    import plangraph
    from plangraph.queries import Question

ASKABLE = [question for question in queries.all_questions() if all(p.default is not None for p in question.parameters)]
REFUSED = object()


def answer(graph: plangraph.Graph, question: Question) -> Any:
    """Give what a graph answers, free of the order of rows that are equal in rank and the names of blank nodes."""
    found = graph.ask(question, {})
    return (found.variables, Counter(found)) if isinstance(found, Rows) else canonical(found)  # type: ignore[arg-type]


def answer_or_refusal(graph: plangraph.Graph, question: Question) -> Any:
    try:
        return answer(graph, question)
    except (EndpointError, SparqlError):
        return REFUSED


@pytest.mark.parametrize("question", ASKABLE, ids=lambda question: question.name)
def test_an_oxigraph_server_gives_the_same_rows(
    question: Question, kawasaki: plangraph.Graph, on_oxigraph: plangraph.Graph
) -> None:
    assert answer(on_oxigraph, question) == answer(kawasaki, question)


@pytest.mark.parametrize(
    "question", [question for question in ASKABLE if question.name not in VIRTUOSO], ids=lambda question: question.name
)
def test_virtuoso_gives_the_same_rows(
    question: Question, kawasaki: plangraph.Graph, on_virtuoso: plangraph.Graph
) -> None:
    assert answer(on_virtuoso, question) == answer(kawasaki, question)


@pytest.mark.parametrize("name", VIRTUOSO)
def test_what_virtuoso_is_known_to_answer_otherwise_really_differs(
    name: str, kawasaki: plangraph.Graph, on_virtuoso: plangraph.Graph
) -> None:
    question = queries.find(name)
    assert answer_or_refusal(on_virtuoso, question) != answer(kawasaki, question)
