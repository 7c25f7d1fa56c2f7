"""Something of which facts are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.build.readings import READING
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

    def labels(self, ja: str, other: str, alternatives: str = "", reading: str = "") -> None:
        """Write the labels, other Japanese spellings (separated by ``|``), and what a search would miss by width.

        A ``reading`` in kana is for searches, too.
        """
        self.label(ja, "ja")
        self.label(other, self._other)
        for each in filter(None, map(str.strip, alternatives.split("|"))):
            self.label(each, "ja", SKOS.altLabel)
        if reading:
            self.say(SKOS.hiddenLabel, text(folded(reading), READING))

    def label(self, words: str, lang: str, predicate: str = RDFS.label) -> None:
        """Write a label in a language, if there is one, and what a search would miss by width."""
        if words:
            self.say(predicate, text(words, lang))
        if folded(words) != words.lower():
            self.say(SKOS.hiddenLabel, text(folded(words), lang))
