"""A city without English is told of in Japanese, also to those who ask in English; and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.build.asked import ask
from tests.small_city import write_city

from plangraph import open as opened
from plangraph.build.fallback import said_again
from plangraph.build.pipeline import build
from plangraph.namespaces import RDFS
from plangraph.store.terms import Literal, NamedNode, Quad, text

if TYPE_CHECKING:
    from pathlib import Path

    import plangraph


def test_what_has_no_english_answers_in_japanese_and_says_so(minato: plangraph.Graph) -> None:
    japanese, english = (minato.query("standing-counts", lang=lang) for lang in ("ja", "en"))
    labels = [row[english.variables.index("label")] for row in english.rows]

    assert japanese.to_dicts() == english.to_dicts() != []
    assert {label.language for label in labels if isinstance(label, Literal)} == {"ja-x-en"}


def test_what_has_english_is_not_said_again(kawasaki: plangraph.Graph) -> None:
    labelled = 'ASK { ?thing a pg:PlanElement ; rdfs:label ?label FILTER(LANG(?label) = "ja-x-en") }'

    assert not kawasaki.sparql(labelled)


def test_tiers_without_a_word_in_a_language_go_by_their_class(minato: plangraph.Graph) -> None:
    words = "?tier a pg:Tier ; rdfs:label ?{0} FILTER(LANG(?{0}) = '{0}')"
    called = set(ask(minato, f"{words.format('ja')} {words.format('en')}", "ja", "en"))

    assert called >= {("施策", "Measure"), ("事務事業", "Project")}


def test_tiers_of_one_class_without_english_are_told_apart_by_their_own_words(tmp_path: Path) -> None:
    tiers = ("\n[[grades]]", '\n[[tiers]]\nword = "大施策"\nclass = "Measure"\nunder = []\n[[grades]]')
    build([write_city(tmp_path / "city", {"plan.toml": tiers})], tmp_path / "out")

    words = "?tier a pg:Tier ; rdfs:label ?{0} FILTER(LANG(?{0}) = '{0}')"
    called = set(ask(opened(tmp_path / "out"), f"{words.format('ja')} {words.format('en')}", "ja", "en"))
    assert called >= {("施策", "Measure"), ("大施策", "Measure (大施策)"), ("事業", "Project")}


KINDS = """[[kinds]]
word = "区"
class = "Ward"

[[kinds]]
word = "圏域"
class = "Ward"

[[kinds]]
word = "地区"
class = "Ward"
en = "District"

[[grades]]"""


def test_districts_are_wards_in_english_only_where_they_are_in_japanese(tmp_path: Path) -> None:
    build([write_city(tmp_path / "city", {"plan.toml": ("[[grades]]", KINDS)})], tmp_path / "out")

    words = "?kind skos:inScheme ?kinds ; rdfs:label ?{0} FILTER(LANG(?{0}) = '{0}' && STRENDS(STR(?kinds), 'kinds'))"
    called = ask(opened(tmp_path / "out"), f"{words.format('ja')} {words.format('en')}", "ja", "en")

    assert set(called) == {("区", "Ward"), ("圏域", "Area"), ("地区", "District")}


def test_what_has_no_japanese_is_said_again_for_its_readers() -> None:
    one, both = NamedNode("https://example.org/one"), NamedNode("https://example.org/both")
    graph = NamedNode("https://example.org/graph")
    said = [
        Quad(thing, NamedNode(RDFS.label), words, graph)
        for thing, words in ((one, text("Parks", "en")), (both, text("公園", "ja")), (both, text("Parks", "en")))
    ]

    [again] = said_again(said)

    assert (again.subject, again.object) == (one, text("Parks", "en-x-ja"))
