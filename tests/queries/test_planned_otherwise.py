"""A city with money and grades by measure (施策), contributions to the SDGs by project, and keys in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import told
from tests.small_city import write_city

import plangraph

if TYPE_CHECKING:
    from pathlib import Path

YEAR = {"plan-timeline": {}, "plans-ending": {"year": 2025}}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """A city with a measure of two projects, whose budget and grade are of the measure; a project serves two goals."""
    folder: Path = tmp_path_factory.mktemp("town")
    links = "3,10101010,contributesToTarget,sdg:{},Assumed,減らす,Fewer,,,"
    changes = {
        "observations.csv": ("3,10101010,Budget,2024,,1000,Yen,doc,3\n3,10101020", "3,1-1-1"),
        "evaluations.csv": ("3,10101010,2024,3,Ⅰ,doc,3\n3,10101020", "3,1-1-1"),
        "links.csv": (
            "3,1-1-1,contributesToTarget,sdg:11.5,Assumed,被害を減らす,Fewer losses,,,",
            f"{links.format(11.5)}\n{links.format(13.1)}",
        ),
    }
    changes["plans.csv"] = (
        "3,ImplementationPlan",
        "緑の計画,SectoralPlan,緑の基本計画,,2020,2025,doc\n3,ImplementationPlan",
    )
    return plangraph.load(write_city(folder / "city", changes), folder / "store")


def test_measures_are_what_is_counted_where_they_have_the_money_and_the_grades(town: plangraph.Graph) -> None:
    rows = told(town.query("budget-and-standing"), "code", "projects", "budget", "incomplete", "behind")

    assert rows == [("1-1", 1, 2000, 0, 1)]


@pytest.mark.parametrize("lacking", ["budget", "settlement", "evaluation"])
def test_no_project_lacks_what_measures_have_in_its_place(lacking: str, town: plangraph.Graph) -> None:
    assert not len(town.query("projects-without", lacking=lacking, year=2024))


def test_a_measure_contributes_by_what_is_inside_it(town: plangraph.Graph) -> None:
    targets: dict[str, int] = dict(told(town.query("coverage-targets"), "code", "measures"))
    plans = told(town.query("coverage-of-plans", figure="pg:contributingMeasures"), "goal11", "goal13", "goal1")

    assert (targets["11.5"], targets["11.1"]) == (1, 0)
    assert told(town.query("goal-synergies"), "code", "other_code", "measures") == [("11", "13", 1)]
    assert plans == [(1, 1, 0)]


@pytest.mark.parametrize("question", ["plan-timeline", "plans-ending"])
def test_the_key_of_a_plan_is_told_as_the_tables_have_it(question: str, town: plangraph.Graph) -> None:
    assert "緑の計画" in [key for (key,) in told(town.query(question, **YEAR[question]), "key")]


@pytest.mark.parametrize(
    ("year", "adopted", "start"),
    [
        ("", "2024-03-29", 2023),
        ("year_begins = 7\n", "2024-06", 2023),
        ("year_begins = 10\nyear_named_by = 'end'\n", "2024-10", 2025),
        ("year_begins = 10\n", "2024", 2024),
    ],
)
def test_a_plan_of_which_only_the_adoption_is_known_starts_in_the_fiscal_year_of_the_city(
    year: str, adopted: str, start: int, tmp_path: Path
) -> None:
    city = write_city(tmp_path / "city", {"plan.toml": ("[city]\n", f"[city]\n{year}")})
    (city / "plans").mkdir()
    (city / "plans.csv").rename(city / "plans" / "1.csv")
    (city / "plans" / "2.csv").write_text(
        f"key,kind,label_ja,established,source\nold,Guideline,古い指針,{adopted},doc\n", "utf-8"
    )
    town = plangraph.load(city, tmp_path / "store")

    assert ("old", start, True) in told(town.query("plan-timeline"), "key", "start", "start_is_adoption")
