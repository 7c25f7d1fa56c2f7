"""A plan that contributes to goals only has no known holes at targets; one that states a target has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.coverage.report import gather
from plangraph.coverage.report_page import to_html
from plangraph.coverage.workbook import write_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.coverage.report import Report

STATED = {"village": False, "riverton": True}


@pytest.fixture(scope="module", params=STATED)
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[plangraph.Graph, bool]:
    """A city, and whether it states any target."""
    built = built_once(tmp_path_factory, HERE / "data" / request.param)
    return plangraph.open(built, in_memory=True), STATED[request.param]


def report_of(graph: plangraph.Graph) -> Report:
    row = graph.row_kind("measure")
    return gather(partial(graph.query), "A plan", row, "measure", 2024, "en", "0" * 64, graph.in_own_words)


def test_targets_are_open_only_where_the_plan_states_some(city: tuple[plangraph.Graph, bool]) -> None:
    graph, stated = city
    goals = graph.query("coverage-goals").to_dicts()
    states = {row["status"] for row in graph.query("coverage-targets").to_dicts()}

    assert (len(goals), sum(goal["links"] for goal in goals) > 0) == (17, True)
    assert {goal["served"] is None for goal in goals} == {goal["open"] is None for goal in goals} == {not stated}
    assert states == ({"served", "open"} if stated else {None})
    assert bool(len(graph.query("coverage-holes"))) is stated


def test_the_report_counts_goals_and_claims_no_hole_where_no_target_is_stated(
    city: tuple[plangraph.Graph, bool], tmp_path: Path
) -> None:
    graph, stated = city
    report = report_of(graph)
    page = to_html({"en": report}, "en", lambda _row, _goal: set())
    write_workbook(report, tmp_path / "out.xlsx")
    (_, told), *_ = openpyxl.load_workbook(tmp_path / "out.xlsx")["Holes"].iter_rows(max_col=2, values_only=True)

    assert "of the 17 goals" in page
    assert ("Of the 169 targets" in page, "Open holes" in page) == (stated, stated)
    assert ("not to targets" in page, "not to targets" in str(told)) == (not stated, not stated)
