"""One language for readers of another, where a city gives a text in none that they read.

The same text is said again with a language tag such as ``ja-x-en`` (RFC 5646, section 2.2.7: Japanese for readers of
English, for a private use of ours), so that questions find it by ``STRENDS(LANG(?label), "en")`` and readers are told
in which language it is.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import PG, RDFS, SKOS
from plangraph.store.terms import Literal, NamedNode, Quad, name_of, text
from plangraph.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

PROPERTIES = frozenset({RDFS.label, SKOS.note, PG.nameApart, PG.plural, PG.rationale})


def said_again(quads: Iterable[Quad]) -> list[Quad]:
    """Return the texts of quads that are in one language only, tagged for others, in their inferred graph."""
    texts = [
        (quad, quad.object)
        for quad in quads
        if isinstance(quad.object, Literal) and quad.predicate.value in PROPERTIES and quad.object.language
    ]
    there = defaultdict[tuple[object, ...], set[str]](set)
    for quad, words in texts:
        there[quad.subject, quad.predicate].add(words.language or "")
    return [
        Quad(quad.subject, quad.predicate, text(words.value, f"{words.language}-x-{reader}"), _inferred(quad))
        for quad, words in texts
        for reader in LANGUAGES
        if reader not in (spoken := there[quad.subject, quad.predicate]) and words.language == _for(reader, spoken)
    ]


def _for(reader: str, spoken: set[str]) -> str:
    """Return the language of those in which something is told that a reader knows best: of Latin letters in English."""
    return min(spoken, key=lambda lang: (lang == "ja" if reader == "en" else lang != "en", lang))


def _inferred(quad: Quad) -> NamedNode:
    return NamedNode(iris.inferred(name_of(quad.graph_name)))
