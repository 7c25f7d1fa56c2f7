"""In which sums an amount of money counts: a city's own kinds in those of the kind above, and none twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

import plangraph
from plangraph.build.pipeline import build

if TYPE_CHECKING:
    from pathlib import Path

OWN_KINDS = """
[[figures]]
code = "state"
word = "国庫支出金"
under = "Settlement"
[[figures]]
code = "works"
word = "うち工事分"
under = "state"
[[figures]]
code = "own"
word = "一般財源"
under = "Budget"
"""


def test_settlements_of_the_city_s_own_kinds_are_settlements_in_every_sum(tmp_path: Path) -> None:
    kinds = """
[[figures]]
code = "running"
word = "経常経費"
under = "Settlement"
[[figures]]
code = "works"
word = "投資的経費"
under = "Settlement"
"""
    spent = "3,10101010,running,2024,,30,千円,doc,3\n3,10101010,works,2024,,12,千円,doc,3\n"
    folder = write_city(tmp_path / "city", {"observations.csv": ("3,10101010,Budget", f"{spent}3,10101010,Budget")})
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write(kinds)
    build([folder], tmp_path / "out")
    graph = plangraph.open(tmp_path / "out")

    assert [row["settlement"] for row in graph.query("budget-totals", year=2024).to_dicts()] == [42_000]
    found = graph.query("projects", year=2024).to_dicts()
    assert [row["settlement"] for row in found if row["code"] == "10101010"] == [42_000]


@pytest.mark.parametrize(
    ("given", "settlement", "budget"),
    [
        ({"Settlement": 50, "state": 30, "works": 20, "own": 400}, 50_000, 1000),
        ({"Settlement": 50, "works": 20}, 50_000, 1000),
        ({"state": 30, "works": 20}, 30_000, 1000),
        ({"works": 20}, 20_000, 1000),
    ],
)
def test_a_whole_that_is_given_is_not_added_to_its_shares(
    given: dict[str, int], settlement: int, budget: int, tmp_path: Path
) -> None:
    spent = "".join(f"3,10101010,{kind},2024,,{amount},千円,doc,3\n" for kind, amount in given.items())
    folder = write_city(tmp_path / "city", {"observations.csv": ("3,10101010,Budget", f"{spent}3,10101010,Budget")})
    with (folder / "plan.toml").open("a", encoding="utf-8") as file:
        file.write(OWN_KINDS)
    graph = plangraph.load(folder, tmp_path / "out")

    (total,) = graph.query("budget-totals", year=2024).to_dicts()
    (project,) = (row for row in graph.query("projects", year=2024).to_dicts() if row["code"] == "10101010")
    assert (total["settlement"], project["settlement"]) == (settlement, settlement)
    assert (total["budget"], project["budget"]) == (budget + 2000, budget)
    kinds = {row["kind"]: row["counts_as"] for row in graph.query("figures", thing="10101010").to_dicts()}
    counted = [kind for kind, above in kinds.items() if above == "https://w3id.org/plangraph/ontology#Settlement"]
    assert len(counted) == ("Settlement" not in given)
