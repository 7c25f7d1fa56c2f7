"""What is here, from where and how much: DCAT 3 (W3C) for people who look for data, VoID for programs that query it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import DCAT, DCTERMS, ONTOLOGY, PREFIXES, RDF, RDFS, SKOS, VOID
from plangraph.store.terms import Literal, NamedNode, Quad, integer, name_of, text
from plangraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plangraph.store.terms import Term
    from plangraph.tables.city import Settings

CATALOGUE = iris.graph("catalogue")
VOID_CLASS = PREFIXES["void"] + "class"  # "class" is no name in Python


def catalogue(cities: Iterable[Settings], quads: Iterable[Quad], scopes: Mapping[str, list[str]]) -> list[Quad]:
    """Describe the datasets and graphs of a build.

    Parameters
    ----------
    cities : iterable of Settings
        What ``plan.toml`` says of each city.
    quads : iterable of Quad
        All quads of the build.
    scopes : mapping of str to list of str
        For each plan (IRI), the graphs (IRIs) of its scope.
    """
    graphs = Counter[str]()
    classes = Counter[tuple[str, str]]()
    for quad in quads:
        name = name_of(quad.graph_name)
        graphs[name] += 1
        if quad.predicate.value == RDF.type:
            classes[name, name_of(quad.object)] += 1
    out = _Writer()
    out.say(CATALOGUE, RDF.type, NamedNode(DCAT.Catalog), NamedNode(VOID.DatasetDescription))
    out.say(CATALOGUE, DCTERMS.title, text("plangraph のデータ目録", "ja"), text("plangraph catalogue", "en"))
    out.say(CATALOGUE, DCAT.version, Literal(__version__))
    for city in cities:
        _city(out, city, [name for name in graphs if _belongs(name, city.key)])
    for name, size in sorted(graphs.items()):
        out.say(CATALOGUE, DCTERMS.hasPart, NamedNode(name))
        out.say(name, RDF.type, NamedNode(VOID.Dataset))
        out.say(name, VOID.triples, integer(size))
        for (graph, kind), number in sorted(classes.items()):
            if graph == name and kind.startswith("http"):
                partition = f"{name}#class-{kind.rpartition('#')[2].rpartition('/')[2]}"
                out.say(name, VOID.classPartition, NamedNode(partition))
                out.say(partition, VOID_CLASS, NamedNode(kind))
                out.say(partition, VOID.entities, integer(number))
    for plan, members in scopes.items():
        out.say(plan, DCTERMS.source, *(NamedNode(name) for name in members))
    return out.quads


def _belongs(graph: str, city: str) -> bool:
    return graph == iris.graph(city) or graph.startswith(iris.graph(city) + "/")


def _city(out: _Writer, city: Settings, graphs: list[str]) -> None:
    dataset = iris.thing(city.key, "dataset")
    out.say(CATALOGUE, DCAT.dataset, NamedNode(dataset))
    out.say(dataset, RDF.type, NamedNode(DCAT.Dataset), NamedNode(VOID.Dataset))
    out.say(dataset, DCTERMS.title, text(city.label_ja, "ja"), text(city.label_en, "en"))
    out.say(dataset, RDFS.label, text(city.label_ja, "ja"), text(city.label_en, "en"))
    notes = [text(note, language) for note, language in ((city.note_ja, "ja"), (city.note_en, "en")) if note]
    out.say(dataset, SKOS.note, *notes)
    out.say(dataset, DCTERMS.license, NamedNode(city.licence))
    out.say(dataset, DCTERMS.creator, Literal(city.attribution))
    out.say(dataset, DCTERMS.language, Literal("ja"), Literal("en"))
    out.say(dataset, DCTERMS.spatial, NamedNode(iris.thing(city.key, "place", city.place)))
    out.say(dataset, DCTERMS.conformsTo, NamedNode(ONTOLOGY))
    out.say(dataset, VOID.uriSpace, Literal(iris.thing(city.key) + "/"))
    out.say(dataset, VOID.rootResource, NamedNode(iris.thing(city.key, city.plan)))
    out.say(dataset, VOID.subset, *(NamedNode(name) for name in sorted(graphs)))


class _Writer:
    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self._graph = NamedNode(CATALOGUE)

    def say(self, subject: str, predicate: str, *values: Term) -> None:
        self.quads += [Quad(NamedNode(subject), NamedNode(predicate), value, self._graph) for value in values]
