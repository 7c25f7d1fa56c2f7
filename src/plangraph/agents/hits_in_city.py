"""What an assistant's search finds: in the city that it names, or else anywhere; with all of its words, or some."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plangraph.meaning import meanings
from plangraph.store.folding import folded
from plangraph.store.terms import shown

if TYPE_CHECKING:
    from collections.abc import Collection

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
    space, rest = graph.city_in(text)
    every = graph.manifest.plans
    if space and rest:
        for rows, whole in ((graph.search(rest, lang=lang), True), (_with_most_words(graph, rest, lang), False)):
            if len(own := _within(rows, space)):
                return Found(own, rest, [every[space]], whole)
    rows = graph.search(text, lang=lang)
    if len(rows):
        return Found(rows, text, [*every.values()])
    return Found(_with_most_words(graph, text, lang), text, [*every.values()], whole=False)


def _within(rows: Rows, space: str) -> Rows:
    """Return the hits whose IRIs begin as those of a city's things do."""
    at = rows.variables.index("thing")
    return replace(rows, rows=[row for row in rows.rows if shown(row[at]).startswith(space)])


def _with_most_words(graph: Graph, text: str, lang: str) -> Rows:
    """Return the things whose names have a word of a text, those with most and with the rarest of its words first."""
    words = text.split() if " " in text else meanings().words(text)
    found = {word: hits for word in words if word != text and len(hits := graph.search(word, lang=lang))}
    if not found:
        return graph.search(text, lang=lang)
    first = next(iter(found.values()))
    thing, *told = (first.variables.index(name) for name in ("thing", *TOLD))
    rows = {row[thing]: row for hits in sorted(found.values(), key=len) for row in hits.rows}
    spelt = {at: folded(" ".join(shown(row[index]) for index in told)) for at, row in rows.items()}
    having = {at: sum(folded(word) in spelt[at] for word in words) for at in rows}
    return replace(first, rows=sorted(rows.values(), key=lambda row: -having[row[thing]]))
