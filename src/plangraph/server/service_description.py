"""What the endpoint can do (SPARQL 1.1 Service Description, W3C)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph import iris
from plangraph.namespaces import PREFIXES, RDF
from plangraph.server import formats
from plangraph.server.encoding import respond
from plangraph.server.rdf import RDF_FORMATS
from plangraph.server.service import service_of
from plangraph.store.terms import BlankNode, NamedNode, Triple, integer, to_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

SD = "http://www.w3.org/ns/sparql-service-description#"
W3C_FORMATS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "trig": "TriG",
    "rdfxml": "RDF_XML",
}


async def described(request: Request) -> Response:
    """Describe the service."""
    service = service_of(request)
    form = formats.choose(request.headers.get("accept"), formats.GRAPHS, request.query_params.get("format"))
    address = str(request.url.replace(query=""))
    body = to_bytes(_triples(address, service.about["graphs"]), RDF_FORMATS[form], {"sd": SD, **PREFIXES})
    return await respond(request, body, formats.media_type(form), service.tag("description", address, form))


def _triples(address: str, graphs: Mapping[str, int]) -> list[Triple]:
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    facts: list[tuple[BlankNode, str, NamedNode | BlankNode]] = [
        (service, RDF.type, NamedNode(f"{SD}Service")),
        (service, f"{SD}endpoint", NamedNode(address)),
        (service, f"{SD}supportedLanguage", NamedNode(f"{SD}SPARQL11Query")),
        (service, f"{SD}feature", NamedNode(f"{SD}UnionDefaultGraph")),
        (service, f"{SD}defaultDataset", dataset),
        (dataset, RDF.type, NamedNode(f"{SD}Dataset")),
        (dataset, f"{SD}defaultGraph", default),
        (default, RDF.type, NamedNode(f"{SD}Graph")),
        *((service, f"{SD}resultFormat", NamedNode(f"http://www.w3.org/ns/formats/{n}")) for n in W3C_FORMATS.values()),
        (service, f"{SD}availableGraphs", NamedNode(iris.graph("catalogue"))),
    ]
    triples = [Triple(subject, NamedNode(predicate), value) for subject, predicate, value in facts]
    for number, (name, size) in enumerate(sorted(graphs.items())):
        node = BlankNode(f"graph{number}")
        triples += [
            Triple(dataset, NamedNode(f"{SD}namedGraph"), node),
            Triple(node, NamedNode(f"{SD}name"), NamedNode(name)),
            Triple(node, NamedNode(f"{PREFIXES['void']}triples"), integer(size)),
        ]
    return triples
