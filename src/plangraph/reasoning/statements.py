"""Statements: triples of the graph, as the reasoning room handles and names them."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, NamedTuple, Protocol

from plangraph.iris import path_of
from plangraph.namespaces import RDF, THINGS
from plangraph.ontology import local
from plangraph.store.answers import Boolean, expect_rows
from plangraph.store.terms import NamedNode
from plangraph.words import SAID_AGAIN, Words, coded_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plangraph.store.answers import Answer
    from plangraph.store.terms import Term

IS_A = Words("種類", "is a")
"""What the relation of a thing to its class is called in a sentence."""
ASSERTED = 'ASK { GRAPH ?graph { $statement } FILTER(!STRENDS(STR(?graph), "/inferred")) }'
ALL_INFERRED = """SELECT DISTINCT ?subject ?predicate ?object WHERE {
    GRAPH ?graph { ?subject ?predicate ?object } FILTER(STRENDS(STR(?graph), "/inferred"))
    FILTER NOT EXISTS { GRAPH ?other { ?subject ?predicate ?object } FILTER(!STRENDS(STR(?other), "/inferred")) } }"""
LABELS = """SELECT ?thing ?label ?lang (MIN(?notation) AS ?code) WHERE {
    VALUES ?thing { $things } ?thing rdfs:label ?label . BIND(LANG(?label) AS ?lang)
    OPTIONAL { ?thing skos:notation ?notation FILTER NOT EXISTS { ?thing rdfs:isDefinedBy ?module } }
    } GROUP BY ?thing ?label ?lang"""


class Store(Protocol):
    """A graph that answers queries; :class:`plangraph.Graph` is one."""

    def sparql(self, text: str, default_graphs: Sequence[str] = ()) -> Answer:
        """Answer a SPARQL query over some graphs (IRIs), or over the union of all."""


class Statement(NamedTuple):
    """A triple in SPARQL's notation.

    Attributes
    ----------
    subject, predicate, object : str
        Terms as they stand in a query, such as ``<https://…>`` or ``"text"@ja``.
    """

    subject: str
    predicate: str
    object: str

    def pattern(self) -> str:
        """Write the statement as a triple pattern."""
        return " ".join(self)

    def iris(self) -> list[str]:
        """List the IRIs in it."""
        return [term[1:-1] for term in self if term.startswith("<")]


def written(term: Term) -> str:
    """Write a term as it stands in a query."""
    return str(term)


def is_asserted(store: Store, statement: Statement) -> bool:
    """Check whether a statement stands in a graph that is not inferred."""
    return bool(store.sparql(Template(ASSERTED).substitute(statement=statement.pattern())))


def holds(store: Store, statement: Statement) -> bool:
    """Check whether a statement stands in any graph."""
    answer = store.sparql(f"ASK {{ {statement.pattern()} }}")
    assert isinstance(answer, Boolean)  # noqa: S101 - for the type checker
    return bool(answer)


def labels(store: Store, iris: Iterable[str]) -> dict[str, Words]:
    """Name things (IRIs) in both languages, with their codes before their labels.

    What has no label in one language goes by that in the other; what has none, by the last part of its IRI, and a
    record of the plan by all that comes after the common part.
    """
    wanted = sorted(set(iris))
    values = " ".join(str(NamedNode(iri)) for iri in wanted)
    text = Template(LABELS).substitute(things=values)
    found: dict[str, dict[str, str]] = {iri: {} for iri in wanted}
    for row in expect_rows(store.sparql(text)).to_dicts() if wanted else ():
        reader = row["lang"].rpartition(SAID_AGAIN)[2]
        found[row["thing"]][reader] = coded_name(row["code"], row["label"])
    return {iri: IS_A if iri == RDF.type else _words(named, iri) for iri, named in found.items()}


def kinds(store: Store, iris: Iterable[str]) -> dict[str, str]:
    """Return the narrowest class (local name) of each thing (IRI) that has one."""
    values = " ".join(str(NamedNode(iri)) for iri in sorted(set(iris)))
    text = f"""SELECT ?thing (MIN(?class) AS ?kind) WHERE {{ VALUES ?thing {{ {values} }} ?thing a ?class
        FILTER NOT EXISTS {{ ?thing a ?narrower . ?narrower rdfs:subClassOf ?class FILTER(?narrower != ?class) }} }}
        GROUP BY ?thing"""
    return {row["thing"]: local(row["kind"]) for row in expect_rows(store.sparql(text)).to_dicts()}


def _words(named: Mapping[str, str], iri: str) -> Words:
    ja, en = named.get("ja"), named.get("en")
    return Words(ja or en or _last(iri), en or ja or _last(iri))


def _last(iri: str) -> str:
    return path_of(iri) if iri.startswith(THINGS) else local(iri)


def shown(term: str) -> str:
    """Write a literal without its quotes, an IRI without its brackets."""
    if term.startswith("<"):
        return term[1:-1]
    return term[1:].rpartition('"')[0] if term.startswith('"') else term
