"""The measures, each on a network small enough to do it by hand, and on Kawasaki's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from tests.network.small import column, serve

from plangraph.errors import ParameterError
from plangraph.network import MEASURES, measure
from plangraph.network.measures.bridging import participation
from plangraph.network.measures.measuring import Needs, Option, registered
from plangraph.network.measures.ties import offices_above, offices_in_charge, projection, served
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.network import Network, Table


def test_what_a_measure_serves_includes_what_its_projects_serve(small: Network) -> None:
    assert served(small, "group") == {"M1": {"T11.5", "T3.6"}, "M2": {"T11.5", "T13.1"}}


def test_suggested_and_inferred_links_do_not_count(small: Network) -> None:
    for basis in ("Suggested", "Inferred"):
        small.add_edge("M1", "T13.1", key="contributesToGoal", relation="contributesToGoal", basis=basis)
        assert served(small, "group")["M1"] == {"T11.5", "T3.6"}


def test_a_thing_that_many_serve_ties_less() -> None:
    ties = projection({"a": {"x", "y"}, "b": {"x", "y"}, "c": {"y"}})
    assert ties["a"]["b"]["weight"] == pytest.approx(1 + 1 / 2)
    assert ties["a"]["c"]["weight"] == pytest.approx(1 / 2)


def test_participation_is_zero_for_one_module_and_grows_with_even_spread() -> None:
    star: nx.Graph[str] = nx.Graph()
    star.add_weighted_edges_from([("hub", name, 1.0) for name in "abcd"])
    assert participation(star, "hub", dict.fromkeys("abcd", "m")) == 0
    assert participation(star, "hub", {"a": "m", "b": "m", "c": "n", "d": "n"}) == pytest.approx(0.5)
    assert participation(star, "hub", dict(zip("abcd", "mnop", strict=True))) == pytest.approx(0.75)


def test_participation_weighs_each_module_by_its_ties() -> None:
    star: nx.Graph[str] = nx.Graph()
    star.add_weighted_edges_from([("hub", "a", 2.0), ("hub", "b", 1.0), ("hub", "c", 1.0)])
    star.add_node("alone")
    assert participation(star, "hub", {"a": "m", "b": "m", "c": "n"}) == pytest.approx(1 - 10 / 16)
    assert participation(star, "alone", {}) == 0


def test_bridges_rank_measures_by_betweenness(small: Network) -> None:
    table = measure(small, "bridges")
    # a path T3.6 - M1 - T11.5 - M2 - T13.1: each measure lies between 3 of 6 pairs of the others
    assert column(table, "betweenness", "measure") == {"M1": pytest.approx(0.5), "M2": pytest.approx(0.5)}
    assert column(table, "policies", "measure") == {"M1": 1, "M2": 1}
    assert column(table, "serves", "measure") == {"M1": 2, "M2": 2}


def test_the_measure_that_bridges_most_comes_first(small: Network) -> None:
    serve(small, "M3", "P2", "T3.6", "T13.1", "T15.1")
    serve(small, "M4", "P1", "T15.1")
    table = measure(small, "bridges")
    assert [record["measure"].iri for record in table.records] == ["M3", "M1", "M2", "M4"]
    assert table.reading.en.endswith("The highest is 'M3 Label M1'.")


def test_keystones_are_what_every_way_to_a_target_leads_through(small: Network) -> None:
    found = {record["element"].iri: [t.iri for t in record["which"]] for record in measure(small, "keystones").records}
    assert found == {
        "B1": ["T3.6"], "P1": ["T3.6"], "M1": ["T3.6"], "J1": ["T3.6"],
        "B2": ["T13.1"], "P2": ["T13.1"], "M2": ["T13.1"],
    }  # fmt: skip


def test_what_most_targets_hang_on_comes_first_within_its_tier(small: Network) -> None:
    small.add_node("T14.1", **{**small.nodes["T13.1"], "code": "14.1"})
    small.add_edge("M2", "T14.1", key="contributesToTarget", relation="contributesToTarget", basis="Assumed")
    table = measure(small, "keystones")
    assert [record["element"].iri for record in table.records] == ["B2", "B1", "P2", "P1", "M2", "M1", "J1"]
    assert [record["targets"] for record in table.records] == [2, 1, 2, 1, 2, 1, 1]
    assert "Of the 4 targets that are served, 3 hang on one measure alone" in table.reading.en


def test_the_top_level_office_is_the_one_right_below_the_municipality(small: Network) -> None:
    for office in ("city", "O3"):
        small.add_node(office, label_ja=office, label_en=office, kind="Municipality" if office == "city" else "Section")
    for one, other in (("O3", "O2"), ("O2", "city"), ("O1", "city")):
        small.add_edge(one, other, key="unitOf", relation="unitOf", basis="Structural")
    small.add_edge("J3", "O3", key="responsible", relation="responsible", basis="Structural")
    assert offices_above(small, "O3") == ["O3", "O2"]
    assert offices_in_charge(small, "group") == {"M1": {"O1", "O2"}, "M2": {"O1", "O2"}}


def test_an_office_that_is_no_more_counts_with_the_one_that_alone_took_over_its_work(small: Network) -> None:
    of_two = {"M1": {"O1", "O2"}, "M2": {"O1"}}
    for heir, expected in (("O2", {"M1": {"O2"}, "M2": {"O2"}}), ("O3", of_two)):
        small.add_edge(heir, "O1", key="officeSucceeds", relation="officeSucceeds", basis="Structural")
        assert offices_in_charge(small, "group") == expected


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_reads_in_both_languages(name: str, whole: Network) -> None:
    table = measure(whole, name)
    assert len(table) > 0
    assert table.reading.ja != table.reading.en
    ja, en = table.rows("ja"), table.rows("en")
    assert ja.variables != en.variables
    assert len(ja) == len(en) == len(table)
    content = json.loads(table.to_json())
    assert set(content["rows"][0]) == {column["key"] for column in content["columns"]}


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_takes_an_empty_network(name: str, small: Network) -> None:
    small.clear()
    assert len(measure(small, name)) == 0


def test_numbers_are_numbers_in_json(small: Network) -> None:
    (row, *_) = json.loads(measure(small, "removal", without=["J1"]).to_json())["rows"]
    assert (row["before"], row["after"], row["share"]) == (100, 0, 0.0)


def test_removal_takes_a_kind_by_its_label_and_refuses_what_is_not_there(small: Network) -> None:
    assert {record["element"].code for record in measure(small, "removal", kind="種Policy").records} == {"P1", "P2"}
    with pytest.raises(ParameterError, match="no 'Nonsense'"):
        measure(small, "removal", kind="Nonsense")
    with pytest.raises(ParameterError, match="nowhere' is not in the network of this plan"):
        measure(small, "removal", without=["https://example.org/nowhere"])


def test_an_unknown_measure_or_option_is_refused(small: Network) -> None:
    with pytest.raises(ParameterError, match=f"there are: {', '.join(MEASURES)}"):
        measure(small, "nothing")
    with pytest.raises(ParameterError, match="does not take seed; it takes: nothing") as caught:
        measure(small, "offices", seed=1)
    assert caught.value.words.ja.endswith("指定できるもの: なし")
    with pytest.raises(ParameterError, match="does not take depth; it takes: seed, backend") as caught:
        measure(small, "communities", depth=1)
    assert caught.value.words.ja.endswith("指定できるもの: seed, backend")


def test_only_what_is_cut_is_named_by_elements() -> None:
    assert [o.name for each in MEASURES.values() for o in each.options if o.of_elements] == ["without"]


def test_options_of_a_measure_are_the_arguments_that_it_takes() -> None:
    title = Words("", "")
    with pytest.raises(TypeError, match="its options say otherwise"):

        @registered(title, question=title, method="", needs=Needs((), title), options=(Option("seed", title),))
        def wrong(network: Network, *, depth: int) -> Table:
            raise NotImplementedError


def test_kawasaki_hangs_on_few_measures(whole: Network) -> None:
    table = measure(whole, "keystones")
    first = next(record for record in table.records if record["kind"].ja == "施策")
    assert first["element"].code == "2-1-3"
    assert {target.code for target in first["which"]} == {"3.1", "3.2", "3.7"}


def two_tiers(small: Network) -> Network:
    """A village of two tiers: goals (基本目標) that are rows and groups, and measures under them that are the items."""
    village = small.copy()
    village.remove_nodes_from([node for node in small if node[0] in "BJ"])
    for node in village:
        words = {"P": ("基本目標", "Village goal"), "M": ("取組", "Effort")}.get(node[0])
        if words:
            village.nodes[node].update(
                tier_ja=words[0], tier_en=words[1], levels="row group" if node[0] == "P" else "item"
            )
            village.nodes[node].pop("budget", None)
    village.graph.update(district_ja="地域", district_en="Area", districts_en="areas")
    for effort in ("M1", "M2"):
        village.add_edge(effort, "O1", key="responsible", relation="responsible", basis="Structural")
    return village


def test_a_plan_is_measured_on_its_own_tiers_and_in_its_own_words(small: Network) -> None:
    village = two_tiers(small)
    bridges, communities = measure(village, "bridges"), measure(village, "communities")
    assert bridges.title == Words("基本目標の橋渡しをする取組", "Efforts that bridge village goals")
    assert [record["measure"].iri for record in bridges.records] == ["M2", "M1"]
    assert "（SDGs・戦略・課題・地域）" in bridges.reading.ja
    assert communities.reading.ja.startswith("2 の取組は 1 のまとまりに分かれます")
    assert communities.columns["policies"] == Words("またがる基本目標", "village goals spanned")
    assert {record["kind"].ja for record in measure(village, "keystones").records} == {"基本目標", "取組"}
    assert {record["element"].iri for record in measure(village, "removal", kind="取組").records} == {"M1", "M2"}


def test_a_name_in_a_sentence_is_left_as_it_is(small: Network) -> None:
    village = two_tiers(small)
    village.nodes["M2"]["label_ja"] = "施策と政策"
    assert measure(village, "bridges").reading.ja.endswith("最も高いのは「M2 施策と政策」です。")


def test_money_that_is_not_known_is_not_nought(small: Network) -> None:
    village = two_tiers(small)
    assert {record["budget"] for name in ("removal", "keystones") for record in measure(village, name).records} == {
        None
    }
    cut = measure(village, "removal", without=["M2"])
    assert cut.reading.en.startswith("Cutting all of this, whose budget is not known, touches 2 targets")
    assert {record["after"] for record in cut.records} == {None}


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_says_what_it_lacks(name: str, small: Network) -> None:
    small.remove_edges_from([edge for edge in small.edges(keys=True) if edge[2] not in {"partOf", "broader"}])
    table = measure(small, name)
    assert "cannot be measured: the plan's data hold no" in table.reading.en
    assert len(table) == 0


def test_a_link_that_is_only_suggested_is_no_link_to_measure_by(small: Network) -> None:
    for _, _, data in small.edges(data=True):
        data["basis"] = "Structural" if data["relation"] in {"partOf", "broader"} else "Suggested"
    assert {"cannot be measured" in measure(small, name).reading.en for name in MEASURES} == {True}


def test_a_plan_whose_policies_nothing_ties_has_no_measure_that_bridges(small: Network) -> None:
    small.remove_edges_from([("M1", "T11.5"), ("J1", "T3.6")])
    reading = measure(small, "bridges").reading
    assert reading.en.startswith("No measure ties policies together")


def test_a_kind_that_serves_nothing_is_said_to_serve_nothing(small: Network) -> None:
    assert "contributes to the SDGs" in measure(small, "removal", kind="Office").reading.en


def test_several_are_called_what_the_city_calls_them_and_a_word_keeps_its_capital(small: Network) -> None:
    village = two_tiers(small)
    for node, data in village.nodes(data=True):
        if node[0] in "PM":
            word, plural = ("Leitziel", "Leitziele") if node[0] == "P" else ("Maßnahme", "Maßnahmen")
            data.update(tier_en=word, tier_plural=plural)
    village.graph.update(district_en="Ortsteil", districts_en="Ortsteile")
    bridges, communities = measure(village, "bridges"), measure(village, "communities")
    assert bridges.title.en == "Maßnahmen that bridge Leitziele"
    assert "A Maßnahme with high betweenness" in bridges.reading.en
    assert "(SDGs, strategies, challenges, Ortsteile)" in bridges.reading.en
    assert communities.reading.en.startswith("2 Maßnahmen fall into 1 community")
    assert communities.columns["policies"].en == "Leitziele spanned"


def test_what_stands_alone_on_its_tier_is_no_keystone(small: Network) -> None:
    vision = {**small.nodes["B1"], "tier": 0, "kind_ja": "将来像", "kind_en": "Vision", "kind": "Vision"}
    small.add_node("V", **vision)
    for one in ("B1", "B2"):
        small.add_edge(one, "V", key="partOf", relation="partOf", basis="Structural")
    assert "V" not in {record["element"].iri for record in measure(small, "keystones").records}
