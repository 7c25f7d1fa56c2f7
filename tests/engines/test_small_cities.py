"""Every question gives the same rows of made-up cities, which stand side by side in one endpoint, on each engine.

Each is asked about one of them with the parameters of its tests in ``tests/queries``, and about several sorts of
things on the Oxigraph server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.engines.comparing import assert_same, of_other_sorts, short, sorts_of
from tests.engines.differing import ASKED_OTHERWISE, UNSTEADY
from tests.queries.conftest import LIBRARY
from tests.queries.test_expected_rows import cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    import plangraph

OTHERS = sorts_of("testville", "2", "2/strategy/S1", "2/project/10101010", "place/north-ku", "office/crisis")


def asked_of_other_sorts() -> Iterator[Any]:
    """Yield the questions with things of other sorts than in their first case of Testville."""
    usual: dict[str, dict[str, Any]] = {}
    for name, case in (each.values for each in cases()):
        if case.get("city", "testville") == "testville":
            usual.setdefault(name, case.get("parameters", {}))
    for question in LIBRARY.questions():
        for parameters in of_other_sorts(question, usual.get(question.name, {}), OTHERS):
            yield pytest.param(
                question.name, parameters, id="-".join([question.name, *map(short, parameters.values())])
            )


small_cities_are_asked = pytest.mark.parametrize(("name", "case"), list(cases()))
virtuoso_is_asked_of_small_cities = pytest.mark.parametrize(
    ("name", "case"), [each for each in cases() if each.values[0] not in {*ASKED_OTHERWISE, *UNSTEADY}]
)


@small_cities_are_asked
def test_an_oxigraph_server_answers_the_same_of_a_small_city(
    name: str,
    case: dict[str, Any],
    small: dict[str, plangraph.Graph],
    small_on_oxigraph: dict[str, plangraph.Graph],
) -> None:
    same(name, case, small, small_on_oxigraph)


@pytest.mark.parametrize(("name", "parameters"), list(asked_of_other_sorts()))
def test_an_oxigraph_server_answers_the_same_of_other_sorts_of_things(
    name: str,
    parameters: dict[str, Any],
    small: dict[str, plangraph.Graph],
    small_on_oxigraph: dict[str, plangraph.Graph],
) -> None:
    assert_same(name, parameters, small_on_oxigraph["testville"], small["testville"])


@virtuoso_is_asked_of_small_cities
def test_virtuoso_answers_the_same_of_a_small_city(
    name: str,
    case: dict[str, Any],
    small: dict[str, plangraph.Graph],
    small_on_virtuoso: dict[str, plangraph.Graph],
) -> None:
    same(name, case, small, small_on_virtuoso)


def same(name: str, case: dict[str, Any], here: dict[str, plangraph.Graph], there: dict[str, plangraph.Graph]) -> None:
    city, parameters = case.get("city", "testville"), case.get("parameters", {})
    assert_same(name, parameters, there[city], here[city])
