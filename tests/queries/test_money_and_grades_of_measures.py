"""A city that gives money and grades by measure (施策), and its projects none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.queries.conftest import told
from tests.small_city import write_city

import plangraph

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def by_measure(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """A city with a measure of two projects, whose budget and grade are of the measure."""
    folder: Path = tmp_path_factory.mktemp("by_measure")
    changes = {
        "observations.csv": ("3,10101010,Budget,2024,,1000,Yen,doc,3\n3,10101020", "3,1-1-1"),
        "evaluations.csv": ("3,10101010,2024,3,Ⅰ,doc,3\n3,10101020", "3,1-1-1"),
    }
    return plangraph.load(write_city(folder / "city", changes), folder / "store")


def test_measures_are_what_is_counted_where_they_have_the_money_and_the_grades(by_measure: plangraph.Graph) -> None:
    rows = told(by_measure.query("budget-and-standing"), "code", "projects", "budget", "incomplete", "behind")

    assert rows == [("1-1", 1, 2000, 0, 1)]
