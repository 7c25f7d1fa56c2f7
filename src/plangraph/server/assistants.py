"""Assistants by the Model Context Protocol: over HTTP beside the other routes, or over standard input and output."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import Response

from plangraph.errors import PlangraphError
from plangraph.server.admission.fair_queue import client_name
from plangraph.server.service import Service
from plangraph.server.workers.channel import Job

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mcp.server.lowlevel import Server
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
    from starlette.requests import Request
    from starlette.types import Message, Receive, Scope, Send

    from plangraph.server.settings import Settings

LOCAL = "local"


class Assistants:
    """The protocol's server over HTTP; it is made when the first assistant comes, for the SDK takes a second to load.

    Parameters
    ----------
    service : Service
        What does the work.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._making = asyncio.Lock()
        self._manager: StreamableHTTPSessionManager | None = None
        self._running: asyncio.Task[None] | None = None

    async def answer(self) -> Response:
        """Return what answers an assistant (Model Context Protocol, "Streamable HTTP"), without sessions."""
        async with self._making:
            if self._manager is None:
                await self._start()
        assert self._manager  # noqa: S101 - for the type checker
        return _HandedOn(self._manager)

    async def close(self) -> None:
        """End what is under way."""
        if self._running:
            self._running.cancel()

    async def _start(self) -> None:
        server = await asyncio.to_thread(make_server, self._service)
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        manager = StreamableHTTPSessionManager(server, json_response=True, stateless=True)
        started = asyncio.Event()
        self._running = asyncio.create_task(_run(manager, started))
        await started.wait()
        self._manager = manager


async def _run(manager: StreamableHTTPSessionManager, started: asyncio.Event) -> None:
    async with manager.run():
        started.set()
        await asyncio.Event().wait()


class _HandedOn(Response):
    """The answer that the SDK writes; it is given up when the client goes away, which the SDK does not look for."""

    def __init__(self, manager: StreamableHTTPSessionManager) -> None:
        super().__init__()
        self._manager = manager

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        whole = asyncio.Event()

        async def hear() -> Message:
            if whole.is_set():
                await asyncio.Event().wait()
            message = await receive()
            if not message.get("more_body"):
                whole.set()
            return message

        async def leave() -> None:
            await whole.wait()
            while (await receive())["type"] != "http.disconnect":
                pass

        answering = asyncio.ensure_future(self._manager.handle_request(scope, hear, send))
        leaving = asyncio.ensure_future(leave())
        try:
            await asyncio.wait({answering, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            answering.cancel()  # which does nothing to what has ended
        with suppress(asyncio.CancelledError):
            await answering


async def answer(request: Request) -> Response:
    """Answer an assistant; by GET it would wait for what a server without sessions never says."""
    if request.method != "POST":
        raise HTTPException(405, headers={"Allow": "POST"})
    assistants = request.app.state.assistants
    assert isinstance(assistants, Assistants)  # noqa: S101 - for the type checker
    return await assistants.answer()


def make_server(service: Service, site: str = "") -> Server[Any]:
    """Make the protocol's server over a service.

    Parameters
    ----------
    service : Service
        What does the work, within the limits that strangers' queries have.
    site : str
        The address of the explorer for what is not asked over HTTP.
    """
    from plangraph.agents.protocol import make_server as make

    async def work(name: str, arguments: Mapping[str, Any], request: Request | None) -> str:
        if name == "sparql":
            await service.read(arguments["query"])
        client = client_name(request.client.host) if request and request.client else LOCAL
        where = str(request.base_url) if request else site
        reply = await service.work(client, Job("assist", {"work": name, "arguments": dict(arguments), "site": where}))
        if reply.is_error:
            raise PlangraphError(reply.words())
        return reply.whole().decode()

    return make(work)


async def serve_standard_streams(settings: Settings, site: str) -> None:
    """Serve one assistant over standard input and output, until it closes them.

    Parameters
    ----------
    settings : Settings
        What to serve, and the limits.
    site : str
        The address of the explorer, if there is one.
    """
    from mcp.server.stdio import stdio_server

    service = Service(settings)
    await service.pool.open()
    try:
        server = make_server(service, site)
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())
    finally:
        await service.pool.close()
