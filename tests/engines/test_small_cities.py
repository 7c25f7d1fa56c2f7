"""Every question gives the same rows of made-up cities, which stand side by side in one endpoint, on each engine.

Each is asked about one of them with the parameters of its tests in ``tests/queries``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.engines.comparing import assert_differs, assert_same
from tests.engines.conftest import SMALL
from tests.engines.differing import ASKED_OTHERWISE, UNSTEADY
from tests.queries.test_expected_rows import cases

if TYPE_CHECKING:
    import plangraph

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


@pytest.mark.parametrize("name", [name for name, (city, _) in ASKED_OTHERWISE.items() if city in SMALL])
def test_what_virtuoso_is_said_to_answer_otherwise_it_still_does(
    name: str, small: dict[str, plangraph.Graph], small_on_virtuoso: dict[str, plangraph.Graph]
) -> None:
    city, parameters = ASKED_OTHERWISE[name]
    assert_differs(name, parameters, small_on_virtuoso[city], small[city])
