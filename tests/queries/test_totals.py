"""Answers over Kawasaki add up, among themselves and to the published totals of the fiscal 2024 evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import plangraph

GRADES = {"grade1": 0, "grade2": 17, "grade3": 462, "grade4": 93, "grade5": 0, "projects": 572}


def total(graph: plangraph.Graph, name: str, column: str, **parameters: object) -> int:
    return sum(row[column] for row in graph.query(name, **parameters).to_dicts())


@pytest.mark.parametrize("name", ["policies-by-grade", "measures-by-grade", "bureaus-by-grade"])
def test_grades_add_up_to_the_published_ones(name: str, kawasaki: plangraph.Graph) -> None:
    assert {column: total(kawasaki, name, column) for column in GRADES} == GRADES


@pytest.mark.parametrize("column", ["projects", "budget", "settlement", "difference", "incomplete"])
def test_money_adds_up_to_the_same_however_it_is_divided(column: str, kawasaki: plangraph.Graph) -> None:
    names = ("budget-by-basic-policy", "budget-by-policy", "budget-by-measure", "budget-by-bureau")

    assert len({total(kawasaki, name, column) for name in names}) == 1


def test_the_projects_behind_target_are_those_of_the_grades_below_it(kawasaki: plangraph.Graph) -> None:
    assert len(kawasaki.query("projects-behind-target")) == GRADES["grade4"] + GRADES["grade5"]
    assert total(kawasaki, "directions", "behind") == GRADES["grade4"] + GRADES["grade5"] - len(
        [row for row in kawasaki.query("projects-without-direction").to_dicts() if "4" in row["grade"]]
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


def test_bureaus_have_all_projects_among_them(kawasaki: plangraph.Graph) -> None:
    assert total(kawasaki, "bureaus", "projects") == GRADES["projects"]
    assert total(kawasaki, "offices", "projects") == GRADES["projects"]
    assert total(kawasaki, "bureaus-of-measures", "projects") == GRADES["projects"]
