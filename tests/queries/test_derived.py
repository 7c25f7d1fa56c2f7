"""What is not given is taken from the plan asked about, and the plan from the thing asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.errors import ParameterError

if TYPE_CHECKING:
    from plangraph.queries import Question

THINGS = "https://w3id.org/plangraph/id/"
ORDERS = [("testville", "plantown"), ("plantown", "testville")]


@pytest.fixture(scope="module", params=ORDERS, ids="-".join)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """Two cities in one store, either first."""
    cities = [HERE / "data" / city for city in request.param]
    return plangraph.open(built_once(tmp_path_factory, *cities), in_memory=True)


def question(graph: plangraph.Graph, name: str) -> Question:
    return graph.library.find(name)


@pytest.mark.parametrize("element", ["testville/1/measure/1-1-1", "plantown/2/measure/1-1-1"])
def test_a_thing_is_asked_about_in_the_scope_of_its_own_plan(element: str, both: plangraph.Graph) -> None:
    _, scope = both.bound(question(both, "children"), {"element": element})

    assert f"https://w3id.org/plangraph/graph/{element.partition('/')[0]}" in scope


@pytest.mark.parametrize("city", ["testville", "plantown"])
def test_a_city_is_told_of_by_its_own_facts_whichever_was_built_first(city: str, both: plangraph.Graph) -> None:
    plan = next(plan for space, plan in both.manifest.plans.items() if space == f"{THINGS}{city}/")
    for name in ("ward-population", "plan-tiers", "population-projection", "policy-succession"):
        question_ = question(both, name)
        if "plan" in {parameter.name for parameter in question_.parameters}:
            text, _ = both.bound(question_, {"plan": plan})
            assert f"{THINGS}{city}/" in text
            assert not [other for other in {"testville", "plantown"} - {city} if f"{THINGS}{other}/" in text]


@pytest.mark.parametrize(
    ("name", "asked_for"),
    [
        ("plan-succession", "from"),
        ("policy-succession", "from"),
        ("projects-of-changed-elements", "from"),
        ("plan-relations", "tier"),
        ("ward-population", "place"),
    ],
)
def test_what_stands_for_the_plan_is_asked_for_where_no_city_is_told_of_several(
    name: str, asked_for: str, both: plangraph.Graph
) -> None:
    assert [parameter.name for parameter in both.lacking(name, {})] == [asked_for]
    with pytest.raises(ParameterError, match=f"needs a value for '{asked_for}'"):
        both.query(name)


@pytest.mark.parametrize(
    ("name", "plan", "year"),
    [
        ("projects-without", "1", "2020"),
        ("projects-without", "2", "2024"),
        ("budget-totals", "1", "2020"),
    ],
)
def test_the_year_is_the_newest_for_which_the_plan_has_what_is_asked(
    name: str, plan: str, year: str, testville: plangraph.Graph
) -> None:
    text, _ = testville.bound(question(testville, name), {"plan": plan})
    given, _ = testville.bound(question(testville, name), {"plan": plan, "year": 1999})

    assert f'pg:fiscalYear "{year}"' in text
    assert 'pg:fiscalYear "1999"' in given


def test_a_year_of_what_the_plan_has_nothing_of_matches_nothing(plantown: plangraph.Graph) -> None:
    text, _ = plantown.bound(question(plantown, "standing-counts"), {})

    assert "pg:fiscalYear ?_year_integer" in text
    assert len(plantown.query("standing-counts")) == 0
