"""What is lost where elements are cut, and the money behind targets, on a network small enough to do it by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.network.small import column, serve

from plangraph.errors import ParameterError
from plangraph.network import measure
from plangraph.network.measures.cutting import Coverage
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.network import Network


LOWER = {"Policy", "Measure", "Project"}


def test_removal_tells_targets_lost_and_money_left(small: Network) -> None:
    table = measure(small, "removal")
    assert column(table, "lost", "element") == {"M1": 1, "M2": 1}
    assert column(table, "halved", "element") == {"M1": 0, "M2": 1}  # of 1,000 yen behind 11.5, 300 are left
    cut = measure(small, "removal", without=["M2"])
    assert [(r["target"].iri, r["state"].en, r["before"], r["after"]) for r in cut.records] == [
        ("T13.1", "lost", 700, 0),
        ("T11.5", "weakened", 1000, 300),
    ]
    assert [record["share"] for record in cut.records] == [0, pytest.approx(0.3)]
    assert cut.reading.en.endswith("touches 2 targets; 1 of them is lost.")
    assert "Of 2, 2 leave targets that nothing serves any more" in table.reading.en


def test_what_loses_most_targets_comes_first_and_then_what_weakens_most(small: Network) -> None:
    serve(small, "M3", "P2", "T15.1", "T15.2")
    found = [(r["element"].iri, r["lost"], r["halved"]) for r in measure(small, "removal").records]
    assert found == [("M3", 2, 0), ("M2", 1, 1), ("M1", 1, 0)]


def test_a_share_of_money_that_is_not_known_or_nought_is_not_told_and_comes_first(small: Network) -> None:
    for name in ("M3", "M4"):
        serve(small, name, "P2", "T15.1")
    found = [(r["target"].iri, r["share"]) for r in measure(small, "removal", without=["M2", "M3"]).records]
    assert found == [("T13.1", 0), ("T15.1", None), ("T11.5", pytest.approx(0.3))]
    for project in ("J1", "J2", "J3", "J4"):
        small.nodes[project]["budget"] = 0
    (first, *_) = measure(small, "removal", without=["M2"]).records
    assert (first["before"], first["after"], first["share"]) == (0, 0, None)


def test_what_can_be_cut_is_what_serves_a_goal_and_stands_above_or_below_that_fewest_first(small: Network) -> None:
    small.remove_edge("P2", "B2")
    tiers = [tier.en for tier in Coverage(small).tiers()]
    assert (tiers[0], set(tiers), tiers[-1]) == ("BasicPolicy", {"BasicPolicy", *LOWER}, "Project")
    assert Coverage(small).tiers()[-1] == Words("種Project", "Project")


def test_the_targets_that_keep_the_smallest_share_of_their_money_come_first(small: Network) -> None:
    cut = measure(small, "removal", without=["J3"])
    assert [record["target"].iri for record in cut.records] == ["T13.1", "T11.5"]
    assert {record["state"].en for record in cut.records} == {"weakened"}


def test_removal_of_what_serves_no_goal_says_what_can_be_cut(small: Network) -> None:
    small.add_node("W1", kind="Ward", kind_ja="区", kind_en="Ward", label_ja="東区", label_en="East")

    with pytest.raises(ParameterError, match=r"'East' is of the kind Ward and cannot be cut; what can be: .*Project"):
        measure(small, "removal", without=["W1"])


def test_removal_passes_over_what_serves_nothing_and_goes_on(small: Network) -> None:
    small.remove_edge("J1", "T3.6")
    small.remove_edge("M1", "T11.5")
    assert list(column(measure(small, "removal"), "serves", "element")) == ["M2"]


def test_money_of_what_is_cut_twice_counts_once(small: Network) -> None:
    once = measure(small, "removal", without=["M1"])
    twice = measure(small, "removal", without=["M1", "J1", "M1"])  # J1 is below M1
    assert once.reading.en.startswith("Cutting a budget of 300 yen in all")
    assert twice.reading == once.reading
    assert twice.records == once.records


def test_money_behind_a_target_counts_once_where_an_element_and_what_is_above_it_serve_it(small: Network) -> None:
    small.add_edge("J1", "T11.5", key="contributesToTarget", relation="contributesToTarget", basis="Assumed")
    assert Coverage(small).money("T11.5") == 1000
    (record,) = [r for r in measure(small, "removal", without=["J1"]).records if r["target"].iri == "T11.5"]
    assert (record["before"], record["after"]) == (1000, 900)


def test_the_budget_of_an_element_counts_each_project_once(small: Network) -> None:
    small.nodes["M1"]["budget"] = 50
    assert small.budget("B1") == 350
    assert column(measure(small, "removal"), "budget", "element") == {"M1": 350, "M2": 700}


def test_a_measure_goes_with_its_last_project(small: Network) -> None:
    coverage = Coverage(small)
    assert "M2" not in coverage.cut(["J3"])
    assert {"M2", "P2"} <= coverage.cut(["J3", "J4"])
    assert [r["target"].iri for r in measure(small, "removal", without=["J3", "J4"]).records] == ["T13.1", "T11.5"]


def test_what_a_plan_serves_is_called_what_it_is(small: Network) -> None:
    goals = small.copy()
    links = [edge for edge in small.edges(keys=True) if edge[2] == "contributesToTarget"]
    goals.remove_edges_from(links)
    for number, (one, _, _) in enumerate(links):
        goals.add_edge(
            one, "T11.5" if number else "T13.1", key="contributesToGoal", relation="contributesToGoal", basis="Official"
        )
    removal, keystones = measure(goals, "removal"), measure(goals, "keystones")

    assert (removal.columns["serves"], removal.columns["which"].ja) == (
        Words("支えるゴール", "goals served"),
        "失われるゴール",
    )
    assert not any("target" in text or "ターゲット" in text for table in (removal, keystones) for text in table.reading)
    (one, other, name) = links[0]
    goals.add_edge(one, other, key=name, **small.edges[links[0]])
    assert measure(goals, "removal").columns["serves"] == Words("支えるターゲットとゴール", "targets and goals served")
