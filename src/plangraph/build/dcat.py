"""What people who look for data are told: DCAT 3 (W3C), as much of it as DCAT-AP 3.0 (SEMIC) asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from plangraph import iris
from plangraph.namespaces import BASE, DCAT, DCTERMS, FOAF, GRAPHS, RDF, RDFS, SKOS, VCARD, XSD
from plangraph.store.formats import IANA
from plangraph.store.formats import RDF as SYNTAXES
from plangraph.store.terms import Literal, NamedNode, Quad, text
from plangraph.words import Words, is_japanese

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from plangraph.store.terms import Term
    from plangraph.tables.plan_models import Settings

AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
"""Of the codes of languages, themes and file types that DCAT-AP takes."""
TURTLE: Final = IANA + SYNTAXES["turtle"].media_type
PROTOCOL: Final = "https://www.w3.org/TR/sparql11-protocol/"
ENDPOINT: Final = f"{BASE}sparql"
TITLE: Final = Words("plangraph のデータ目録", "plangraph catalogue")
CATALOGUED: Final = Words(
    "市の総合計画を知識グラフにしたデータセットと、それを得られるところの目録です。",
    "The datasets of cities' comprehensive plans as knowledge graphs, and where they can be had.",
)
QUESTIONS: Final = Words("SPARQL エンドポイント", "SPARQL endpoint")
KEYWORDS: Final = (
    Words("総合計画", "comprehensive plan"),
    Words("基礎自治体", "municipality"),
    Words("知識グラフ", "knowledge graph"),
)


class Writer:
    """Makes the statements of a graph.

    Parameters
    ----------
    graph : str
        The graph (IRI).
    """

    def __init__(self, graph: str) -> None:
        self.quads: list[Quad] = []
        self._graph = NamedNode(graph)

    def say(self, subject: str, predicate: str, *values: Term) -> None:
        """Write a statement about a thing (IRI)."""
        self.quads += [Quad(NamedNode(subject), NamedNode(predicate), value, self._graph) for value in values]

    def texts(self, subject: str, predicate: str, ja: str, en: str) -> None:
        """Write texts about a thing, as far as there are any."""
        self.say(subject, predicate, *(text(words, lang) for words, lang in ((ja, "ja"), (en, "en")) if words))

    def called(self, subject: str, predicate: str, ja: str, en: str) -> None:
        """Write texts about a thing; one in a single language is written for readers of the other too."""
        self.texts(subject, predicate, ja, en)
        if ja and not en:
            self.say(subject, predicate, text(ja, "ja-x-en"))
        if en and not ja:
            self.say(subject, predicate, text(en, "en-x-ja"))


def describe_catalogue(out: Writer, catalogue: str, cities: Iterable[Settings]) -> None:
    """Describe the catalogue (IRI), and the service that answers queries about its datasets."""
    service = f"{catalogue}#sparql"
    out.texts(catalogue, DCTERMS.title, *TITLE)
    out.texts(catalogue, DCTERMS.description, *CATALOGUED)
    out.say(catalogue, FOAF.homepage, NamedNode(BASE))
    out.say(catalogue, DCAT.service, NamedNode(service))
    _agent(out, catalogue, f"{catalogue}#publisher", "plangraph")
    _languages(out, catalogue)
    out.say(service, RDF.type, NamedNode(DCAT.DataService))
    out.texts(service, DCTERMS.title, *QUESTIONS)
    out.say(service, DCAT.endpointURL, NamedNode(ENDPOINT))
    out.say(service, DCAT.endpointDescription, NamedNode(ENDPOINT))  # which answers with it where no query is sent
    out.say(service, DCTERMS.conformsTo, NamedNode(PROTOCOL))
    out.say(service, DCAT.servesDataset, *(NamedNode(dataset_of(city)) for city in cities))


def describe_dataset(out: Writer, catalogue: str, city: Settings, graphs: Iterable[str]) -> None:
    """Describe the dataset of a city, and how each of its graphs (IRIs) can be had."""
    dataset = dataset_of(city)
    out.say(catalogue, DCAT.dataset, NamedNode(dataset))
    out.say(dataset, RDF.type, NamedNode(DCAT.Dataset))
    out.texts(dataset, DCTERMS.title, city.label_ja, city.label_en)
    out.called(dataset, RDFS.label, city.label_ja, city.label_en)
    out.called(dataset, SKOS.note, city.note_ja, city.note_en)
    out.texts(dataset, DCTERMS.description, *_described(city))
    for words in KEYWORDS:
        out.texts(dataset, DCAT.keyword, *words)
    out.say(dataset, DCAT.keyword, *(text(word, "ja") for word in city.keywords_ja))
    out.say(dataset, DCAT.keyword, *(text(word, "en") for word in city.keywords_en))
    out.say(dataset, DCAT.theme, NamedNode(f"{AUTHORITY}data-theme/GOVE"))
    if city.licence:
        out.say(dataset, DCTERMS.license, NamedNode(city.licence))
    if publisher := city.publisher or city.attribution:
        _agent(out, dataset, f"{dataset}/publisher", publisher)
    if city.contact:
        _contact(out, dataset, publisher or city.label_ja or city.label_en, city.contact)
    _dates(out, dataset, city.issued, city.modified)
    _languages(out, dataset)
    out.say(dataset, DCTERMS.spatial, NamedNode(iris.thing(city.key, "place", city.place)))
    for graph in graphs:
        _distribution(out, dataset, graph, f"{catalogue}#sparql", city.licence)


def dataset_of(city: Settings) -> str:
    """Return the IRI of a city's dataset."""
    return iris.thing(city.key, "dataset")


def _described(city: Settings) -> Words:
    name = city.label_ja or city.label_en
    ja = f"{name}と、それが述べていることを、たどり、問い合わせることのできる知識グラフにしたものです。"
    en = f"{city.label_en or city.label_ja} and what it says, as a knowledge graph to follow and to query."
    return Words(ja + city.note_ja, f"{en} {city.note_en}".rstrip())


def _agent(out: Writer, thing: str, agent: str, name: str) -> None:
    out.say(thing, DCTERMS.publisher, NamedNode(agent))
    out.say(agent, RDF.type, NamedNode(FOAF.Agent))
    out.say(agent, FOAF.name, Literal(name))
    out.called(agent, RDFS.label, *((name, "") if is_japanese(name) else ("", name)))


def _contact(out: Writer, dataset: str, name: str, page: str) -> None:
    contact = f"{dataset}/contact"
    out.say(dataset, DCAT.contactPoint, NamedNode(contact))
    out.say(contact, RDF.type, NamedNode(VCARD.Organization))
    out.say(contact, VCARD.fn, Literal(name))
    out.texts(contact, RDFS.label, f"{name}の問い合わせ先", f"Contact of {name}")
    out.say(contact, VCARD.hasURL, NamedNode(page))


def _dates(out: Writer, thing: str, issued: date | None, modified: date | None) -> None:
    for predicate, day in ((DCTERMS.issued, issued), (DCTERMS.modified, modified)):
        if day:
            out.say(thing, predicate, Literal(day.isoformat(), datatype=NamedNode(XSD.date)))


def _languages(out: Writer, thing: str) -> None:
    out.say(thing, DCTERMS.language, *(NamedNode(f"{AUTHORITY}language/{code}") for code in ("JPN", "ENG")))


def _distribution(out: Writer, dataset: str, graph: str, service: str, licence: str | None) -> None:
    """Write where a graph can be had: its page, its file and the service that answers queries about it."""
    distribution = f"{graph}#turtle"
    out.say(dataset, DCAT.distribution, NamedNode(distribution))
    out.say(distribution, RDF.type, NamedNode(DCAT.Distribution))
    out.say(distribution, DCTERMS.title, Literal(f"{graph.removeprefix(GRAPHS)} (Turtle)"))
    out.say(distribution, DCAT.accessURL, NamedNode(graph))
    out.say(distribution, DCAT.accessService, NamedNode(service))
    out.say(distribution, DCAT.downloadURL, NamedNode(f"{graph}?format=turtle"))
    out.say(distribution, DCAT.mediaType, NamedNode(TURTLE))
    out.say(distribution, DCTERMS.format, NamedNode(f"{AUTHORITY}file-type/RDF_TURTLE"))
    if licence:
        out.say(distribution, DCTERMS.license, NamedNode(licence))
