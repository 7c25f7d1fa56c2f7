"""Linked data: every IRI that the graph mints, in the form that the client asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from plangraph import iris, resources
from plangraph.errors import ParameterError
from plangraph.namespaces import ABSOLUTE, BASE, ONTOLOGY
from plangraph.server.html.thing_addresses import address
from plangraph.server.http.base import absolute, raw_path
from plangraph.server.http.bodies import respond
from plangraph.server.http.caching import etag
from plangraph.server.http.negotiation import HTML, choose, prefers_page
from plangraph.server.routes import pages
from plangraph.server.service import service_of
from plangraph.server.workers.channel import Job
from plangraph.server.workers.description import is_collection
from plangraph.store import jsonld
from plangraph.store.formats import RDF
from plangraph.store.terms import canonical, read_turtle
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

OFFERED = HTML | RDF
MODULES = resources.ONTOLOGY / "modules"
"""Where the documents of the ontology's modules are, with their axioms."""


async def minted(request: Request) -> Response:
    """Describe the thing, the graph or the ontology whose path this is."""
    segments = [quote(unquote(segment), safe="") for segment in raw_path(request).strip("/").split("/")]
    return await _describe(request, BASE + "/".join(segments))


async def named(request: Request) -> Response:
    """Describe a thing by its IRI, wherever it was minted."""
    iri = request.query_params.get("iri", "")
    if not ABSOLUTE.fullmatch(iri):
        raise ParameterError(
            Words(
                "IRI を与えてください: /id?iri=http://metadata.un.org/sdg/11",
                "give an IRI: /id?iri=http://metadata.un.org/sdg/11",
            )
        )
    return await _describe(request, iri)


async def context(request: Request) -> Response:
    """Return the context whose names JSON-LD is written with."""
    body = jsonld.FILE.read_bytes()
    return await respond(request, body, RDF["jsonld"].content_type, etag(body.decode()))


async def shapes(request: Request) -> Response:
    """Return the rules on facts (SHACL): a page for a browser, and otherwise as data."""
    accept, asked = request.headers.get("accept"), request.query_params.get("format")
    if asked == "html" or (asked is None and prefers_page(accept)):
        return await pages.rules(request)
    form = choose(accept, RDF, asked)
    return await _documents(request, form, sorted((resources.ONTOLOGY / "shapes").glob("*.ttl")))


async def _documents(request: Request, form: str, files: Sequence[Path]) -> Response:
    body = RDF[form].write(canonical([triple for file in files for triple in read_turtle(file)]))
    return await respond(request, body, RDF[form].content_type, etag(body.decode()))


async def void(request: Request) -> Response:
    """Describe the datasets (DCAT, VoID)."""
    return await _describe(request, iris.graph("catalogue"), endpoint=absolute(request, "/sparql"))


async def _describe(request: Request, iri: str, endpoint: str = "") -> Response:
    accept = request.headers.get("accept") or RDF["turtle"].media_type  # browsers say what they accept, tools may not
    form = choose(accept, OFFERED, request.query_params.get("format"))
    is_whole = is_collection(iri)
    if form == "html":
        return await pages.thing(request, iri, address(iri), scripted=not is_whole)
    document = MODULES / f"{iri.removeprefix(f'{ONTOLOGY}/')}.ttl"
    if document.parent == MODULES and document.is_file():
        return await _documents(request, form, [document])
    name = f'attachment; filename="{quote(iris.graph_stem(iri), safe="")}{RDF[form].suffix}"'
    job = Job("thing", {"iri": iri, "form": form, "endpoint": endpoint})
    return await service_of(request).answer(request, job, headers={"Content-Disposition": name} if is_whole else {})
