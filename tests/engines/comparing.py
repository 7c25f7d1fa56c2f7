"""What an engine answers, held against what the embedded store answers: to the last term, and in the same order."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from plangraph.errors import EndpointError, SparqlError
from plangraph.namespaces import THINGS
from plangraph.store.answers import Boolean, Rows
from plangraph.store.terms import canonical, to_python

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import plangraph
    from plangraph.queries import Question
    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term


ONTOLOGY = "https://w3id.org/plangraph/ontology#"


def sorts_of(city: str, *paths: str) -> dict[str, list[str]]:
    """List by the name of a parameter what it may be of other sorts: a city's things, last a place and an office."""
    own = [f"{THINGS}{city}/{path}" for path in (*paths[:-2], "concept/basic-policy/1", *paths[-2:])]
    kinds = [f"{ONTOLOGY}{name}" for name in ("Strategy", "TopLevelOffice")]
    return {"element": own, "kind": kinds, "thing": ["http://metadata.un.org/sdg/11.5", *own[-2:]]}


def of_other_sorts(
    question: Question, usual: Mapping[str, Any], others: Mapping[str, Sequence[str]]
) -> Iterator[dict[str, Any]]:
    """Yield what a question is asked with if each of its parameters in turn is a thing of another sort."""
    for parameter in question.parameters:
        for other in () if parameter.choices else others.get(parameter.name, ()):
            yield {**usual, parameter.name: other}


def short(value: object) -> str:
    """Write a value as a part of the name of a test."""
    return str(value).replace("#", "/").rpartition("/")[2]


def written(term: Term | None) -> str:
    """Write a term; a decimal by its value, for 9.0 and 9 are one to an engine that stores values."""
    value = to_python(term)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(term)


def plain(answer: Answer) -> Any:
    """Write an answer down to the last term, free only of the names of blank nodes and of what has no order."""
    match answer:
        case Rows():
            return answer.variables, [tuple(map(written, row)) for row in answer.rows]
        case Boolean():
            return answer.value
        case _:
            return canonical(answer.triples)


@cache
def expected(graph: plangraph.Graph, name: str, parameters: tuple[tuple[str, object], ...]) -> Any:
    """Return what the embedded store answers, which both engines are held to."""
    return plain(graph.answer(name, dict(parameters)))


def assert_same(name: str, parameters: dict[str, Any], there: plangraph.Graph, here: plangraph.Graph) -> None:
    assert plain(there.answer(name, parameters)) == expected(here, name, tuple(parameters.items()))


def assert_differs(name: str, parameters: dict[str, Any], there: plangraph.Graph, here: plangraph.Graph) -> None:
    """Expect another answer, or a refusal."""
    try:
        answer = plain(there.answer(name, parameters))
    except (SparqlError, EndpointError):
        return
    assert answer != expected(here, name, tuple(parameters.items()))
