"""Something of which facts are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.namespaces import RDFS, SKOS
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, Quad, text

if TYPE_CHECKING:
    from plangraph.store.terms import Term


class Thing:
    """Something of which facts are written into one graph.

    Parameters
    ----------
    quads : list of Quad
        To which the facts are added.
    iri : str
        What the facts are about.
    graph : str
        The named graph (IRI) that they go to.
    other : str
        The language of the texts that are not Japanese.
    """

    def __init__(self, quads: list[Quad], iri: str, graph: str, other: str = "en") -> None:
        self.iri, self._other = iri, other
        self._quads, self._subject, self._graph = quads, NamedNode(iri), NamedNode(graph)

    def say(self, predicate: str, value: Term) -> None:
        """Write a fact."""
        self._quads.append(Quad(self._subject, NamedNode(predicate), value, self._graph))

    def word(self, predicate: str, value: str | None) -> None:
        """Write a plain text, if there is one."""
        if value:
            self.say(predicate, Literal(value))

    def tie(self, predicate: str, target: str | None) -> None:
        """Write a relation to another thing (IRI), if there is one."""
        if target:
            self.say(predicate, NamedNode(target))

    def texts(self, predicate: str, ja: str, other: str) -> None:
        """Write what there is of a text in two languages."""
        for lang, words in (("ja", ja), (self._other, other)):
            if words:
                self.say(predicate, text(words, lang))

    def labels(self, ja: str, other: str, alternatives: str = "") -> None:
        """Write the labels, other Japanese spellings (separated by ``|``), and what a search would miss by width."""
        self.texts(RDFS.label, ja, other)
        others = [each for each in map(str.strip, alternatives.split("|")) if each]
        for each in others:
            self.say(SKOS.altLabel, text(each, "ja"))
        for words, lang in ((ja, "ja"), (other, self._other), *((each, "ja") for each in others)):
            if folded(words) != words.lower():
                self.say(SKOS.hiddenLabel, text(folded(words), lang))
