"""The server run from the command line."""

from __future__ import annotations

import asyncio
import errno
import resource
import signal
import socket
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import uvicorn

from plangraph.errors import ServiceError, StoreError
from plangraph.server.app import create_app
from plangraph.server.http import log
from plangraph.server.http.base import Forwarded
from plangraph.server.http.connections import Connection, Connections
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from plangraph.server.settings import Settings

BACKLOG = 1024  # connections that wait to be taken
SPARE = 256  # files beside those of connections
KEEP_ALIVE = 75  # seconds; longer than proxies keep a connection, lest one closes as the next request comes


def run(settings: Settings, host: str, port: int, ready: Callable[[str], object]) -> None:
    """Serve until SIGTERM or SIGINT; what runs then is given time to end.

    Parameters
    ----------
    settings : Settings
        What to serve, and the limits.
    host, port : str, int
        Where to listen; port 0 takes any that is free.
    ready : callable
        Told the address when the server listens.

    Raises
    ------
    StoreError
        If there is nothing to serve.
    ServiceError
        If the address is taken, or is none of this machine's.
    """
    _make_room_for(settings.connections)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    app = create_app(settings)
    with _listen(host, port, family) as listener:
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio does not, and each answer waits 40 ms
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{listener.getsockname()[1]}/"
        connections = Connections(settings, app.metrics)
        server = _Server(_config(app, settings, connections), connections, lambda: ready(address))
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)  # uvicorn hears them first, and hands them on when it has ended
        writer = log.begin()
        about = "Entries that the log had no room for."
        app.metrics.register("plangraph_log_dropped_total", "counter", about, lambda: writer.dropped)
        try:
            with suppress(SystemExit):
                server.run(sockets=[listener])
        finally:
            log.end(writer)
    if app.failure:
        raise StoreError(app.failure)


def _make_room_for(connections: int) -> None:
    """Let so many connections be open at once: each is a file to the kernel, as some of a large answer are."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = max(now, 2 * connections + SPARE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, most), most))


def _listen(host: str, port: int, family: socket.AddressFamily) -> socket.socket:
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        why = Words(f"を待ち受けられません（{error.strerror}）", f"cannot be listened on: {error.strerror}")
        if error.errno == errno.EADDRINUSE:
            why = Words("はすでに使われています", "is taken already")
        raise ServiceError(
            Words(
                f"{host} のポート {port} {why.ja}。--port で別の番号を指定してください（0 なら空いているもの）",
                f"port {port} of {host} {why.en}; choose another with --port, or --port 0 for any",
            )
        ) from error


def _config(app: object, settings: Settings, connections: Connections) -> uvicorn.Config:
    return uvicorn.Config(
        Forwarded(app, settings.proxies) if settings.proxies else app,  # type: ignore[arg-type]
        http=partial(Connection, connections=connections),  # type: ignore[arg-type]
        ws="none",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=int(settings.grace),
        proxy_headers=False,
    )


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, connections: Connections, ready: Callable[[], object]) -> None:
        super().__init__(config)
        self._connections = connections
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._watching = asyncio.create_task(self._connections.watch())
        self._ready()
