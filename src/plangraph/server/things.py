"""Linked data: every IRI that the graph mints, in the form that the client asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from plangraph import iris
from plangraph.errors import ParameterError
from plangraph.queries.binding import ABSOLUTE
from plangraph.server import pages
from plangraph.server.describing import BASE
from plangraph.server.formats import GRAPHS, HTML, choose
from plangraph.server.problems import problem
from plangraph.server.service import service_of
from plangraph.server.wire import Job

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

NOT_FOUND = 404
OFFERED = HTML | GRAPHS


async def minted(request: Request) -> Response:
    """Describe the thing, the graph or the ontology whose path this is."""
    path = request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace").partition("?")[0]
    segments = [quote(unquote(segment), safe="") for segment in path.strip("/").split("/")]
    return await _describe(request, BASE + "/".join(segments))


async def named(request: Request) -> Response:
    """Describe a thing by its IRI, wherever it was minted."""
    iri = request.query_params.get("iri", "")
    if not ABSOLUTE.fullmatch(iri):
        raise ParameterError("give an IRI: /id?iri=http://metadata.un.org/sdg/11")
    return await _describe(request, iri)


async def void(request: Request) -> Response:
    """Describe the datasets (DCAT, VoID)."""
    return await _describe(request, iris.graph("catalogue"))


async def _describe(request: Request, iri: str) -> Response:
    form = choose(request.headers.get("accept"), OFFERED, request.query_params.get("format"))
    language = pages.language_of(request)
    job = Job("thing", {"iri": iri, "form": form, "language": language if form == "html" else ""})
    service = service_of(request)
    if form != "html":
        return await service.answer(request, job)
    reply = await service.reply(request, job)
    if reply.status == NOT_FOUND:
        return await pages.missing(request, reply.body.decode())
    return await pages.facts(request, reply.body) if reply.status < NOT_FOUND else problem(reply.status, "")
