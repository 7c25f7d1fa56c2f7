"""The application: which address is answered by which room."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import Route

from plangraph.errors import PlangraphError
from plangraph.server import about, pages, protocol, questions
from plangraph.server.problems import problem_of
from plangraph.server.service import Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.server.settings import Settings


def create_app(settings: Settings) -> Starlette:
    """Make the application that serves a build.

    Parameters
    ----------
    settings : Settings
        What to serve, and the limits.

    Returns
    -------
    Starlette
        An ASGI application; its lifespan starts and ends the workers.
    """
    service = Service(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.service = service
        await service.pool.open()
        yield
        await service.pool.close()

    return Starlette(routes=_routes(), lifespan=lifespan, exception_handlers={PlangraphError: _on_error})


def _routes() -> list[Route]:
    return [
        Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
        Route("/api/queries", questions.listing),
        Route("/api/queries/{name}", questions.question),
        Route("/api/info", about.info),
        Route("/api/resolve", about.resolve),
        Route("/", pages.explorer),
        Route("/{language:str}", _page),
        Route("/{path:path}", _page),
    ]


async def _page(request: Request) -> Response:
    first = request.url.path.split("/")[1]
    if first in {"ja", "en"}:
        return await pages.explorer(request)
    request.path_params["path"] = request.url.path.lstrip("/")
    return await pages.static(request)


async def _on_error(request: Request, error: Exception) -> Response:  # noqa: ARG001
    assert isinstance(error, PlangraphError)  # noqa: S101 - for the type checker
    return problem_of(error)
