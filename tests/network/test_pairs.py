"""The measures of pairs: offices that share measures, goals served together, and measures alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.network.small import serve

from plangraph.network import measure
from plangraph.network.measures.similarity import jaccard

if TYPE_CHECKING:
    from plangraph.network import Network


def test_offices_share_the_measures_whose_projects_they_divide(small: Network) -> None:
    (record,) = measure(small, "offices").records
    assert (record["one"].iri, record["other"].iri, record["shared"], record["budget"]) == ("O1", "O2", 1, 300)
    assert "Of 2 measures, 1 is shared by two offices or more" in measure(small, "offices").reading.en


def test_offices_that_share_most_measures_come_first_and_then_those_that_share_most_money(small: Network) -> None:
    for number, (above, office) in enumerate(
        [("M3", "O2"), ("M3", "O3"), ("M4", "O2"), ("M4", "O3"), ("M5", "O4"), ("M5", "O5"), ("M2", "O3")], 5
    ):
        for node, like in ((above, "M1"), (office, "O1"), (f"J{number}", "J1")):
            if node not in small:
                small.add_node(node, **{**small.nodes[like], "code": node, "budget": 1})
        if above == "M5":
            small.nodes[f"J{number}"].pop("budget")
        small.add_edge(f"J{number}", above, key="partOf", relation="partOf", basis="Structural")
        small.add_edge(f"J{number}", office, key="responsible", relation="responsible", basis="Structural")
    for node in ("M3", "M4", "M5"):
        small.nodes[node].pop("budget")
    table = measure(small, "offices")
    assert "Of 5 measures, 5 are shared by two offices or more" in table.reading.en
    found = [(r["one"].iri, r["other"].iri, r["shared"], r["budget"]) for r in table.records]
    assert found == [("O2", "O3", 2, 4), ("O1", "O3", 1, 701), ("O1", "O2", 1, 300), ("O4", "O5", 1, None)]


def test_synergies_pair_goals_and_compare_with_chance(small: Network) -> None:
    table = measure(small, "synergies")
    assert table.reading.en.startswith("Of the 3 pairs of the 3 goals served, 2 are served by the same measures")
    found = {(r["one"].iri, r["other"].iri): (r["shared"], r["lift"]) for r in table.records}
    assert found == {("G3", "G11"): (1, pytest.approx(1.0)), ("G11", "G13"): (1, pytest.approx(1.0))}


def test_one_goal_that_is_served_makes_no_pair_and_is_named(small: Network) -> None:
    small.remove_nodes_from([node for node in list(small) if node.startswith("T") and not node.startswith("T13")])

    table = measure(small, "synergies")
    assert table.records == []
    assert table.reading.en == "The only goal that measures serve is “13 Label G13”, so there is no pair."


def test_goals_served_together_more_than_by_chance_come_first(small: Network) -> None:
    serve(small, "M3", "P2", "T11.5", "T13.1")
    serve(small, "M4", "P2", "T3.6")
    found = [(r["one"].iri, r["other"].iri, r["shared"], r["expected"]) for r in measure(small, "synergies").records]
    assert found == [("G11", "G13", 2, pytest.approx(1.5)), ("G3", "G11", 1, pytest.approx(1.5))]


def test_of_goals_as_far_above_chance_those_with_the_higher_lift_come_first(small: Network) -> None:
    for name, targets in (("M3", "CD"), ("M4", "CD"), ("M5", "CA"), ("M6", "AB")):
        serve(small, name, "P1", *targets)
    small.remove_nodes_from(["M1", "M2"])
    found = [(r["one"].iri, r["other"].iri, r["lift"]) for r in measure(small, "synergies").records]
    assert found == [("A", "B", 2), ("C", "D", pytest.approx(4 / 3)), ("A", "C", pytest.approx(2 / 3))]


def test_of_measures_alike_those_with_more_in_common_come_first(small: Network) -> None:
    serve(small, "M3", "P1", "T1.1", "T1.2", "T1.3")
    serve(small, "M4", "P2", "T1.1", "T1.2")
    serve(small, "M5", "P1", *(f"T2.{n}" for n in range(1, 6)))
    serve(small, "M6", "P2", *(f"T2.{n}" for n in range(2, 6)), "T2.9")
    serve(small, "M7", "P1", "T1.1", "T1.2")
    found = [(r["one"].iri, r["other"].iri, r["shared"]) for r in measure(small, "similar").records]
    assert found == [("M4", "M7", 2), ("M5", "M6", 4), ("M3", "M4", 2)]


def test_similar_needs_two_things_in_common(small: Network) -> None:
    assert len(measure(small, "similar")) == 0
    small.add_edge("M1", "T13.1", key="contributesToTarget", relation="contributesToTarget", basis="Assumed")
    (record,) = measure(small, "similar").records
    assert record["similarity"] == pytest.approx(2 / 3)


def test_jaccard_of_nothing_is_nothing() -> None:
    assert jaccard(set(), set()) == 0
    assert jaccard({"a"}, {"a"}) == 1
