"""Communities of projects, held against the policies, on a network small enough to do it by hand and on Kawasaki's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.network.small import serve

from plangraph.errors import ParameterError
from plangraph.network import measure
from plangraph.network.measures.grouping import mutual_information, project_ties

if TYPE_CHECKING:
    from plangraph.network import Network


def test_a_project_is_tied_by_the_department_right_below_the_bureau(small: Network) -> None:
    for office, above in (("O3", "O4"), ("O4", "O2")):
        small.add_node(office, **small.nodes["O1"])
        small.add_edge(office, above, key="unitOf", relation="unitOf", basis="Structural")
    small.add_edge("J3", "O3", key="responsible", relation="responsible", basis="Structural")
    assert project_ties(small)["J3"] == {"T11.5", "T13.1", "O1", "O4"}


def test_mutual_information_is_one_for_the_same_groups_and_zero_for_independent_ones() -> None:
    one = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert mutual_information(one, {"a": "1", "b": "1", "c": "2", "d": "2"}) == pytest.approx(1)
    assert mutual_information(one, {"a": "1", "b": "2", "c": "1", "d": "2"}) == pytest.approx(0)
    assert mutual_information(dict.fromkeys(one, "x"), dict.fromkeys(one, "1")) == 1
    assert mutual_information(one, {"a": "1", "b": "1", "c": "1", "d": "2"}) == pytest.approx(0.3437, abs=1e-4)


def test_projects_are_tied_by_what_they_and_their_measures_serve_and_who_is_in_charge(small: Network) -> None:
    assert project_ties(small) == {
        "J1": {"T3.6", "T11.5", "O1"},
        "J2": {"T11.5", "O2"},
        "J3": {"T11.5", "T13.1", "O1"},
        "J4": {"T11.5", "T13.1", "O1"},
    }


def test_communities_are_held_against_the_policies(small: Network) -> None:
    reading = measure(small, "communities").reading.en
    assert reading.startswith("4 projects fall into 1 community (modularity 0.00, against -0.07 for the policies)")
    assert "In 0 of them no policy has half of the projects" in reading
    (record,) = measure(small, "communities").records
    assert (record["number"], record["budget"], record["policies"]) == (1, 1000, 2)
    assert record["ties"].en == "11.5 Label T11.5, O1 Label O1, 13.1 Label T13.1, O2 Label O2"


def test_the_largest_community_comes_first_and_each_names_its_main_policy_and_what_few_others_have(
    small: Network,
) -> None:
    for project, above in (("J5", "M1"), ("J6", "M3"), ("J7", "M3")):
        small.add_node(project, **{**small.nodes["J1"], "code": project, "budget": 10})
        small.add_edge(project, above, key="partOf", relation="partOf", basis="Structural")
    serve(small, "M3", "P2", "T15.1")
    small.remove_edge("M1", "T11.5")
    for project, target in (("J1", "T11.5"), ("J2", "T11.5"), ("J5", "T15.1")):
        small.add_edge(project, target, key="contributesToTarget", relation="contributesToTarget", basis="Assumed")
    for number in range(1, 8):
        small.add_edge(f"J{number}", "T3.6", key="contributesToTarget", relation="contributesToTarget", basis="Assumed")
    table = measure(small, "communities")
    found = [(r["number"], r["projects"], r["budget"], r["main"].iri, r["share"]) for r in table.records]
    assert found == [(1, 4, 1000, "P1", 0.5), (2, 3, 30, "P2", pytest.approx(2 / 3))]
    assert table.records[0]["ties"].en == "11.5 Label T11.5, O1 Label O1, 3.6 Label T3.6, 13.1 Label T13.1"
    assert "In 0 of them no policy has half of the projects" in table.reading.en


def test_a_community_of_three_policies_cuts_across(small: Network) -> None:
    for new, like in (("P3", "P2"), ("M3", "M2")):
        small.add_node(new, **{**small.nodes[like], "code": new})
    small.remove_node("J2")
    small.remove_edge("J4", "M2")
    for one, other in (("J4", "M3"), ("M3", "P3"), ("P3", "B2")):
        small.add_edge(one, other, key="partOf", relation="partOf", basis="Structural")
    table = measure(small, "communities")
    assert [record["share"] for record in table.records] == [pytest.approx(1 / 3)]
    assert "In 1 of them no policy has half of the projects" in table.reading.en


def test_communities_are_the_same_for_the_same_seed(whole: Network) -> None:
    one, other, second, unsaid = (
        measure(whole, "communities", **given) for given in ({"seed": 3}, {"seed": 3}, {"seed": 0}, {})
    )
    assert one.to_json() == other.to_json()
    assert second.to_json() == unsaid.to_json() != one.to_json()
    sizes = [int(record["projects"]) for record in one.records]
    assert sum(sizes) == 572
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_projects_that_nothing_ties_fall_into_no_community(small: Network) -> None:
    small.remove_edges_from([edge for edge in small.edges(keys=True) if edge[0] != "J1" and edge[2] != "partOf"])
    table = measure(small, "communities")
    assert len(table) == 0
    assert table.reading.en.startswith("This cannot be measured: nothing ties the projects")
    assert table.reading.ja.startswith("測れません。")


def test_communities_name_another_backend_to_networkx(small: Network) -> None:
    with pytest.raises(ParameterError, match="'no-such-backend' backend is not installed"):
        measure(small, "communities", backend="no-such-backend")


def test_projects_under_no_policy_are_grouped_all_the_same(whole: Network) -> None:
    whole = whole.copy()
    whole.remove_nodes_from(whole.of_kind("Policy"))
    assert {record["main"].shown("en") for record in measure(whole, "communities").records} == {"—"}
