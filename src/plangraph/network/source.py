"""What a network is made from: a graph that answers questions, seen from below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from plangraph import name_lookup, queries
from plangraph.iris import is_inferred
from plangraph.store.answers import expect_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from plangraph.store.answers import Answer, Rows
    from plangraph.words import Words


class Manifest(name_lookup.Manifest, Protocol):
    """What of a build's manifest is needed here."""

    @property
    def graphs(self) -> Mapping[str, int]:
        """The number of triples in each graph (IRI)."""

    def currency(self, thing: str) -> str:
        """Return the currency (ISO 4217) of the amounts of a thing's (IRI) city."""


class Source(Protocol):
    """A graph that answers questions; :class:`plangraph.Graph` is one."""

    @property
    def manifest(self) -> Manifest:
        """What was built."""

    def sparql(self, text: str, default_graphs: Sequence[str] = ()) -> Answer:
        """Answer a SPARQL query over some graphs (IRIs)."""

    def query(self, name: str, **parameters: object) -> Rows:
        """Return the rows that answer a question."""

    def answer(self, name: str, parameters: Mapping[str, object]) -> Answer:
        """Return the answer to a question of any form."""

    def in_own_words(self, words: Words, plan: str | None = None) -> Words:
        """Return words as the city of a plan says them."""

    def resolve(self, name: str, plan: str | None = None, sort: str | None = None) -> str:
        """Return the IRI of the thing, of a class (IRI) perhaps, that goes by a name."""


def scope(source: Source, plan: str, *, inferred: bool) -> list[str]:
    """Return the graphs (IRIs) that a plan's facts are in, with what follows from them or without."""
    graphs = source.manifest.scopes.get(plan) or list(source.manifest.graphs)
    return [graph for graph in graphs if inferred or not is_inferred(graph)]


def rows(source: Source, question: str, plan: str, *, inferred: bool) -> Iterator[dict[str, Any]]:
    """Answer one of the questions of ``queries/network`` about a plan (IRI), row by row."""
    text = queries.bind(queries.Library().find(question), {"plan": plan})
    yield from expect_rows(source.sparql(text, scope(source, plan, inferred=inferred))).to_dicts()


def asked(source: Source, question: str, **parameters: object) -> Iterator[dict[str, Any]]:
    """Answer a question that is not about the scope of one plan, row by row."""
    yield from source.query(question, **parameters).to_dicts()
