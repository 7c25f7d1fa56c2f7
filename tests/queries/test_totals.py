"""Answers over Kawasaki add up, among themselves and to the published totals of the fiscal 2024 evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import plangraph

STANDINGS = {"ahead": 17, "on_target": 462, "behind": 93, "not_judged": 0, "projects": 572}
ROWS = ("pg:BasicPolicy", "pg:Policy", "pg:Measure", "pg:TopLevelOffice")


def total(graph: plangraph.Graph, name: str, column: str, **parameters: object) -> int:
    return sum(row[column] or 0 for row in graph.query(name, **parameters).to_dicts())


@pytest.mark.parametrize("by", ROWS)
def test_grades_add_up_to_the_published_ones(by: str, kawasaki: plangraph.Graph) -> None:
    assert {column: total(kawasaki, "standing-counts", column, by=by) for column in STANDINGS} == STANDINGS
    assert total(kawasaki, "grade-counts", "projects", by=by) == STANDINGS["projects"]


@pytest.mark.parametrize("column", ["projects", "budget", "settlement", "difference", "incomplete"])
def test_money_adds_up_to_the_same_however_it_is_divided(column: str, kawasaki: plangraph.Graph) -> None:
    assert len({total(kawasaki, "budget-totals", column, by=by, year=2024) for by in ROWS}) == 1


def test_the_projects_behind_target_are_those_of_the_grades_below_it(kawasaki: plangraph.Graph) -> None:
    behind = kawasaki.query("projects-by-standing", standing="pg:Behind")
    undirected = {row["project"] for row in kawasaki.query("projects-without", lacking="direction").to_dicts()}

    assert len(behind) == STANDINGS["behind"]
    assert total(kawasaki, "directions", "behind") == STANDINGS["behind"] - len(
        [row for row in behind.to_dicts() if row["project"] in undirected]
    )


def test_the_tree_holds_what_the_tiers_hold(kawasaki: plangraph.Graph) -> None:
    tree = kawasaki.query("tree", element="V", depth=4).to_dicts()
    tiers = kawasaki.query("contents-by-tier", element="V").to_dicts()

    assert len(tree) == 1 + sum(tier["elements"] for tier in tiers)
    assert {tier["kind"].rpartition("#")[2]: tier["elements"] for tier in tiers} == {
        "DevelopmentGoal": 2,
        "BasicPolicy": 5,
        "Policy": 23,
        "Measure": 74,
        "Project": 572,
    }


def test_top_level_offices_have_all_projects_among_them(kawasaki: plangraph.Graph) -> None:
    assert total(kawasaki, "top-level-offices", "projects") == STANDINGS["projects"]
    assert total(kawasaki, "offices", "projects") == STANDINGS["projects"]
    assert total(kawasaki, "offices-of-elements", "projects") == STANDINGS["projects"]


@pytest.mark.parametrize(("city", "tier", "code"), [("minato", "施策", "02"), ("setogawa", "細節", "１－（１）－①")])
def test_what_is_listed_again_is_counted_with_its_own_parent_alone(
    city: str, tier: str, code: str, request: pytest.FixtureRequest
) -> None:
    graph: plangraph.Graph = request.getfixturevalue(city)
    (row,) = [row for row in graph.query("budget-totals", by=tier).to_dicts() if row["code"] == code]
    within = {"element": row["row"]}
    (inside,) = graph.query("inside", thing=row["row"]).to_dicts()

    assert {
        len(graph.query("projects", **within)),
        len(graph.query("children", **within)),
        len(graph.query("tree", **within)) - 1,
        inside["number"],
        *(each["elements"] for each in graph.query("contents-by-tier", **within).to_dicts()),
    } == {row["projects"]}


@pytest.mark.parametrize("city", ["plantown", "kawasaki"])
def test_a_strategy_has_as_many_projects_as_its_list(city: str, request: pytest.FixtureRequest) -> None:
    graph: plangraph.Graph = request.getfixturevalue(city)
    (row, *_) = graph.query("strategies").to_dicts()

    assert row["projects"] == len(graph.query("projects", strategy=row["strategy"])) > 1
