"""What a search finds for a text of several words of which no thing has all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plangraph.store.folding import folded
from plangraph.store.terms import shown

if TYPE_CHECKING:
    from plangraph.graph import Graph
    from plangraph.store.answers import Rows

TOLD = ("label", "place", "plan_label", "city_label")
"""The columns of a hit in which the other words may stand: its name, what holds it, its plan and city."""


def with_most_words(graph: Graph, text: str, lang: str) -> Rows:
    """Return the things whose names have a word of a text, those that are told with most of its words first."""
    words = text.split()
    found = [graph.search(word, lang=lang) for word in (words if len(words) > 1 else ())]
    first = next(filter(len, found), None)
    if first is None:
        return graph.search(text, lang=lang)
    thing, *told = (first.variables.index(name) for name in ("thing", *TOLD))
    rows = {row[thing]: row for hits in found for row in hits.rows}
    spelt = {at: folded(" ".join(shown(row[index]) for index in told)) for at, row in rows.items()}
    having = {at: sum(folded(word) in spelt[at] for word in words) for at in rows}
    return replace(first, rows=sorted(rows.values(), key=lambda row: -having[row[thing]]))
