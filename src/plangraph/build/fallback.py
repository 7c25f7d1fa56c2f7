"""Japanese for readers of English, where a city gives a text in Japanese only.

The same text is said again with the language tag ``ja-x-en`` (RFC 5646, section 2.2.7: Japanese, for a private use
of ours), so that questions find it by ``STRENDS(LANG(?label), "en")`` and readers are told that it is Japanese.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import PG, RDFS, SKOS
from plangraph.store.terms import Literal, NamedNode, Quad, name_of, text

if TYPE_CHECKING:
    from collections.abc import Iterable

TAG = "ja-x-en"
PROPERTIES = frozenset({RDFS.label, SKOS.note, PG.rationale})


def japanese_for_english(quads: Iterable[Quad]) -> list[Quad]:
    """Return the texts of quads that are in Japanese only, tagged :data:`TAG`, in the inferred graph of theirs."""
    japanese: list[Quad] = []
    english = set()
    for quad in quads:
        if isinstance(quad.object, Literal) and quad.predicate.value in PROPERTIES:
            if quad.object.language == "ja":
                japanese.append(quad)
            elif quad.object.language == "en":
                english.add((quad.subject, quad.predicate))
    return [
        Quad(quad.subject, quad.predicate, text(quad.object.value, TAG), _inferred(quad))
        for quad in japanese
        if (quad.subject, quad.predicate) not in english and isinstance(quad.object, Literal)
    ]


def _inferred(quad: Quad) -> NamedNode:
    return NamedNode(iris.inferred(name_of(quad.graph_name)))
