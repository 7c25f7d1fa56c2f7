"""What the endpoint can do (SPARQL 1.1 Service Description, W3C)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plangraph.namespaces import PREFIXES, RDF
from plangraph.server.http.base import absolute
from plangraph.server.http.bodies import respond
from plangraph.server.http.negotiation import choose
from plangraph.server.service import service_of
from plangraph.store import formats
from plangraph.store.terms import BlankNode, NamedNode, Triple, integer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.store.terms import Literal

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID_TRIPLES = f"{PREFIXES['void']}triples"


async def described(request: Request) -> Response:
    """Describe the service."""
    service = service_of(request)
    form = choose(request.headers.get("accept"), formats.RDF, request.query_params.get("format"))
    address = absolute(request, request.url.path)
    body = formats.RDF[form].write(_triples(address, service.about["graphs"]), {"sd": SD, **PREFIXES})
    return await respond(request, body, formats.RDF[form].content_type, service.tag("description", address, form))


def _triples(address: str, graphs: Mapping[str, int]) -> list[Triple]:
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    facts: list[tuple[BlankNode, str, NamedNode | BlankNode | Literal]] = [
        (service, RDF.type, NamedNode(f"{SD}Service")),
        (service, f"{SD}endpoint", NamedNode(address)),
        (service, f"{SD}supportedLanguage", NamedNode(f"{SD}SPARQL11Query")),
        (service, f"{SD}feature", NamedNode(f"{SD}UnionDefaultGraph")),
        (service, f"{SD}defaultDataset", dataset),
        (service, f"{SD}availableGraphs", dataset),
        (service, f"{SD}defaultEntailmentRegime", NamedNode("http://www.w3.org/ns/entailment/Simple")),
        (dataset, RDF.type, NamedNode(f"{SD}Dataset")),
        (dataset, RDF.type, NamedNode(f"{SD}GraphCollection")),
        (dataset, f"{SD}defaultGraph", default),
        (default, RDF.type, NamedNode(f"{SD}Graph")),
        *((service, f"{SD}resultFormat", NamedNode(form.iri)) for form in (formats.RESULTS | formats.RDF).values()),
    ]
    for number, (name, size) in enumerate(sorted(graphs.items())):
        named, content = BlankNode(f"named{number}"), BlankNode(f"graph{number}")
        facts += [
            (dataset, f"{SD}namedGraph", named),
            (named, RDF.type, NamedNode(f"{SD}NamedGraph")),
            (named, f"{SD}name", NamedNode(name)),
            (named, f"{SD}graph", content),
            (content, RDF.type, NamedNode(f"{SD}Graph")),
            (content, VOID_TRIPLES, integer(size)),
        ]
    return [Triple(subject, NamedNode(predicate), value) for subject, predicate, value in facts]
