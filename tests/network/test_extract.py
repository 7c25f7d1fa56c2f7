"""Networks are taken from a graph whole, by kind, by relation, around a node, or from a CONSTRUCT."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.errors import ParameterError, QuestionError, UnknownThing

if TYPE_CHECKING:
    import plangraph
    from plangraph.network import Network

MEASURE = "https://w3id.org/plangraph/id/kawasaki/3/measure/1-1-1"


def test_the_whole_plan_is_one_network_with_labels_kinds_and_bases(whole: Network) -> None:
    assert len(whole.of_kind("Project")) == 572
    assert len(whole.of_kind("Measure")) == 74
    assert len(whole.of_kind("Goal")) == 17
    data = whole.nodes[MEASURE]
    assert (data["code"], data["kind_ja"], data["label_en"]) == (
        "1-1-1",
        "施策",
        "Preparedness for disasters and crises",
    )
    assert (data["top"], data["hue"]) == ("1", 1)
    bases = {edge["basis"] for _, _, edge in whole.edges(data=True)}
    assert {"Structural", "Assumed"} <= bases <= {"Structural", "Official", "Reported", "Assumed"}


def test_goals_to_which_nothing_of_a_plan_leads_are_not_of_its_network(minato: plangraph.Graph) -> None:
    assert minato.network().of_kind("Goal", "Target") == []
    assert len(minato.network(kinds=["Goal", "Target"]).of_kind("Goal")) == 17


def test_every_node_and_edge_has_words_in_both_languages(whole: Network) -> None:
    assert all(data["label_ja"] and data["label_en"] and data["kind"] for _, data in whole.nodes(data=True))
    assert all(data["label_ja"] and data["label_en"] for _, _, data in whole.edges(data=True))


def test_kinds_and_relations_may_be_named_in_either_language(kawasaki: plangraph.Graph) -> None:
    one = kawasaki.network(kinds=["施策", "Target"], relations=["ターゲットに貢献する"])
    other = kawasaki.network(kinds=["measure", "Target"], relations=["contributesToTarget"])
    assert set(one) == set(other)
    assert {data["kind"] for _, data in one.nodes(data=True)} == {"Measure", "Target"}


def test_around_keeps_what_is_near(kawasaki: plangraph.Graph) -> None:
    found = kawasaki.network(around="1-1-1", depth=1)
    assert MEASURE in found
    assert all(found.has_edge(MEASURE, node) or found.has_edge(node, MEASURE) for node in found if node != MEASURE)
    assert list(kawasaki.network(around="1-1-1", depth=0)) == [MEASURE]


def test_inferred_edges_come_only_when_asked_for_and_say_so(kawasaki: plangraph.Graph) -> None:
    found = kawasaki.network(relations=["inheritsGoal"], inferred=True)
    assert {data["basis"] for _, _, data in found.edges(data=True)} == {"Inferred"}
    with pytest.raises(ParameterError, match="inheritsGoal"):
        kawasaki.network(relations=["inheritsGoal"])


def test_a_construct_query_gives_the_edges(kawasaki: plangraph.Graph) -> None:
    text = "CONSTRUCT { ?a pg:advances ?b } WHERE { ?a pg:advances ?b . ?a a pg:Measure }"
    found = kawasaki.network(construct=text)
    assert {data["relation"] for _, _, data in found.edges(data=True)} == {"advances"}
    assert {data["label_ja"] for _, _, data in found.edges(data=True)} == {"戦略を進める"}
    assert {data["basis"] for _, _, data in found.edges(data=True)} == {"Answered"}
    with pytest.raises(QuestionError, match="CONSTRUCT"):
        kawasaki.network(construct="SELECT ?a { ?a a pg:Plan }")


def test_what_is_not_there_is_refused_in_words(kawasaki: plangraph.Graph) -> None:
    with pytest.raises(ParameterError, match="did you mean 'Measure'"):
        kawasaki.network(kinds=["Mesure"])
    with pytest.raises(ParameterError, match="'施策'") as caught:
        kawasaki.network(kinds=["施作"])
    assert "（「施策」のことですか）" in caught.value.words.ja
    with pytest.raises(ParameterError) as caught:
        kawasaki.network(kinds=["?"])
    assert "、施策、" in caught.value.words.ja
    with pytest.raises(UnknownThing, match="no plan is known by the name"):
        kawasaki.network("戦略2")
    with pytest.raises(UnknownThing):
        kawasaki.network(around="9-9-9")
    with pytest.raises(ParameterError, match="depth"):
        kawasaki.network(around="1-1-1", depth=-1)


def test_a_single_name_where_a_list_is_meant_is_told_how_to_be_given(kawasaki: plangraph.Graph) -> None:
    with pytest.raises(ParameterError, match=r'kinds=\["Measure"\]'):
        kawasaki.network(kinds="Measure")
    with pytest.raises(ParameterError, match=r'relations=\["advances"\]'):
        kawasaki.network(relations="advances")


def test_marks_grow_with_the_budget_within_their_kind(whole: Network) -> None:
    projects = whole.of_kind("Project")
    largest = max(projects, key=lambda node: whole.nodes[node]["budget"])
    assert whole.nodes[largest]["radius"] == max(whole.nodes[node]["radius"] for node in projects) == 10
    assert whole.nodes[MEASURE]["radius"] > 6


def test_marks_grow_with_what_is_inside_where_no_budget_is_known(kawasaki: plangraph.Graph) -> None:
    fourth = kawasaki.network("kawasaki/4")
    sizes = {fourth.nodes[node]["code"]: fourth.nodes[node]["radius"] for node in fourth.of_kind("BasicPolicy")}
    assert max(sizes.values()) == 13.5
    assert min(sizes.values()) < 13


def test_what_another_plan_names_goes_by_its_name(kawasaki: plangraph.Graph) -> None:
    found = kawasaki.network(relations=["carriesOut"])
    theme = next(node for node in found if node.endswith("/kawasaki/2/theme/A7"))
    assert found.label(theme, "en") == "A7 Strengthening local disaster preparedness"


def test_another_plan_has_its_own_elements(kawasaki: plangraph.Graph) -> None:
    fourth = kawasaki.network("kawasaki/4")
    assert all("/kawasaki/4/" in node for node in fourth.of_kind("Project"))
    assert fourth.of_kind("Policy")
    assert all("/kawasaki/basic/" not in node for node in fourth.of_kind("Policy"))
