"""The application: which address is answered by which room."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Route

from plangraph.errors import PlangraphError
from plangraph.server import about, drawing, openapi, pages, protocol, questions, things
from plangraph.server.envelope import GONE, Envelope
from plangraph.server.problems import TITLES, problem, problem_of
from plangraph.server.service import Service
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from plangraph.server.settings import Settings

ROUTES = [
    Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
    Route("/api/queries", questions.listing),
    Route("/api/queries/{name}", questions.question),
    Route("/api/info", about.info),
    Route("/api/resolve", about.resolve),
    Route("/api/trace", about.trace),
    Route("/api/explain", about.explain),
    Route("/api/network.html", drawing.network),
    Route("/api/openapi.json", openapi.document),
    Route("/healthz", about.health),
    Route("/metrics", about.metrics),
    Route("/.well-known/void", things.void),
    Route("/id", things.named),
    Route("/id/{path:path}", things.minted),
    Route("/ontology", things.minted),
    Route("/ontology/{path:path}", things.minted),
    Route("/graph/{path:path}", things.minted),
    Route("/", pages.explorer),
    Route("/{lang}", pages.explorer_or_file),
    Route("/{lang}/{path:path}", pages.explorer_or_file),
]


def create_app(settings: Settings) -> Envelope:
    """Make the application that serves a build.

    Parameters
    ----------
    settings : Settings
        What to serve, and the limits.

    Returns
    -------
    Envelope
        The ASGI application; its lifespan starts and ends the workers.
    """
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.service = service
        try:
            await service.pool.open()
        except PlangraphError as error:
            envelope.failure = error.words
            raise
        yield
        await service.pool.close()

    handlers = {HTTPException: _no_route, PlangraphError: _refused, ClientDisconnect: _gone, Exception: _failed}
    app = Starlette(routes=ROUTES, lifespan=lifespan, exception_handlers=handlers)
    app.router.redirect_slashes = False
    envelope = Envelope(app, service.metrics)
    return envelope


async def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001
    assert isinstance(error, PlangraphError)  # noqa: S101 - for the type checker
    return problem_of(error)


async def _gone(request: Request, error: Exception) -> Response:  # noqa: ARG001
    return Response(status_code=GONE)


async def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the envelope logs the error
    return problem(
        500, Words("起きたことはサーバーの記録に残しました", "the error has been written to the server's log")
    )


async def _no_route(request: Request, error: Exception) -> Response:  # noqa: ARG001
    status = error.status_code if isinstance(error, HTTPException) and error.status_code in TITLES else 404
    headers = error.headers if isinstance(error, HTTPException) else None
    return problem(
        status,
        Words(
            "このアドレスには、この方法で得られるものがありません", "there is nothing at this address for this method"
        ),
        headers,
    )
