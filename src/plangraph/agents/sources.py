"""From which documents, and which pages of them, the things in rows were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.store.answers import expect_rows
from plangraph.store.terms import NamedNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.graph import Graph
    from plangraph.store.terms import Row

OF_A_THING = 2
"""Documents that are named for one thing, those with the most of its facts first."""
QUERY = """SELECT ?thing ?source (SAMPLE(?called) AS ?label) (SAMPLE(?at) AS ?page) (COUNT(DISTINCT ?fact) AS ?facts)
WHERE {{
  {{ SELECT DISTINCT ?thing ?fact WHERE {{ VALUES ?thing {{ {things} }} ?thing (^pg:about|^pg:evaluates)? ?fact }} }}
  ?fact prov:hadPrimarySource ?source .
  ?source rdfs:label ?called FILTER(STRENDS(LANG(?called), "{lang}"))
  OPTIONAL {{ ?source pg:page ?at }}
}} GROUP BY ?thing ?source ORDER BY ?thing DESC(?facts) ?source"""


class Sources:
    """The documents that rows rest on, numbered as they are met.

    Parameters
    ----------
    graph : Graph
        What knows them.
    rows : sequence of Row
        The rows.
    lang : str
        The reader's language, ``ja`` or ``en``.
    """

    def __init__(self, graph: Graph, rows: Sequence[Row], lang: str) -> None:
        self._of = _sources_of(graph, _things(rows), lang)
        self._numbers: dict[str, int] = {}

    @property
    def noted(self) -> list[str]:
        """The documents that have been referred to, each with its number."""
        return [f"[{number}] {source}" for source, number in self._numbers.items()]

    def new(self, row: Row) -> list[str]:
        """Return the documents of a row that have not been referred to."""
        return [source for source in self._rests_on(row) if source not in self._numbers]

    def mark(self, row: Row) -> str:
        """Return the numbers of the documents that a row rests on."""
        numbers = sorted(self._numbers.setdefault(source, len(self._numbers) + 1) for source in self._rests_on(row))
        return "".join(f" [{number}]" for number in numbers)

    def _rests_on(self, row: Row) -> list[str]:
        """Return the documents of a row: those of its first thing that has any."""
        things = (self._of.get(term.value) for term in row if isinstance(term, NamedNode))
        return next(filter(None, things), [])


def _things(rows: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(term.value for row in rows for term in row if isinstance(term, NamedNode)))


def _sources_of(graph: Graph, things: Sequence[str], lang: str) -> Mapping[str, list[str]]:
    """Return the names of the documents of each thing (IRI), with their pages."""
    if not things:
        return {}
    query = QUERY.format(things=" ".join(str(NamedNode(thing)) for thing in things), lang=lang)
    found: dict[str, list[str]] = {}
    for thing, _, label, page, _ in expect_rows(graph.sparql(query)):
        sources = found.setdefault(thing, [])
        if len(sources) < OF_A_THING:
            sources.append(f"{label} p. {page}" if page and f"{page}" not in label else label)
    return found
