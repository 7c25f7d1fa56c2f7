"""Titles and headings say the city's own words for its tiers, or else those common to all; one word a tier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.queries.conftest import HERE
from tests.shared import built_once

from plangraph import open as opened
from plangraph.errors import ParameterError
from plangraph.store.answers import Rows, expect_rows
from plangraph.store.terms import Literal
from plangraph.tier_words import said, tier_words
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plangraph
    from plangraph.store.engine import Engine
    from plangraph.store.terms import Row

COMMON = re.compile("事務事業|Projects?|projects?|Measures?")
JAPANESE = re.compile("[぀-ヿ㐀-鿿]")


@pytest.fixture(scope="module")
def unlike(tmp_path_factory: pytest.TempPathFactory) -> plangraph.Graph:
    """An English-only city with goals, strategies and actions, and a town with 主な取組 and indicators only."""
    folder = built_once(tmp_path_factory, *(HERE / "data" / city for city in ("riverton", "hoshino")))
    return opened(folder, in_memory=True)


def can_be_asked(graph: plangraph.Graph, question: str, given: dict[str, str]) -> bool:
    """Check whether a question lacks nothing, and the plan has what it is about."""
    try:
        return not graph.lacking(question, given)
    except ParameterError:
        return False


def words_of(graph: plangraph.Graph, plan: str, lang: str) -> dict[str, list[str]]:
    """Return the title and the headings of the answer to each question that can be asked of a plan alone."""
    found = {}
    for question in graph.questions():
        given = {"plan": plan, "lang": lang}
        own = {name: value for name, value in given.items() if name in {each.name for each in question.parameters}}
        if "plan" in own and can_be_asked(graph, question.name, own):
            answer = graph.answer(question.name, own)
            reading = graph.reading(answer, question.name, own, lang=lang)  # type: ignore[arg-type]
            found[question.name] = [reading.title, *(column.title for column in reading.columns)]
    return found


def test_a_town_without_projects_reads_of_none(unlike: plangraph.Graph) -> None:
    for question, words in words_of(unlike, "hoshino/6", "ja").items():
        assert not [text for text in words if COMMON.search(text)], question


def test_an_english_city_reads_of_its_own_tiers_in_english(unlike: plangraph.Graph) -> None:
    every = words_of(unlike, "riverton/imagine-2040", "en")

    assert every["measures-without-sdg"] == ["Strategies without any SDG contribution", "Code", "Strategy", "Actions"]
    for question, words in every.items():
        assert not [text for text in words if COMMON.search(text)], question


def test_nothing_of_an_english_city_is_japanese(unlike: plangraph.Graph) -> None:
    for question in unlike.questions():
        own = {"plan": "riverton/imagine-2040", "lang": "en"}
        own = {name: value for name, value in own.items() if name in {each.name for each in question.parameters}}
        if set(own) == {"plan", "lang"} and can_be_asked(unlike, question.name, own):
            reading = unlike.reading(unlike.answer(question.name, own), question.name, own, lang="en")  # type: ignore[arg-type]
            cells = [str(cell) for row in reading.rows for cell in row]
            assert not [text for text in cells if JAPANESE.search(text)], question.name


def test_only_what_is_known_to_stand_at_the_top_is_called_a_top_level_office(
    unlike: plangraph.Graph, minato: plangraph.Graph
) -> None:
    kinds = {row["label"]: row["kind_label"] for row in unlike.query("offices", lang="en").to_dicts()}
    graphs = (unlike, minato)
    asked = [graph.asked("top-level-offices", {}).en.partition("  ")[0] for graph in graphs]
    words = [{row["office_en"] for row in graph.query("served-plans").to_dicts()} - {None} for graph in graphs]

    assert kinds["Transportation Department"] == "Top-level office"
    assert kinds["Housing and Community Development"] == kinds["Bicycle Program"] == "Office"
    assert asked == ["What each office has to do", "What each top-level office has to do"]
    assert words == [{"Office"}, {"Top-level office"}]


def test_what_is_judged_is_called_by_the_tier_that_is(unlike: plangraph.Graph) -> None:
    reading = words_of(unlike, "hoshino/6", "ja")

    assert "主な取組の一覧・絞り込み検索（評価、方向性、予算、所管、SDGs、地域などで）" in reading["projects"]
    assert "主な取組の数" in reading["budget-totals"]  # and none lacks a sum where no sum is known


@pytest.mark.parametrize(
    ("tiers", "ja", "en"),
    [
        ((("重点事業", "Key project"), ("一般事業", "Ordinary project")), "事業の数", "Projects"),
        ((("重点事業", "Investment"), ("経常費", "Action")), "事務事業の数", "Projects"),
        ((("重点事業", "Key task"), ("一般事業", "")), "事業の数", "Projects"),
        ((("プロモーション", "Key task"), ("アクション", "City task")), "事務事業の数", "Tasks"),
    ],
)
def test_several_tiers_of_projects_go_by_the_word_in_which_theirs_end(
    tiers: tuple[tuple[str, str], ...], ja: str, en: str
) -> None:
    rows = [
        (Literal(str(number)), Literal(common), Literal(lang), Literal(word), Literal(spoken), None)
        for lang, common in (("ja", "事務事業"), ("en", "Project"))
        for number, words in enumerate(tiers)
        for spoken, word in zip(("ja", "en"), words, strict=True)
        if word
    ]
    own = tier_words(Given(rows), PLAN, (), "itemTier")  # type: ignore[arg-type]

    assert said(Words("事務事業の数", "Projects"), own) == Words(ja, en)


class Given:
    """An engine that gives the same rows whatever it is asked."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows

    def query(self, *_: object) -> Rows:
        return Rows(["tier", "common", "lang", "word", "spoken", "plural"], self._rows)


class Counting:
    """An engine that counts the rows that it gives."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self.rows = engine, 0

    def query(self, sparql: str, scope: Sequence[str] = (), **more: Any) -> Rows:
        found = expect_rows(self._engine.query(sparql, scope, **more))
        self.rows += len(found)
        return found


def test_the_words_of_tiers_are_asked_for_alone(unlike: plangraph.Graph) -> None:
    plan = next(plan for plan in unlike.manifest.scopes if "hoshino" in plan)
    counting = Counting(unlike.engine)

    tier_words(counting, plan, unlike.manifest.scopes[plan], "itemTier")  # type: ignore[arg-type]

    assert counting.rows < 30, "not each label of the graph for a class that the plan has none of"


PLAN = "https://w3id.org/plangraph/id/minato/second"
OWN = {"政策": Words("分野", "分野"), "基本政策": Words("柱", "柱"), "Policy": Words("Field", "Field")}


@pytest.mark.parametrize(
    ("common", "own"),
    [
        (Words("基本政策の下の政策", ""), Words("柱の下の分野", "")),
        (Words("", "Policies of a policy"), Words("", "Fields of a field")),
        (Words("", "The policyholder"), Words("", "The policyholder")),
        (Words("都市像", "Vision"), Words("都市像", "Vision")),
    ],
)
def test_whole_words_are_said_as_the_city_says_them(common: Words, own: Words) -> None:
    assert said(common, OWN) == own


@pytest.mark.parametrize(
    ("word", "several"),
    [
        ("Strategy", "Strategies"),
        ("Bus", "Buses"),
        ("Key", "Keys"),
        ("Actions", "Actions"),
        ("事業", "事業"),
        ("Measure (大施策)", "Measures (大施策)"),
        ("Goal of the villages", "Goals of the villages"),
        ("Call to action", "Calls to action"),
    ],
)
def test_an_english_word_has_its_plural(word: str, several: str) -> None:
    assert said(Words("", "Projects"), {"Project": Words("", word)}).en == several


def test_a_word_for_two_tiers_of_a_list_is_said_once() -> None:
    own = {
        "政策": Words("分野", "分野"),
        "施策": Words("分野", "分野"),
        "policy": Words("", "Field"),
        "measure": Words("", "Field"),
    }
    common = Words("政策・施策・部署などごとの予算", "Budget by policy, measure, office and more")

    assert said(common, own) == Words("分野・部署などごとの予算", "Budget by field, office and more")
