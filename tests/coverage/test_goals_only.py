"""A plan that contributes to goals only has no known holes at targets; one that states a target has."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.coverage.report import gather
from plangraph.coverage.report_page import to_html
from plangraph.coverage.workbook import write_workbook
from plangraph.dataset_files.writing import write_dataset
from plangraph.intake.new_dataset import new_dataset
from plangraph.resources import DATA

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.coverage.report import Report

STATED = {"village": False, "riverton": True}


@pytest.fixture(scope="module", params=STATED)
def city(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[plangraph.Graph, bool]:
    """A city, and whether it states any target."""
    built = built_once(tmp_path_factory, HERE / "data" / request.param)
    return plangraph.open(built, in_memory=True), STATED[request.param]


@cache
def report_of(graph: plangraph.Graph, by: str = "measure") -> Report:
    row = graph.row_kind(by)
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


@pytest.mark.parametrize("question", ["coverage-holes", "coverage-targets", "coverage-goals"])
def test_above_an_answer_on_targets_stands_that_none_are_stated(
    city: tuple[plangraph.Graph, bool], question: str
) -> None:
    graph, stated = city

    assert ("not to targets" in _above(graph, question, "en")) is not stated
    assert ("どれが空白かは、分かりません" in _above(graph, question, "ja")) is not stated
    assert "not to targets" not in _above(graph, "children", "en", element=graph.manifest.plan)


def test_a_plan_that_serves_one_goal_only_says_so_where_pairs_are_asked_for(city: tuple[plangraph.Graph, bool]) -> None:
    graph, several = city
    assert ("one goal only" in _above(graph, "goal-synergies", "en")) is not several


def test_above_an_answer_on_coverage_stands_that_no_contribution_is_recorded(tmp_path: Path) -> None:
    write_dataset(new_dataset("minato", "みなと市", ["施策", "事業"]), tmp_path / "minato.xlsx")
    graph = plangraph.load(tmp_path / "minato.xlsx", tmp_path / "store")

    for question in ("coverage-holes", "coverage-goals", "coverage-matrix", "measures-without-sdg"):
        assert "No contribution of this plan to the SDGs is recorded" in _above(graph, question, "en")
        assert "SDGsへの貢献は一つも記録されていません" in _above(graph, question, "ja")


def test_the_workbook_of_a_plan_that_records_none_says_so_instead_of_none(
    minato: plangraph.Graph, tmp_path: Path
) -> None:
    write_workbook(report_of(minato), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")

    for sheet in ("Links", "Holes", "Synergies"):
        (_, told), *_ = book[sheet].iter_rows(max_col=2, values_only=True)
        assert "No contribution of this plan to the SDGs is recorded" in str(told), sheet


def _above(graph: plangraph.Graph, question: str, lang: str, **given: object) -> str:
    """Return what a reader sees above an answer, after making sure that a workbook has it too."""
    rows = graph.query(question, lang=lang, **given)
    reading = graph.reading(rows, question, {"lang": lang, **given}, lang=lang)
    assert any(reading.asked in said for _, said in reading.about)
    return reading.asked


@pytest.mark.parametrize("folder", [HERE / "data" / "mirai", pytest.param(DATA / "saitama", marks=pytest.mark.long)])
def test_nothing_is_counted_as_none_where_no_contribution_is_recorded(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, folder), in_memory=True)
    matrix = graph.coverage()

    assert matrix["part"] and set(matrix["part"]) <= {"row", "total"}
    assert {value for name in ("measures", "links", "official", "assumed") for value in matrix[name]} == {None}
    assert set(graph.query("coverage-goals")["justified"]) == {None}
    assert len(graph.query("measures-without-sdg")) == 0
    assert ">0<" not in to_html({"en": report_of(graph, "pg:Ward")}, "en", lambda _row, _goal: set())


def test_what_another_city_has_is_not_told_of_an_empty_answer(tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton", HERE / "data" / "mirai"))

    assert "riverton" not in str(graph.why_empty("coverage-holes", {"plan": "mirai/sogo"})).lower()
