"""Two cities of no likeness in one store: each is told of by its own facts, and as if it were alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.errors import ParameterError
from plangraph.store.answers import Rows
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.queries import Question
    from plangraph.store.answers import Answer

PLANS = {"riverton": "riverton/imagine-2040", "hoshino": "hoshino/6"}
SHARED = ("catalogue", "ontology")
"""The graphs that tell of the store itself, and whose blank nodes have no names that last."""


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> list[plangraph.Graph]:
    """Both cities in one store, either first."""
    return [
        plangraph.open(built_once(tmp_path_factory, *(HERE / "data" / city for city in cities)), in_memory=True)
        for cities in (tuple(PLANS), tuple(reversed(PLANS)))
    ]


def asked(graph: plangraph.Graph, question: Question, plan: str) -> Answer | None:
    """Ask a question of a plan with nothing else given; None if it needs more."""
    try:
        return graph.query(question.name, plan=plan)
    except ParameterError:
        return None


def test_the_order_of_building_changes_no_fact(orders: list[plangraph.Graph]) -> None:
    first, second = (
        {str(quad) for quad in graph.engine.quads() if not str(quad.graph_name).rstrip(">").endswith(SHARED)}
        for graph in orders
    )

    assert first == second


@pytest.mark.parametrize("city", PLANS)
def test_the_order_of_building_changes_no_answer(
    city: str, orders: list[plangraph.Graph], written: Callable[[Answer], str]
) -> None:
    answered = 0
    for question in orders[0].questions():
        if "plan" in {parameter.name for parameter in question.parameters}:
            one, other = (asked(graph, question, PLANS[city]) for graph in orders)
            assert (one is None) == (other is None), question.name
            if one is not None and other is not None:
                assert written(one) == written(other), question.name
                answered += isinstance(one, Rows) and len(one) > 0
    assert answered > 10


def test_a_year_is_taken_from_the_plan_of_the_city_that_is_given(orders: list[plangraph.Graph]) -> None:
    for graph in orders:
        years = {city: graph.given("plans-ending", {"city": city}).get("year") for city in PLANS}
        assert years == {"riverton": "2040", "hoshino": "2033"}


def test_what_stands_lowest_in_a_town_without_projects_is_a_tier_of_its_outline(
    orders: list[plangraph.Graph],
) -> None:
    tiers = orders[0].query("tiers", plan=PLANS["hoshino"]).to_dicts()
    outline = orders[0].query("plan-outline", plan=PLANS["hoshino"]).to_dicts()

    assert [(row["label"], row["elements"]) for row in tiers] == [("基本目標", 2), ("施策", 3), ("主な取組", 3)]
    assert [row["code"] for row in outline if row["tier_label"] == "主な取組"] == ["1-1-①", "1-1-②", "2-1-①"]


def test_an_office_is_in_charge_of_items_and_not_of_what_holds_them(orders: list[plangraph.Graph]) -> None:
    rows = orders[0].query("offices", plan=PLANS["riverton"], lang="en").to_dicts()

    assert {row["label"]: (row["projects"], row["projects_below"]) for row in rows} == {
        "City of Riverton": (0, 4),
        "Transportation Department": (1, 2),
        "Housing and Community Development": (2, 0),
        "Bicycle Program": (2, 0),
    }


def test_a_project_under_two_measures_stands_once_among_those_of_its_office(minato: plangraph.Graph) -> None:
    rows = minato.query("projects-of-office", office="市民部").to_dicts()

    assert [(row["code"], row["measure_code"]) for row in rows] == [("0086", "01"), ("0087", "01"), ("12", "02")]


def test_the_links_of_a_city_are_counted_without_those_of_the_other(orders: list[plangraph.Graph]) -> None:
    for graph in orders:
        links = {
            city: sum(row["links"] for row in graph.query("links-by-basis", city=city).to_dicts()) for city in PLANS
        }
        assert links == {"riverton": 2, "hoshino": 0}


def test_an_office_that_is_no_more_is_drawn_in_the_one_that_took_over(setogawa: plangraph.Graph) -> None:
    links = setogawa.query("drawn-links").to_dicts()
    offices = {
        (row["subject"], row["object"]): row["relation"].rpartition("#")[2] for row in links if "-old" in row["subject"]
    }

    assert {(one.rpartition("/")[2], other.rpartition("/")[2]): name for (one, other), name in offices.items()} == {
        ("hoiku-old", "kosodateshien"): "continuesIn",
        ("kikaku-old", "kikaku"): "continuesIn",
    }


def test_districts_without_japanese_names_are_not_called_wards(orders: list[plangraph.Graph]) -> None:
    told = [row["ward_ja"] for row in orders[0].query("served-plans").to_dicts() if PLANS["riverton"] in row["plan"]]

    assert (told, orders[0].in_own_words(Words("区", "Ward"), PLANS["riverton"]).ja) == ([None], "地域")


@pytest.mark.parametrize("question", ["kinds", "sources-by-kind", "facts-by-source"])
@pytest.mark.parametrize("city", PLANS)
def test_what_the_store_has_is_counted_city_by_city(
    city: str, question: str, orders: list[plangraph.Graph], tmp_path_factory: pytest.TempPathFactory
) -> None:
    alone = plangraph.open(built_once(tmp_path_factory, HERE / "data" / city), in_memory=True)
    told = [graph.query(question, city=city).to_dicts() for graph in (*orders, alone)]

    assert told[0] == told[1] == told[2] != []


@pytest.mark.parametrize("question", ["budget-totals", "standing-counts"])
def test_projects_that_are_in_no_row_are_told_of(question: str, minato: plangraph.Graph) -> None:
    told = {by: minato.asked(question, {"by": by}).en for by in ("施策", "基本事業")}

    assert "3 of 6 projects are in none of the rows" in told["基本事業"]
    assert "none of the rows" not in told["施策"]


def test_a_tree_goes_down_to_the_lowest_tier(minato: plangraph.Graph, orders: list[plangraph.Graph]) -> None:
    hoshino = orders[0].query("tree", plan=PLANS["hoshino"])

    assert minato.query("tree")["depth"].count(4) == 3
    assert set(hoshino["depth"]) == {1, 2}
    assert max(minato.query("tree", depth=2)["depth"]) == 2
