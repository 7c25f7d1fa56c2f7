"""What the graph says of one thing, and whole graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.errors import UnknownThing
from plangraph.namespaces import GRAPHS, ONTOLOGY, VOID
from plangraph.server.html import facts
from plangraph.server.html.facts import NEIGHBOURS, unknown
from plangraph.server.workers.channel import Reply
from plangraph.store.formats import RDF
from plangraph.store.terms import NamedNode, Triple
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.server.workers.served_graph import ServedGraph


def thing(served: ServedGraph, iri: str, form: str, lang: str = "ja", endpoint: str = "", base: str = "") -> Reply:
    """Describe a thing by what it says and what points to it.

    Parameters
    ----------
    served : ServedGraph
        What is served.
    iri : str
        The thing, or a whole graph.
    form : str
        A format, or ``html``.
    lang : str
        Of a page.
    base : str
        The path that its links are under.
    endpoint : str
        The SPARQL endpoint's address, to be said of a whole graph (VoID, "Access metadata").

    Raises
    ------
    UnknownThing
        If the graph does not know the IRI.
    """
    try:
        name = NamedNode(iri)
    except ValueError:
        raise UnknownThing(Words("IRI の形をしていません", "that is not an IRI")) from None
    if is_collection(iri):
        return _collection(served, iri.removesuffix("#"), form, lang, endpoint, base)
    if form == "html":
        return facts.page(served.graph, iri, lang, base)
    around = f"{{ {name} ?p ?o }} UNION {{ SELECT ?s ?q WHERE {{ ?s ?q {name} }} LIMIT {NEIGHBOURS} }}"
    triples = _triples(served, f"CONSTRUCT {{ {name} ?p ?o . ?s ?q {name} }} WHERE {{ {around} }}", (), iri)
    cut = "neighbours" if sum(triple.object == name for triple in triples) >= NEIGHBOURS else ""
    return Reply(RDF[form].write(triples), RDF[form].content_type, cut=cut)


def is_collection(iri: str) -> bool:
    """Check whether an IRI stands for a whole graph; the ontology is one."""
    return (iri.startswith(GRAPHS) and "#" not in iri) or iri in {ONTOLOGY, f"{ONTOLOGY}#"}


def _collection(served: ServedGraph, iri: str, form: str, lang: str, endpoint: str, base: str) -> Reply:
    name = iris.graph("ontology") if iri == ONTOLOGY else iri
    if name not in served.graph.manifest.graphs:
        raise UnknownThing(
            Words(
                "その名のグラフはありません。/api/info に一覧があります", "no such graph is here; /api/info lists them"
            )
        )
    if form == "html":
        return facts.page(served.graph, iri, lang, base)
    triples = _triples(served, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", (name,), iri)
    if endpoint:
        triples.append(Triple(NamedNode(name), NamedNode(VOID.sparqlEndpoint), NamedNode(endpoint)))
    return Reply(RDF[form].write(triples), RDF[form].content_type)


def _triples(served: ServedGraph, query: str, graphs: tuple[str, ...], iri: str) -> list[Triple]:
    triples = list(getattr(served.graph.engine.query(query, graphs), "triples", ()))
    if not triples:
        raise UnknownThing(unknown(iri))
    return triples
