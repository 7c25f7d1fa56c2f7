"""Things are found by the names that people give them, in any spelling; where several fit, they are a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.small_city import write_city

import plangraph
from plangraph.errors import ParameterError, UnknownThing
from plangraph.namespaces import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

THINGS = "https://w3id.org/plangraph/id/mini/"
PG = PREFIXES["pg"]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    folder = tmp_path_factory.mktemp("names")
    return plangraph.load(write_city(folder / "city"), folder / "out")


@pytest.mark.parametrize(
    "name",
    [
        "1-1-1",
        "１−１−１",
        "1‐1‐1",
        "1ー1ー1",
        " 1–1—1 ",
        "施策1-1-1",
        "施策 1-1-1",
        "Measure 1-1-1",
        "1 - 1 - 1",
        "施策-1-1-1",
        "1.1.1",
        "1/1/1",
        "１・１・１",
        "1の1の1",
        "施策1.1.1",
    ],
)
def test_a_code_is_found_in_any_spelling(graph: plangraph.Graph, name: str) -> None:
    assert graph.resolve(name) == THINGS + "3/measure/1-1-1"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("政策:01", "second/policy/01"),
        ("施策:01", "second/measure/01"),
        ("施策：０１", "second/measure/01"),
        ("施策:second/01", "second/measure/01"),
        ("施策: 01", "second/measure/01"),
    ],
)
def test_a_tier_tells_which_of_those_with_one_code_is_meant(minato: plangraph.Graph, name: str, path: str) -> None:
    assert minato.resolve(name) == f"https://w3id.org/plangraph/id/minato/{path}"


@pytest.mark.parametrize(
    "name", ["SDG 11.5", "sdgs11.5", "ターゲット11.5", "target 11.5", "目標11.5", "ＳＤＧｓ　ターゲット１１．５"]
)
def test_a_target_goes_by_what_people_call_it(graph: plangraph.Graph, name: str) -> None:
    assert graph.resolve(name) == graph.resolve("sdg:11.5")


@pytest.mark.parametrize("name", ["SDG 11", "SDGs11", "ゴール11", "目標 11", "Goal 11"])
def test_a_goal_goes_by_what_people_call_it(graph: plangraph.Graph, name: str) -> None:
    assert graph.resolve(name) == graph.resolve("sdg:11")


@pytest.mark.parametrize("name", ["堤防", "Levees", "levees", "ＬＥＶＥＥＳ"])
def test_a_label_is_found_in_any_width_and_case(graph: plangraph.Graph, name: str) -> None:
    assert graph.resolve(name) == THINGS + "3/project/10101020"


@pytest.mark.parametrize("name", ["3", "plan:3", "mini/3", THINGS + "3"])
def test_a_plan_is_found_by_its_key(graph: plangraph.Graph, name: str) -> None:
    assert graph.resolve(name, sort=PG + "Plan") == THINGS + "3"


@pytest.mark.parametrize(("name", "key"), [("第4期", "4"), ("第四期", "4"), ("fourth", "4"), ("実施計画", "3")])
def test_a_plan_is_found_by_a_part_of_its_name_from_any_other(kawasaki: plangraph.Graph, name: str, key: str) -> None:
    assert kawasaki.resolve(name, sort=PG + "Plan") == f"https://w3id.org/plangraph/id/kawasaki/{key}"


def test_a_reference_as_in_a_table_is_taken(graph: plangraph.Graph) -> None:
    assert graph.resolve("office:works") == graph.resolve("office/works") == THINGS + "office/works"


def test_the_sort_of_thing_decides_what_a_part_of_a_name_means(graph: plangraph.Graph) -> None:
    assert graph.resolve("堤", sort=PG + "Project") == THINGS + "3/project/10101020"
    with pytest.raises(UnknownThing, match="no thing is known") as caught:
        graph.resolve("堤")
    assert "堤防" in caught.value.words.ja


def test_a_thing_of_another_sort_is_not_taken_but_told(graph: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing, match=r"no plan is known by the name '1-1-1' \(there is the .* '1-1-1 ") as caught:
        graph.resolve("1-1-1", sort=PG + "Plan")
    assert "\n  mini/3  " in str(caught.value)


def test_what_is_offered_is_of_the_sort_asked_for(graph: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing) as caught:
        graph.asked("children", {"element": "1-1", "plan": "9"})
    assert "\n  mini/3  " in str(caught.value)
    assert "\n  sdg:9" not in str(caught.value)


def test_a_code_with_its_plan_is_read_as_tables_write_it(graph: plangraph.Graph) -> None:
    assert graph.resolve("3/1-1-1") == graph.resolve("mini/3/1-1-1") == THINGS + "3/measure/1-1-1"


def test_what_others_have_in_their_names_is_no_abbreviation(kawasaki: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing, match="no thing is known by the name '高津'") as caught:
        kawasaki.resolve("高津")
    offered = caught.value.words.ja.splitlines()
    assert offered[1] == "  kawasaki/place/takatsu-ku  高津区（川崎市）"
    assert "  kawasaki/office/takatsu-ward-office  高津区役所（川崎市）" in offered
    assert kawasaki.resolve("第4期") == kawasaki.resolve("kawasaki/4"), "what only a plan has in its name is the plan"


def test_an_abbreviation_of_several_offices_is_a_choice_that_tells_them_apart(kawasaki: plangraph.Graph) -> None:
    with pytest.raises(UnknownThing, match="several things") as caught:
        kawasaki.resolve("企課")
    offered = [line.split("  ")[-1] for line in caught.value.words.ja.splitlines()[1:]]
    assert "企画課（こども未来局 総務部）" in offered
    assert len(set(offered)) == len(offered)


@pytest.mark.parametrize(
    ("name", "meant"), [("高律区", "高津区"), ("施作1-1-1", "measure/1-1-1  "), ("防災対策管利", "10101010")]
)
def test_a_slip_is_told_what_it_may_mean(kawasaki: plangraph.Graph, name: str, meant: str) -> None:
    with pytest.raises(UnknownThing, match="perhaps you mean") as caught:
        kawasaki.resolve(name)
    assert meant in caught.value.words.ja.partition("\n")[2]


def test_a_grade_may_be_a_standing_and_nothing_else(minato: plangraph.Graph) -> None:
    assert minato.asked("projects", {"grade": "目標を下回る"}).ja
    with pytest.raises(UnknownThing, match="pg:Behind  Behind target"):
        minato.asked("projects", {"grade": "9"})


def test_a_city_goes_by_its_key_and_its_name(minato: plangraph.Graph) -> None:
    assert "都市: みなと市" in minato.asked("plans-ending", {"city": "みなと市"}).ja
    with pytest.raises(UnknownThing, match="no city is known by the name 'x'; there is minato"):
        minato.asked("plans-ending", {"city": "x"})


@pytest.mark.parametrize("name", ["9-9-9", 'x" } # ', "こんなものはない", ""])
def test_what_goes_by_no_name_is_told(graph: plangraph.Graph, name: str) -> None:
    with pytest.raises(UnknownThing, match="no thing is known"):
        graph.resolve(name)


def test_several_things_of_one_name_are_a_choice(tmp_path: Path) -> None:
    city = write_city(tmp_path / "city", {"elements.csv": ("堤防,Levees", "訓練,Drills")})
    with pytest.raises(UnknownThing, match="several things") as caught:
        plangraph.load(city, tmp_path / "out").resolve("訓練")
    assert {"mini/3/project/10101010", "mini/3/project/10101020"} <= set(str(caught.value).split())


@pytest.mark.parametrize("name", ["http://a b", "sdg:11> ?p ?o } #"])
def test_what_is_no_iri_is_refused(graph: plangraph.Graph, name: str) -> None:
    with pytest.raises(UnknownThing, match="is not an IRI"):
        graph.resolve(name)


def test_a_name_is_looked_up_once(minato: plangraph.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    iri = minato.resolve("見守り")
    monkeypatch.setattr(type(minato.engine), "query", None)
    assert minato.resolve("見守り") == iri


def test_a_plan_without_what_a_question_needs_is_told(minato: plangraph.Graph) -> None:
    with pytest.raises(ParameterError, match="this plan has no strategy, so 'strategy-reach' cannot be answered"):
        minato.lacking("strategy-reach", {})
    assert "this plan has no later plan" in minato.why_empty("policy-succession", {}).en


def test_a_term_that_is_asked_for_goes_by_its_local_name(graph: plangraph.Graph) -> None:
    sort = PREFIXES["owl"] + "ObjectProperty"
    assert graph.resolve("contributesToTarget", sort=sort) == PG + "contributesToTarget"
    with pytest.raises(UnknownThing):
        graph.resolve("Project", sort=sort)


@pytest.mark.parametrize(("short", "whole"), [("道公課", "道路公園課"), ("道公", "道路公園課")])
def test_an_office_goes_by_letters_of_its_name_in_order(minato: plangraph.Graph, short: str, whole: str) -> None:
    assert minato.resolve(short, sort=PREFIXES["org"] + "OrganizationalUnit") == minato.resolve(whole)
    assert minato.resolve(short) == minato.resolve(whole)


@pytest.mark.parametrize(
    ("part", "whole"), [("教育委員会", "教育委員会事務局"), ("環境", "環境局"), ("消防", "消防局")]
)
def test_a_part_of_a_name_means_the_office_that_has_all_others_of_it_below(
    kawasaki: plangraph.Graph, part: str, whole: str
) -> None:
    office = PREFIXES["org"] + "OrganizationalUnit"
    assert kawasaki.resolve(part, sort=office) == kawasaki.resolve(whole, sort=office)
    with pytest.raises(UnknownThing, match="several things") as caught:
        kawasaki.resolve("市民", sort=office)
    assert "市民オンブズマン事務局" in caught.value.words.ja, "which is not below 市民文化局"


@pytest.mark.parametrize("reading", ["たかつ", "タカツ", "ﾀｶﾂ"])
def test_a_reading_is_found_in_the_latin_letters_of_a_name(kawasaki: plangraph.Graph, reading: str) -> None:
    assert kawasaki.resolve(reading, sort=PG + "Ward") == kawasaki.resolve("高津区")


@pytest.mark.parametrize("city", ["kawasaki", "minato"])
def test_a_word_that_is_like_no_choice_is_told_all_choices_by_name(request: pytest.FixtureRequest, city: str) -> None:
    asked: plangraph.Graph = request.getfixturevalue(city)

    with pytest.raises(UnknownThing) as told:
        asked.query("projects", grade="bad")
    for words, behind in ((told.value.words.ja, "目標を下回る"), (told.value.words.en, "Behind target")):
        assert "pg:Ahead  " in words
        assert f"pg:Behind  {behind}" in words


def test_a_target_is_not_taken_for_an_element_of_another_plan_with_its_code(tmp_path: Path) -> None:
    changes = {
        "plans.csv": ("3,Impl", "4,SectoralPlan,別の計画,Another plan,2022,2025,doc\n3,Impl"),
        "elements.csv": ("3,施策", "4,都市像,1.1,,支え合い,Support,,doc,1\n3,施策"),
        "links.csv": ("3,1-1-1,con", "4,4/1.1,contributesToTarget,sdg:1.1,Official,,,,doc,1\n3,1-1-1,con"),
    }
    graph = plangraph.load(write_city(tmp_path / "city", changes), tmp_path / "out")
    statement = ("1.1", "contributesToTarget", "sdg:1.1")
    with pytest.raises(UnknownThing, match=r"several things[\s\S]*sdg:1\.1 [\s\S]*mini/4/vision/1\.1 "):
        graph.explain(*statement)
    assert graph.explain(*statement, plan="4")["asserted"]
    assert graph.trace("1.1", "sdg:1", plan="4").start == f"{THINGS}4/vision/1.1"
    assert graph.resolve("1.2") == graph.resolve("sdg:1.2")


def test_goals_are_offered_in_the_order_of_their_numbers(graph: plangraph.Graph) -> None:
    (offered,) = graph.lacking("coverage-projects", {}).values()
    assert [words.en.split()[0] for words in offered] == [str(number) for number in range(1, 18)]
