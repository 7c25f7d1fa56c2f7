"""The sums of the coverage matrix reconcile: cells, rows, columns, totals, links and budgets, for every tier."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from plangraph.coverage.report import MATRIX
from plangraph.store.answers import expect_rows

if TYPE_CHECKING:
    import plangraph

PLAN_TOTAL = 860_388_749_000
"""The budgets of fiscal 2024 over all projects of Kawasaki's third implementation plan, in yen."""
TIERS = ("basic-policy", "policy", "measure", "strategy", "ward", "office")
every_tier = pytest.mark.parametrize("by", TIERS)
every_town = pytest.mark.parametrize("town", [pytest.param("kawasaki", marks=pytest.mark.long), "oddtown"])


@cache
def cells(graph: plangraph.Graph, by: str) -> dict[str, list[dict[str, Any]]]:
    rows = graph.query(MATRIX, by=graph.row_kind(by), lang="en").to_dicts()
    return {part: [row for row in rows if row["part"] == part] for part in ("cell", "row", "column", "total")}


@every_tier
@every_town
def test_budgets_of_cells_rows_and_columns_add_up_exactly(by: str, town: str, request: pytest.FixtureRequest) -> None:
    parts = cells(request.getfixturevalue(town), by)
    total = parts["total"][0]["budget"]

    assert sum(cell["budget"] or 0 for cell in parts["cell"]) == total
    for row in parts["row"]:
        assert sum(c["budget"] or 0 for c in parts["cell"] if c["row"] == row["row"]) == (row["budget"] or 0)
    for column in parts["column"]:
        assert sum(c["budget"] or 0 for c in parts["cell"] if c["goal"] == column["goal"]) == (column["budget"] or 0)
    assert all((cell["budget"] or 0) == int(cell["budget"] or 0) for cell in parts["cell"]), "whole yen"


@every_tier
def test_the_total_is_the_plans_budget(by: str, kawasaki: plangraph.Graph) -> None:
    assert cells(kawasaki, by)["total"][0]["budget"] == PLAN_TOTAL


def test_the_sums_of_the_columns_are_the_same_whatever_the_rows_are(kawasaki: plangraph.Graph) -> None:
    sums = [{c["goal_code"]: c["budget"] for c in cells(kawasaki, by)["column"]} for by in TIERS]

    assert all(sum_ == sums[0] for sum_ in sums)


@every_tier
@every_town
def test_contributions_add_up_by_basis_and_along_each_row(by: str, town: str, request: pytest.FixtureRequest) -> None:
    parts = cells(request.getfixturevalue(town), by)

    for cell in (cell for members in parts.values() for cell in members):
        assert cell["links"] == cell["official"] + cell["assumed"] + cell["suggested"]
    for row in parts["row"]:
        assert sum(c["links"] for c in parts["cell"] if c["row"] == row["row"]) == row["links"]
    assert sum(column["links"] for column in parts["column"]) == parts["total"][0]["links"]


@pytest.mark.parametrize("by", ["basic-policy", "policy", "measure"])
def test_where_rows_do_not_overlap_columns_add_up_too(by: str, kawasaki: plangraph.Graph) -> None:
    parts = cells(kawasaki, by)

    for column in parts["column"]:
        assert sum(c["links"] for c in parts["cell"] if c["goal"] == column["goal"]) == column["links"]
    assert sum(row["projects"] for row in parts["row"]) == parts["total"][0]["projects"] == 572


@pytest.mark.parametrize("by", ["basic-policy", "strategy", "ward"])
def test_any_cell_opens_to_the_links_that_add_up_to_it(by: str, kawasaki: plangraph.Graph) -> None:
    for cell in (cell for cell in cells(kawasaki, by)["cell"] if cell["links"]):
        assert len(standing(kawasaki, cell, by)) == cell["links"]


@every_tier
def test_any_cell_of_the_small_town_opens_to_its_links(by: str, oddtown: plangraph.Graph) -> None:
    for cell in (cell for cell in cells(oddtown, by)["cell"] if cell["goal"]):
        assert len(standing(oddtown, cell, by)) == cell["links"] > 0


def standing(graph: plangraph.Graph, cell: dict[str, Any], by: str) -> set[str]:
    if cell["row"]:
        answer = graph.query("coverage-links", element=cell["row"], goal=cell["goal"], lang="en")
    else:
        answer = graph.query("coverage-links-outside", kind=graph.row_kind(by), goal=cell["goal"], lang="en")
    rows = expect_rows(answer).to_dicts()
    assert all(row["rationale"] or row["source"] or row["basis"].endswith("Suggested") for row in rows)
    return {row["link"] for row in rows if not row["superseded_by"]}


def test_the_projects_of_a_cell_add_up_to_its_budget(kawasaki: plangraph.Graph) -> None:
    for cell in (cell for cell in cells(kawasaki, "policy")["cell"][:12] if cell["goal"]):
        rows = kawasaki.query("coverage-projects", element=cell["row"], goal=cell["goal"]).to_dicts()
        assert len(rows) == cell["projects"]
        assert sum(row["share"] for row in rows) == cell["budget"]


def test_yen_left_over_go_to_the_goals_of_the_lowest_numbers_first(oddtown: plangraph.Graph) -> None:
    shares = {
        goal: {row["code"]: row["share"] for row in expect_rows(answer).to_dicts()}
        for goal in ("1", "11", "13")
        for answer in [oddtown.query("coverage-projects", element="1-1-1", goal=f"sdg:{goal}")]
    }

    assert [shares[goal]["10101010"] for goal in ("1", "11", "13")] == [333_334, 333_334, 333_333]


def test_a_project_of_two_strategies_is_split_over_them(oddtown: plangraph.Graph) -> None:
    budget = {(c["code"], c["goal_code"]): c["budget"] for c in cells(oddtown, "strategy")["cell"]}

    assert budget["S2", "13"] == 166_666
    assert budget["S1", "13"] == 166_667 + 1_000_000


def test_a_superseded_contribution_is_visible_and_not_counted(oddtown: plangraph.Graph) -> None:
    rows = oddtown.query("coverage-links", element="1-1-1", goal="sdg:11").to_dicts()
    cell = next(c for c in cells(oddtown, "measure")["cell"] if (c["code"], c["goal_code"]) == ("1-1-1", "11"))

    assert [row["basis"].rpartition("#")[2] for row in rows if row["superseded_by"]] == ["Assumed"]
    assert (cell["links"], cell["official"], cell["assumed"]) == (1, 1, 0)


def test_every_target_is_served_justified_or_open(kawasaki: plangraph.Graph) -> None:
    rows = kawasaki.query("coverage-targets").to_dicts()
    goals = kawasaki.query("coverage-goals").to_dicts()
    holes = kawasaki.query("coverage-holes").to_dicts()

    counts = {status: sum(row["status"] == status for row in rows) for status in ("served", "justified", "open")}
    assert counts == {"served": 97, "justified": 61, "open": 11}
    for status, count in counts.items():
        assert sum(goal[status] for goal in goals) == count
    assert {row["target"] for row in holes} == {row["target"] for row in rows if row["status"] != "served"}
    assert not [row for row in rows if row["status"] == "served" and row["reason"]], "justified and yet served"


def test_the_goals_say_what_the_sums_of_the_columns_say(kawasaki: plangraph.Graph) -> None:
    columns = {column["goal_code"]: column for column in cells(kawasaki, "policy")["column"]}

    for goal in kawasaki.query("coverage-goals").to_dicts():
        for name in ("links", "official", "assumed", "suggested", "measures", "projects"):
            assert goal[name] == columns[goal["code"]][name]
