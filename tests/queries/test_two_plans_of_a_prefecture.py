"""A prefecture of five tiers and a strategy beside its plan, which share projects, as the questions tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import HERE, told
from tests.shared import built_once

import plangraph
from plangraph.cli import main

if TYPE_CHECKING:
    from pathlib import Path


STRATEGY = {"plan": "senryaku", "lang": "ja"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the prefecture was built into."""
    return built_once(tmp_path_factory, HERE / "data" / "oumi")


@pytest.fixture(scope="module")
def oumi(folder: Path) -> plangraph.Graph:
    """The prefecture, in memory."""
    return plangraph.open(folder, in_memory=True)


def test_pillars_of_a_strategy_are_a_tier_of_its_plan_and_hold_its_measures(oumi: plangraph.Graph) -> None:
    assert told(oumi.query("tiers", **STRATEGY), "label", "elements") == [("戦略の柱", 2), ("具体的な施策", 3)]
    strategies = oumi.query("strategies", **STRATEGY)
    assert told(strategies, "code", "projects") == [("1", 2), ("2", 1)]
    assert strategies.headings["projects"].words.ja == "具体的な施策の数"


def test_what_serves_goals_is_counted_on_the_tier_that_the_heading_names(oumi: plangraph.Graph) -> None:
    matrix = oumi.query("coverage-matrix", **STRATEGY)

    assert [row for row in told(matrix, "part", "code", "measures", "projects") if row[0] == "cell"] == [
        ("cell", "1", 1, 2),
        ("cell", "2", 1, 1),
    ]
    assert matrix.headings["measures"].words.ja == "戦略の柱の数"


def test_a_standing_that_stands_on_another_tier_is_not_zero_projects(oumi: plangraph.Graph) -> None:
    rows = told(oumi.query("budget-and-standing", lang="ja"), "code", "budget", "ahead", "on_target", "behind")

    assert rows[0] == ("Ⅰ-1", 2_305_500_000, None, None, None)


def test_an_office_of_the_class_beside_those_of_the_citys_word_goes_by_the_class(oumi: plangraph.Graph) -> None:
    kinds: dict[str, str] = dict(told(oumi.query("offices", lang="ja"), "label", "kind_label"))

    assert (kinds["総務部"], kinds["北部農林事務所"], kinds["企画課"]) == ("部", "出先機関", "部署")


def test_a_date_is_told_as_precisely_as_it_is_known(oumi: plangraph.Graph) -> None:
    dates = [tuple(map(str, row)) for row in told(oumi.query("milestones", lang="ja"), "begins", "ends")]

    assert [(begins[:10], ends[:10]) for begins, ends in dates] == [
        ("2023-03-17", "2023-03-17"),
        ("2026-04", "2026-09"),
        ("2030", "2030"),
    ]


def test_a_target_in_a_range_is_told_in_words(oumi: plangraph.Graph) -> None:
    notes: dict[str, str] = dict(told(oumi.query("plan-indicators", lang="ja"), "label", "note"))

    assert notes["新規就農者数"] == "目標値（2030）: 120～150 人/年"


def test_a_city_goes_by_its_name_in_what_is_asked(oumi: plangraph.Graph) -> None:
    assert "都市: 青海県（既定）" in oumi.asked("plan-tiers", {}).ja


@pytest.mark.parametrize("form", ["html", "xlsx", "json"])
def test_a_report_of_a_plan_without_money_is_in_the_citys_words(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"coverage.{form}"
    main(["coverage", "--plan", "senryaku", "--lang", "ja", "--store", str(folder), "-o", str(out)])

    assert out.stat().st_size
    if form == "html":
        page = out.read_text("utf-8")
        assert "ゴール8: 貢献1件（公式1・想定0・提案0）、戦略の柱1、具体的な施策2</title>" in page
        assert "None / None" not in page
