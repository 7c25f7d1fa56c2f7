"""A city without English is told of in Japanese, also to those who ask in English; and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.fallback import said_again
from plangraph.namespaces import RDFS
from plangraph.store.terms import Literal, NamedNode, Quad, text

if TYPE_CHECKING:
    import plangraph


def test_what_has_no_english_answers_in_japanese_and_says_so(minato: plangraph.Graph) -> None:
    japanese, english = (minato.query("standing-counts", lang=lang) for lang in ("ja", "en"))
    labels = [row[english.variables.index("label")] for row in english.rows]

    assert japanese.to_dicts() == english.to_dicts() != []
    assert {label.language for label in labels if isinstance(label, Literal)} == {"ja-x-en"}


def test_what_has_english_is_not_said_again(kawasaki: plangraph.Graph) -> None:
    labelled = 'ASK { ?thing a pg:PlanElement ; rdfs:label ?label FILTER(LANG(?label) = "ja-x-en") }'

    assert not kawasaki.sparql(labelled)


def test_what_has_no_japanese_is_said_again_for_its_readers() -> None:
    one, both = NamedNode("https://example.org/one"), NamedNode("https://example.org/both")
    graph = NamedNode("https://example.org/graph")
    said = [
        Quad(thing, NamedNode(RDFS.label), words, graph)
        for thing, words in ((one, text("Parks", "en")), (both, text("公園", "ja")), (both, text("Parks", "en")))
    ]

    [again] = said_again(said)

    assert (again.subject, again.object) == (one, text("Parks", "en-x-ja"))
