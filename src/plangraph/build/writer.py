"""How a fact is written: the quads, the row that each thing comes from, and what could not be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.errors import Problem
from plangraph.namespaces import DCTERMS, PG, PROV, RDF, RDFS, SKOS
from plangraph.ontology import local
from plangraph.store.folding import folded
from plangraph.store.terms import Literal, NamedNode, Quad, integer, text
from plangraph.tables.names import Unreadable
from plangraph.tables.wording import unknown
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.ontology import Ontology
    from plangraph.store.terms import Term
    from plangraph.tables.city import City
    from plangraph.tables.rows import Row, Sourced


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
    """

    def __init__(self, quads: list[Quad], iri: str, graph: str) -> None:
        self.iri = iri
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

    def texts(self, predicate: str, ja: str, en: str) -> None:
        """Write what there is of a text in two languages."""
        for lang, words in (("ja", ja), ("en", en)):
            if words:
                self.say(predicate, text(words, lang))

    def labels(self, ja: str, en: str, alternatives: str = "") -> None:
        """Write the labels, other Japanese spellings (separated by ``|``), and what a search would miss by width."""
        self.texts(RDFS.label, ja, en)
        others = [other for other in map(str.strip, alternatives.split("|")) if other]
        for other in others:
            self.say(SKOS.altLabel, text(other, "ja"))
        for words, lang in ((ja, "ja"), (en, "en"), *((other, "ja") for other in others)):
            if folded(words) != words.lower():
                self.say(SKOS.hiddenLabel, text(folded(words), lang))


class Writer:
    """What writing the tables of a city needs.

    Parameters
    ----------
    city : City
        The rows.
    ontology : Ontology
        What the names of kinds, relations and concepts mean.
    problems : list of Problem
        To which each name that stands for nothing is added; the fact that needs it is left out.

    Attributes
    ----------
    quads : list of Quad
        What has been written.
    places : dict of str to Row
        The row that each thing (IRI) comes from.
    excused : set of (str, int, str)
        The cells (file, row, column) that name what stands in a row that could not be read.
    own_graphs : set of str
        The keys of the plans with a graph of their own: the tiers of the comprehensive plan. What other plans say
        is in the city's graph.
    """

    def __init__(self, city: City, ontology: Ontology, problems: list[Problem]) -> None:
        self.quads: list[Quad] = []
        self.places: dict[str, Row] = {}
        self.excused: set[tuple[str, int, str]] = set()
        self.own_graphs = {row.key for row in city.plans if ontology.is_a(row.kind, PG.ComprehensivePlanTier)}
        self._names, self._ontology, self._problems = city.names, ontology, problems
        self._city = city.settings.key
        self._graphs = {plan: iris.graph(self._city, plan) for plan in self.own_graphs}
        self._graph = iris.graph(self._city)
        self._titles = {row.key: row for row in city.sources}

    def mint(self, *path: str) -> str:
        """Give the IRI of a thing of the city from its path; empty segments are left out."""
        return iris.thing(self._city, *filter(None, path))

    def thing(self, row: Row, iri: str, plan: str = "") -> Thing:
        """Begin the facts about a thing that a row defines, in the graph of a plan or, without one, of the city."""
        self.places[iri] = row
        return self.known(iri, plan)

    def known(self, iri: str, plan: str = "") -> Thing:
        """Go on with the facts about a thing that is defined elsewhere."""
        return Thing(self.quads, iri, self._graphs.get(plan, self._graph))

    def sourced(self, row: Sourced, iri: str, kind: str, plan: str = "", column: str = "kind") -> Thing:
        """Begin the facts about a thing: its class (a local name, from a column), and the source that its row names."""
        thing = self.thing(row, iri, plan)
        kind_iri = self._ontology.own_class(kind)
        if kind_iri is None:
            known = [local(name) for name in self._ontology.classes]
            self.problem(row, column, unknown(Words("クラス", "class"), kind, known))
        thing.tie(RDF.type, kind_iri)
        if row.source:
            document = self.find(row, "source", self._names.keyed, "source", row.source)
            thing.tie(PROV.hadPrimarySource, self._page(row, document) if document and row.page else document)
        return thing

    def find(self, row: Row, column: str, look_up: Callable[..., str], *names: str) -> str | None:
        """Look a name up; where there is nothing, note a problem of the cell, unless another row is to blame."""
        try:
            return look_up(*names)
        except Unreadable:
            self.excused.add((row.file, row.line, column))
        except LookupError as error:
            self.problem(row, column, error.args[0])
        return None

    def plan(self, row: Row, plan: str) -> str | None:
        """Give the IRI of the plan in a row's column ``plan``."""
        return self.find(row, "plan", self._names.keyed, "plan", plan)

    def concept(self, row: Row, column: str, name: str, scheme: str) -> str | None:
        """Give the IRI of a concept by its local name or notation."""
        concepts = self._ontology.scheme(scheme)
        if name not in concepts:
            choices = ", ".join({concept: key for key, concept in concepts.items()}.values())
            message = Words(
                f"{scheme} に「{name}」はありません。選べるもの: {choices}",
                f"no '{name}' in the scheme {scheme}: {choices}",
            )
            self.problem(row, column, message)
        return concepts.get(name)

    def relation(self, row: Row, column: str, name: str) -> str | None:
        """Give the IRI of an object property by its local name."""
        relation = self._ontology.relation(name)
        if relation is None:
            known = [local(iri) for iri in self._ontology.object_properties]
            self.problem(row, column, unknown(Words("関係", "relation"), name, known))
        return relation

    def problem(self, row: Row, column: str, message: Words) -> None:
        """Note what is wrong with a cell."""
        self._problems.append(Problem(row.file, row.line, column, message))

    def _page(self, row: Sourced, document: str) -> str:
        iri = f"{document}/page/{row.page}"
        if iri not in self.places:
            titles = self._titles[row.source]
            page = self.thing(row, iri)
            page.tie(RDF.type, PG.Passage)
            page.tie(DCTERMS.isPartOf, document)
            page.say(PG.page, integer(row.page or 0))
            page.labels(f"{titles.title_ja} {row.page}ページ", f"{titles.title_en}, p. {row.page}")
        return iri
