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
from plangraph.server.addresses import ADDRESSES
from plangraph.server.assistants import Assistants
from plangraph.server.http.base import read_base
from plangraph.server.http.middleware import GONE, Middleware
from plangraph.server.http.problems import TITLES, problem, problem_of
from plangraph.server.service import Service
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from plangraph.server.settings import Settings

ROUTES = [Route(each.path, each.answer, methods=[*each.methods]) for each in ADDRESSES]


def create_app(settings: Settings) -> Middleware:
    """Make the application that serves a build.

    Parameters
    ----------
    settings : Settings
        What to serve, and the limits.

    Returns
    -------
    Middleware
        The ASGI application; its lifespan starts and ends the workers.
    """
    service = Service(settings)
    assistants = Assistants(service)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.service = service
        app.state.addresses = ADDRESSES
        app.state.assistants = assistants
        try:
            await service.pool.open()
        except PlangraphError as error:
            middleware.failure = error.words
            raise
        yield
        await assistants.close()
        await service.pool.close()

    handlers = {HTTPException: _no_route, PlangraphError: _refused, ClientDisconnect: _gone, Exception: _failed}
    app = Starlette(routes=ROUTES, lifespan=lifespan, exception_handlers=handlers)
    app.router.redirect_slashes = False
    middleware = Middleware(app, service.metrics, settings.cors, read_base(settings.root_path))
    middleware.running = service.running
    return middleware


async def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001
    assert isinstance(error, PlangraphError)  # noqa: S101 - for the type checker
    return problem_of(error)


async def _gone(request: Request, error: Exception) -> Response:  # noqa: ARG001
    return Response(status_code=GONE)


async def _failed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the middleware logs the error
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
