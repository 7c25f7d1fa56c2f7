from __future__ import annotations

import csv
import io
import itertools
import json
from typing import TYPE_CHECKING

import pytest

from plangraph.coverage import path_search
from plangraph.coverage.path_search import Edge, search
from plangraph.errors import UnknownThing
from plangraph.namespaces import PREFIXES

if TYPE_CHECKING:
    import plangraph

PG = "https://w3id.org/plangraph/ontology#"
PART, SERVES = f"{PG}partOf", f"{PG}contributesToGoal"
GOAL = "http://metadata.un.org/sdg/11"


def edge(subject: str, relation: str, target: str) -> Edge:
    return Edge(subject, relation, target, None, None)


TWO_WAYS = [edge(one, PART, other) for one, other in ("ab", "bc", "ad", "de", "ec")]


def walks(edges: list[Edge], start: str, end: str, **bounds: int) -> tuple[list[str], bool]:
    paths, cut = search(edges, start, end, **bounds)
    return ["".join([start, *(step.end for step in path)]) for path in paths], cut


def test_every_path_comes_shortest_first() -> None:
    assert walks(TWO_WAYS, "a", "c") == (["abc", "adec"], False)
    assert walks(TWO_WAYS, "c", "a") == (["cba", "ceda"], False)


def test_a_path_takes_no_relation_both_ways() -> None:
    edges = [edge("a", PART, "top"), edge("b", PART, "top")]

    assert walks(edges, "a", "b") == ([], False)


def test_a_goal_is_met_only_at_the_end() -> None:
    edges = [edge("a", PART, GOAL), edge("a", SERVES, GOAL), edge("b", SERVES, GOAL)]

    assert walks(edges, "a", "b") == ([], False)
    assert len(search(edges, "a", GOAL)[0]) == 2


def test_circles_end() -> None:
    edges = [edge("a", PART, "b"), edge("b", PART, "c"), edge("c", PART, "a")]

    assert walks(edges, "a", "c")[0] == ["ac", "abc"]


@pytest.mark.parametrize("bounds", [{"limit": 1}, {"max_length": 2}])
def test_it_says_when_there_is_more(bounds: dict[str, int]) -> None:
    assert walks(TWO_WAYS, "a", "c", **bounds) == (["abc"], True)


def test_it_says_that_there_is_no_more_where_a_bound_is_just_reached() -> None:
    assert walks(TWO_WAYS, "a", "c", limit=2) == (["abc", "adec"], False)
    assert walks(TWO_WAYS, "a", "c", max_length=3) == (["abc", "adec"], False)
    assert walks(TWO_WAYS[:2], "a", "c", max_length=2) == (["abc"], False)
    assert walks(TWO_WAYS, "a", "c", max_length=1) == ([], True)


def test_a_path_has_ten_steps_at_most_unless_it_is_said() -> None:
    eleven = [edge(one, PART, other) for one, other in itertools.pairwise("abcdefghijkl")]

    assert walks(eleven, "a", "k") == (["abcdefghijk"], False)
    assert walks(eleven, "a", "l") == ([], False)
    assert walks(eleven, "a", "l", max_length=11) == (["abcdefghijkl"], False)


@pytest.mark.parametrize(("number", "cut"), [(1_000, False), (1_001, True)])
def test_a_thousand_paths_are_given_unless_it_is_said(number: int, cut: bool) -> None:
    edges = [edge(*ends) for n in range(number) for ends in (("a", PART, f"{n}"), (f"{n}", PART, "c"))]
    paths, more = search(edges, "a", "c")

    assert (len(paths), more) == (1_000, cut)


@pytest.mark.parametrize(("begun", "found"), [(0, 0), (3, 1), (4, 2)])
def test_a_search_that_has_begun_too_many_paths_is_cut(begun: int, found: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path_search, "EXPANSIONS", begun)

    for longest in (3, 10):
        assert walks(TWO_WAYS, "a", "c", max_length=longest) == (["abc", "adec"][:found], found < 2)


def test_from_a_thing_to_itself_or_to_what_nothing_leads_to_there_is_no_path() -> None:
    assert walks(TWO_WAYS, "a", "a") == walks(TWO_WAYS, "a", "z") == walks(TWO_WAYS, "z", "a") == ([], False)


@pytest.mark.parametrize("relation", ["inWard", "serves"])
def test_a_place_is_met_only_at_the_end(relation: str) -> None:
    edges = [edge("x", PART, "a"), edge("a", PG + relation, "w"), edge("w", PART, "b")]

    assert walks(edges, "x", "w") == (["xaw"], False)
    assert walks(edges, "w", "b") == (["wb"], False)
    assert walks(edges, "a", "b") == ([], False)


@pytest.mark.parametrize(
    ("one", "other"), [("contributesToGoal", "contributesToTarget"), ("advances", "carriesOut"), ("serves", "serves")]
)
def test_relations_of_one_kind_are_not_taken_against_each_other(one: str, other: str) -> None:
    edges = [edge("a", PG + one, f"{GOAL}.5"), edge("b", PG + other, f"{GOAL}.5")]

    assert walks(edges, "a", "b") == walks(edges, "b", "a") == ([], False)


def test_a_target_is_passed_through() -> None:
    broader = PREFIXES["skos"] + "broader"
    edges = [edge("a", f"{PG}contributesToTarget", f"{GOAL}.5"), edge(f"{GOAL}.5", broader, GOAL)]

    assert walks(edges, "a", GOAL) == ([f"a{GOAL}.5{GOAL}"], False)


def test_from_the_vision_to_a_target(kawasaki: plangraph.Graph) -> None:
    found = kawasaki.trace("V", "sdg:11.5")

    assert [step.end.rpartition("/")[2] for step in found.paths[0]] == ["1", "1-1", "1-1-3", "11.5"]
    assert [len(path) for path in found.paths] == sorted(len(path) for path in found.paths)
    assert not found.cut


def test_from_a_project_to_its_goals_and_from_a_goal_to_its_offices(kawasaki: plangraph.Graph) -> None:
    assert kawasaki.trace("10101010", "sdg:11").paths
    assert not kawasaki.trace("10101010", "sdg:4").paths
    assert kawasaki.trace("sdg:11", "消防局").paths
    assert kawasaki.trace("S1", "sdg:13").paths


def test_the_json_keeps_its_shape(oddtown: plangraph.Graph) -> None:
    content = json.loads(oddtown.trace("1-1-2", "sdg:11.5").to_json())

    assert content == {
        "question": "trace-edges",
        "paths": [
            {
                "length": 1,
                "steps": [
                    {
                        "subject": "https://w3id.org/plangraph/id/testville/2/measure/1-1-2",
                        "subject_label": {"ja": "消防力の強化", "en": "Stronger fire service"},
                        "relation": "https://w3id.org/plangraph/ontology#contributesToTarget",
                        "relation_label": {"ja": "ターゲットに貢献する", "en": "contributes to target"},
                        "inverse": False,
                        "object": "http://metadata.un.org/sdg/11.5",
                        "object_label": {"ja": "災害による被害の削減", "en": "Fewer disaster deaths and losses"},
                        "basis": "https://w3id.org/plangraph/ontology#Assumed",
                        "source": None,
                        "rationale": {"ja": "被害を減らす", "en": "It reduces losses"},
                    }
                ],
            }
        ],
        "cut": False,
    }


def test_a_superseded_link_is_no_step(oddtown: plangraph.Graph) -> None:
    found = oddtown.trace("1-1-1", "sdg:11.5")

    assert [path[0].edge.basis for path in found.paths] == ["https://w3id.org/plangraph/ontology#Official"]


def test_rows_give_one_step_each_in_both_languages(oddtown: plangraph.Graph) -> None:
    found = oddtown.trace("sdg:3", "testville/office/welfare")
    for language, label in (("ja", "福祉局"), ("en", "Welfare Bureau")):
        rows = list(csv.DictReader(io.StringIO(found.to_rows(language).to_csv())))
        assert rows[-1]["to_label"] == label
        assert [(row["path"], row["step"]) for row in rows] == [("1", "1"), ("1", "2"), ("1", "3")]
        assert {row["question"] for row in rows} == {"trace-edges"}


def test_a_name_of_nothing_is_told_as_unknown_with_the_one_that_is_near(oddtown: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing) as caught:
        oddtown.trace("1-1-1", "sdg:99")
    assert caught.value.words.en == "nothing is known by the name 'sdg:99' (did you mean 'sdg:9'?)"
    assert caught.value.words.ja == "「sdg:99」というものはありません（「sdg:9」のことですか）"


def test_what_no_relation_leads_to_is_told_as_such(oddtown: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing, match="no link in the data leads from or to 'pg:Project'"):
        oddtown.trace("1-1-1", "pg:Project")


def test_what_relations_do_not_reach_is_unknown(oddtown: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing, match="nowhere"):
        oddtown.trace("https://example.org/nowhere", "sdg:3")
