"""What an assistant's search finds: in the city that it names, or else anywhere; with all of its words, or some."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plangraph.meaning import meanings
from plangraph.namespaces import SKOS
from plangraph.store.folding import folded
from plangraph.store.terms import NamedNode, shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from plangraph.build.layout import Manifest
    from plangraph.graph import Graph
    from plangraph.store.answers import Rows

TOLD = ("label", "place", "plan_label", "city_label")
"""The columns of a hit in which the other words may stand: its name, what holds it, its plan and city."""


class Found(NamedTuple):
    """What is found.

    Attributes
    ----------
    rows : Rows
        The hits, as :meth:`~plangraph.graph.Graph.search` has them.
    text : str
        What was looked for in the end: without the name of a city.
    plans : collection of str
        The plans (IRIs) in which things near in meaning may be looked for: that of the city, or one of each.
    whole : bool
        Whether hits have all words of the text.
    """

    rows: Rows
    text: str
    plans: Collection[str]
    whole: bool = True


def find(graph: Graph, text: str, lang: str) -> Found:
    """Find things by their names.

    Parameters
    ----------
    graph : Graph
        What knows them.
    text : str
        Words, which may name a city too: then only things of that city are found, if it has any.
    lang : str
        The language of names, ``ja`` or ``en``.
    """
    city, rest = graph.city_in(text)
    every = graph.manifest.plans
    if city and rest:
        for rows, whole in ((_things(graph, rest, lang), True), (_with_most_words(graph, rest, lang), False)):
            if len(own := _within(rows, city, graph.manifest)):
                return Found(own, rest, [every[graph.manifest.spaces[city]]], whole)
    rows = _things(graph, text, lang)
    if len(rows):
        return Found(rows, text, [*every.values()])
    return Found(_with_most_words(graph, text, lang), text, [*every.values()], whole=False)


def _things(graph: Graph, text: str, lang: str) -> Rows:
    """Return what is called so; a unit or another mere concept is nothing that a plan is made of."""
    rows = graph.search(text, lang=lang)
    at = rows.variables.index("class")
    return replace(rows, rows=[row for row in rows.rows if row[at] != NamedNode(SKOS.Concept)])


def _within(rows: Rows, city: str, manifest: Manifest) -> Rows:
    """Return the hits that are things of a city (key)."""
    at = rows.variables.index("thing")
    return replace(rows, rows=[row for row in rows.rows if manifest.city(shown(row[at])) == city])


def _with_most_words(graph: Graph, text: str, lang: str) -> Rows:
    """Return the things whose names have a word of a text, those with most and with the rarest of its words first."""
    words = text.split() if " " in text else meanings().words(text)
    found = {word: hits for word in words if word != text and len(hits := _things(graph, word, lang))}
    if not found:
        return _things(graph, text, lang)
    first = next(iter(found.values()))
    thing, *told = (first.variables.index(name) for name in ("thing", *TOLD))
    rows = {row[thing]: row for hits in sorted(found.values(), key=len) for row in hits.rows}
    spelt = {at: folded(" ".join(shown(row[index]) for index in told)) for at, row in rows.items()}
    having = {at: sum(folded(word) in spelt[at] for word in words) for at in rows}
    return replace(first, rows=sorted(rows.values(), key=lambda row: -having[row[thing]]))
