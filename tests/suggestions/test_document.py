from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plangraph.intake.from_text.text_forms import TextForms
from plangraph.intake.from_text.text_pages import read_pages
from plangraph.intake.heading_words import Vocabulary
from plangraph.suggestions.corpus import Candidate, Corpus, Element
from plangraph.suggestions.document import mention_rows, mentions

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.suggestions.document import Mention

FORMS = TextForms.load(Vocabulary.load(()))
CARE = "地域包括ケアの推進"
CORPUS = Corpus(
    "contributesToTarget",
    [
        Element("m1", "1-1", CARE, "tier", "施策", True, CARE, frozenset({"m1"})),
        Element("m2", "1-2", "保育所の整備", "tier", "施策", True, "保育所の整備", frozenset({"m2"})),
        Element("m3", "1-3", "道路", "tier", "施策", True, "道路", frozenset({"m3"})),
    ],
    [],
    [Candidate("t", "sdg:11.5", "災害による被害の削減", "11")],
)


def found(tmp_path: Path, text: str, least_score: float = 0.2) -> list[Mention]:
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    return list(mentions(read_pages(path, FORMS), FORMS, CORPUS, most=2, least_score=least_score))


def test_a_name_and_a_number_are_mentions_beyond_doubt(tmp_path: Path) -> None:
    spoken = found(tmp_path, f"区では、{CARE}に取り組みます。SDGsのターゲット3.8にも貢献します。\n", least_score=1)

    assert {each.thing.reference for each in spoken} >= {"1-1", "sdg:3.8"}
    assert next(each for each in spoken if each.thing.reference == "1-1").terms == [(CARE, 1.0)]


def test_words_of_a_like_meaning_speak_of_an_element(tmp_path: Path) -> None:
    spoken = found(tmp_path, "待機児童をなくすため、幼児を預かる場所を増やします。\n")

    assert spoken[0].thing.reference == "1-2"


@pytest.mark.parametrize("text", ["道路\n", "。。。。。。。。。。。。。。。。。。。。\n"])
def test_a_short_line_or_one_without_words_speaks_of_nothing(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_each_row_has_the_page_and_the_passage_as_its_reason(tmp_path: Path) -> None:
    spoken = found(tmp_path, f"はじめに\n\f{CARE}に取り組みます。\n", least_score=1)

    (row,) = mention_rows(spoken, "source:ward-book", "3")

    assert {name: row[name] for name in ("plan", "subject", "relation", "object", "source", "page")} == {
        **{"plan": "3", "subject": "source:ward-book", "relation": "mentions", "object": "1-1"},
        **{"source": "ward-book", "page": "2"},
    }
    assert row["rationale_ja"] == f"本文に「{CARE}に取り組みます。」とある（2ページ）"
