"""One language for readers of the other, where a city gives a text in one only.

The same text is said again with the language tag ``ja-x-en`` or ``en-x-ja`` (RFC 5646, section 2.2.7: Japanese for
readers of English, and the other way round, for a private use of ours), so that questions find it by
``STRENDS(LANG(?label), "en")`` and readers are told in which language it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import PG, RDFS, SKOS
from plangraph.store.terms import Literal, NamedNode, Quad, name_of, text

if TYPE_CHECKING:
    from collections.abc import Iterable

OTHERS = {"ja": "en", "en": "ja"}
PROPERTIES = frozenset({RDFS.label, SKOS.note, PG.rationale})


def said_again(quads: Iterable[Quad]) -> list[Quad]:
    """Return the texts of quads that are in one language only, tagged for the other, in their inferred graph."""
    texts = [
        (quad, quad.object)
        for quad in quads
        if isinstance(quad.object, Literal) and quad.predicate.value in PROPERTIES and quad.object.language in OTHERS
    ]
    there = {(quad.subject, quad.predicate, words.language) for quad, words in texts}
    return [
        Quad(quad.subject, quad.predicate, text(words.value, f"{words.language}-x-{other}"), _inferred(quad))
        for quad, words in texts
        if (other := OTHERS[words.language or ""]) and (quad.subject, quad.predicate, other) not in there
    ]


def _inferred(quad: Quad) -> NamedNode:
    return NamedNode(iris.inferred(name_of(quad.graph_name)))
