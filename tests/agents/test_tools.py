"""What assistants are answered: short, with sources, the basis of links, and what to try next."""

from __future__ import annotations

import re

import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

import plangraph
from plangraph.agents import TOOLS, WORK, Desk
from plangraph.agents.length import MOST, tokens
from plangraph.errors import ParameterError, PlangraphError, QuestionError, SparqlError, UnknownThing
from plangraph.queries import by_words

ENOUGH = 2_000


@pytest.fixture(scope="session")
def desk(kawasaki: plangraph.Graph) -> Desk:
    return Desk(kawasaki, "http://127.0.0.1:8000/")


@pytest.fixture(scope="session")
def other(minato: plangraph.Graph) -> Desk:
    return Desk(minato)


def test_a_hit_has_a_name_that_the_other_tools_take(desk: Desk) -> None:
    found = TOOLS["find"](desk, "待機児童対策")
    assert "kawasaki/3/project/20102010 | 事務事業 | 20102010 | 待機児童対策事業" in found
    assert "http://127.0.0.1:8000/ja/search?q=" in found
    assert "待機児童対策事業" in TOOLS["describe"](desk, "kawasaki/3/project/20102010")


def test_words_that_stand_apart_in_a_name_are_found_and_what_is_near_in_meaning_is_told(desk: Desk) -> None:
    assert "kawasaki/3/project/40402225" in TOOLS["find"](desk, "carbon neutral port", lang="en")
    assert "意味の近いもの（提案）: 20102040 公立保育所運営事業" in TOOLS["find"](desk, "待機児童")


def test_what_a_tool_cannot_take_says_what_it_takes() -> None:
    from plangraph.agents.protocol import checked

    with pytest.raises(ParameterError, match="there is no argument text; questions takes: words, lang"):
        checked("questions", {"text": "budget"})
    with pytest.raises(ParameterError, match="name is needed; describe takes: name, lang, plan"):
        checked("describe", {})


def test_what_nothing_is_called_says_what_to_try(desk: Desk) -> None:
    assert "questions" in TOOLS["find"](desk, "ｚｚｚ", lang="en")


def test_a_thing_is_told_with_money_grade_links_and_sources(desk: Desk) -> None:
    told = TOOLS["describe"](desk, "10101010", lang="en")
    for part in (
        "Within: ",
        "1-1-1 Preparedness for disasters and crises",
        "Budget | 2024 | 147,881,000",
        "Fiscal year | Grade | Direction\n2024 | 3 About on target | ",
        "sdg:11.5 | Fewer disaster deaths and losses | Assumed",
        "'Assumed' links were set by the editors",
        "https://www.city.kawasaki.jp/",
        "http://127.0.0.1:8000/en/thing/kawasaki/3/project/10101010",
    ):
        assert part in told


def test_rows_say_from_which_page_they_come(desk: Desk) -> None:
    told = TOOLS["ask"](desk, "projects", {"element": "1-1-2"}, lang="en")
    assert re.search(r"^10102010 .* \[1\]", told, re.M)
    assert re.search(r"\[1\] Project evaluation sheets for fiscal 2024, policy 1-1.*p", told)


def test_an_answer_without_documents_names_the_data_of_the_city_that_is_asked_about(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton", HERE / "data" / "hoshino"))
    riverton, hoshino = "Imagine Riverton, Comprehensive Plan", "星野町総合計画"
    told = TOOLS["ask"](Desk(graph), "tiers", {"plan": "hoshino/6"})

    assert hoshino in told
    assert riverton not in told
    assert ("Data", hoshino) in graph.data("en", "plan-tiers", {"city": "hoshino"})
    assert ("Data", riverton) not in graph.data("en", "plan-tiers", {"city": "hoshino"})
    assert {riverton, hoshino} <= {text for _, text in graph.data("ja")}
    found = TOOLS["sparql"](Desk(graph), "SELECT ?e WHERE { ?e pg:inPlan <https://w3id.org/plangraph/id/hoshino/6> }")
    assert riverton not in found


def test_a_city_is_named_with_its_own_words_and_its_plan(tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton", HERE / "data" / "hoshino"))
    for words, lang in (("星野町の事業はいくつ", "ja"), ("how many actions does Hoshino have", "en")):
        told = TOOLS["questions"](Desk(graph), words, lang=lang)
        assert "\ntiers: " in f"\n{told}"
        assert "hoshino/6" in told
    assert graph.find_questions("riverton goals") == graph.find_questions("riverton Development goals")
    assert (
        graph.find_questions("riverton goals").questions == by_words.find(graph.questions(), ["Development goals"])[0]
    )


def test_things_that_have_some_of_the_words_are_found(desk: Desk) -> None:
    told = TOOLS["find"](desk, "高津区 防災")
    assert "すべての語に当たるものはありません" in told
    assert "kawasaki/place/takatsu-ku" in told
    assert "防災施設整備事業" in told


def test_a_city_that_is_named_is_searched_alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton", HERE / "data" / "hoshino"))
    hits = [line for line in TOOLS["find"](Desk(graph), "星野町 計画").splitlines() if " | " in line]
    assert len(hits) > 1
    assert all(line.startswith("hoshino/") for line in hits[1:])


def test_a_unit_of_measure_is_no_thing_of_a_plan(tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton", HERE / "data" / "hoshino"))
    told = TOOLS["find"](Desk(graph), "homes", lang="en")
    assert "riverton/imagine-2040/measure/2.1" in told
    assert "riverton/unit/homes" not in told
    assert "nothing is called 'USD'" in TOOLS["find"](Desk(graph), "USD", lang="en")


def test_a_text_without_spaces_is_looked_for_word_by_word(desk: Desk) -> None:
    told = TOOLS["find"](desk, "橘樹郡遺跡群")
    assert "すべての語に当たるものはありません" in told
    assert "橘樹官衙遺跡群保存整備・活用事業" in told


def test_a_name_of_a_place_is_near_nothing_in_meaning(desk: Desk) -> None:
    assert "意味の近いもの" not in TOOLS["find"](desk, "見沼田んぼ")


def test_a_goal_is_told_with_what_serves_it_and_that_nothing_is_recorded_for_another(desk: Desk) -> None:
    told = TOOLS["describe"](desk, "sdg:13")
    assert "for more: ask projects goal=sdg:13 offset=10" in TOOLS["describe"](desk, "sdg:13", lang="en")
    assert "市の言葉ではないもの" in told
    assert "記録されていません" in TOOLS["describe"](desk, "sdg:5.6")


def test_a_plan_without_links_to_the_sdgs_is_not_said_to_serve_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    graph = plangraph.open(built_once(tmp_path_factory, HERE / "data" / "riverton", HERE / "data" / "hoshino"))
    assert "not known" in TOOLS["coverage"](Desk(graph), plan="hoshino/6", lang="en")


def test_a_term_that_the_ontology_lacks_is_named(desk: Desk) -> None:
    assert "pg:Projectt" in TOOLS["sparql"](desk, "SELECT (COUNT(?x) AS ?n) WHERE { ?x a pg:Projectt }")


def test_a_long_answer_is_cut_and_goes_on(desk: Desk) -> None:
    first = TOOLS["ask"](desk, "largest-projects", {}, lang="en")
    count, total = map(int, re.search(r"rows 1 to (\d+) of (\d+)", first).groups())  # type: ignore[union-attr]
    assert count < total
    rest = TOOLS["ask"](desk, "largest-projects", {}, lang="en", offset=count)
    assert f"rows {count + 1} to" in rest or f"({total} rows)" in rest
    assert not set(_rows(first)) & set(_rows(rest))


def _rows(answer: str) -> list[str]:
    return [line for line in answer.splitlines() if re.match(r"\d{8} ", line)]


def test_a_question_that_lacks_something_says_what_may_be_given(desk: Desk) -> None:
    with pytest.raises(ParameterError, match=r"ward: Ward .*Takatsu Ward"):
        TOOLS["ask"](desk, "ward-plan", lang="en")


def test_a_parameter_that_a_question_does_not_have_is_refused(desk: Desk) -> None:
    with pytest.raises(ParameterError, match=r"no parameter 'wards'.*did you mean 'ward'"):
        TOOLS["ask"](desk, "ward-plan", {"wards": "高津区"})


def test_an_empty_answer_says_why(other: Desk) -> None:
    assert "there is" in TOOLS["ask"](other, "largest-projects", {"year": 1999}, lang="en")


def test_questions_are_found_by_words_and_told_in_full_by_name(desk: Desk) -> None:
    assert TOOLS["questions"](desk, "区 予定").startswith("ward-plan: ")
    assert "Parameters: ward = Ward (required)" in TOOLS["questions"](desk, "ward-plan", lang="en")
    assert "ward-plan: " in TOOLS["questions"](desk, "ward-plann", lang="en")
    assert TOOLS["questions"](desk, "wrad", lang="en").startswith("No question has 'wrad'; these have 'ward'\n")
    assert "did you mean 'ward-plan'" in TOOLS["questions"](desk, "wrda-plna", lang="en")


def test_paths_have_the_grounds_of_their_steps(desk: Desk) -> None:
    told = TOOLS["trace"](desk, "10101010", "sdg:11", lang="en")
    assert told.startswith("1. 10101010 ")
    assert "[Assumed; " in told

    assert "/en/graph?at=kawasaki%2F3%2Fproject%2F10101010~sdg%3A11" in told


def test_why_something_holds_is_told_in_whole_lines(desk: Desk) -> None:
    told = TOOLS["explain"](desk, "1-1", "coversGoal", "sdg:11", lang="en")
    assert "1-1-3" in told
    assert "[source: the UN's list of the SDGs]\nNote: 'Assumed' links" in told
    assert told.endswith("/en/thing/kawasaki/basic/policy/1-1")
    long = desk.answer("en").say("x" * 3 * (MOST - 300)).say_lines("short\n" + "word " * 200 + "\nend").text()
    assert long.endswith("short\n(and 2 more lines)")


def test_columns_of_which_nothing_is_known_are_named(desk: Desk) -> None:
    told = TOOLS["ask"](desk, "spending-per-resident", lang="en")
    assert re.search("^Columns without a value: .*Budget per resident", told, re.M)


def test_coverage_is_a_line_a_row(desk: Desk, other: Desk) -> None:
    assert re.search(r"^1-1 災害から生命を守る: .*11\(\d+, [\d.]+億円\)", TOOLS["coverage"](desk), re.M)
    assert "/coverage?by=kawasaki%2Ftier%2F%E6%94%BF%E7%AD%96" in TOOLS["coverage"](desk)
    assert "/coverage?by=ward&plan=kawasaki%2F3" in TOOLS["coverage"](desk, "ward", "kawasaki/3")
    assert "計: " in TOOLS["coverage"](other, by="政策")


def test_sparql_gives_short_names_and_exact_figures(desk: Desk) -> None:
    found = TOOLS["sparql"](desk, "SELECT ?p ?v WHERE { ?o pg:about ?p ; pg:kind pg:Budget ; pg:value ?v } LIMIT 1")
    assert re.search(r"^kawasaki/3/project/\d{8} \| [\d,]+", found, re.M)
    assert TOOLS["sparql"](desk, "ASK { ?p a pg:Policy }", lang="en").startswith("yes")
    assert "subject | predicate | object" in TOOLS["sparql"](desk, "CONSTRUCT WHERE { ?p a pg:Policy }")
    with pytest.raises(SparqlError):
        TOOLS["sparql"](desk, "SELEC")


def test_cells_cannot_break_a_row(desk: Desk) -> None:
    found = TOOLS["sparql"](desk, 'SELECT ?x WHERE { BIND("a | b\\n(1 rows)" AS ?x) }')
    assert found.splitlines()[1] == "a / b (1 rows)"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_pages_to_read_are_short(desk: Desk, other: Desk, lang: str) -> None:
    assert tokens(WORK["guide"](desk, lang)) < ENOUGH
    assert "kawasaki/3: " in WORK["plans"](desk, lang)
    assert "minato/second: " in WORK["plans"](other, lang)


def test_every_question_is_answered_briefly(other: Desk) -> None:
    for question in other.graph.questions():
        for lang in ("ja", "en"):
            try:
                told = TOOLS["ask"](other, question.name, lang=lang)
            except PlangraphError as error:
                told = error.words.of(lang)
            assert tokens(told) <= MOST, question.name


def test_names_that_are_none_are_refused_in_words(desk: Desk) -> None:
    with pytest.raises(UnknownThing):
        TOOLS["describe"](desk, "nothing of this name")
    with pytest.raises(QuestionError):
        TOOLS["ask"](desk, "no-such-question")
