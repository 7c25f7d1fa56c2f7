"""The server run from the command line."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from contextlib import AsyncExitStack, ExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING

import uvicorn

from plangraph.errors import ServiceError, StoreError
from plangraph.server.app import create_app
from plangraph.server.control import listening, socket_of
from plangraph.server.http import log
from plangraph.server.http.base import Forwarded, read_base
from plangraph.server.http.connections import Connection, Connections
from plangraph.server.workers.limits import make_room_for
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plangraph.server.admission.running_jobs import RunningJobs
    from plangraph.server.settings import Settings

BACKLOG = 1024  # connections that wait to be taken
HIGHEST_PORT = 65535
SPARE = 256  # files beside those of connections
KEEP_ALIVE = 75  # seconds; longer than proxies keep a connection, so that none closes as the next request comes


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
    make_room_for(2 * settings.connections + SPARE)  # each is a file to the kernel, as some of a large answer are
    app = create_app(settings)
    with ExitStack() as open_sockets:
        listener = open_sockets.enter_context(_listen(host, port, "--port"))
        port = listener.getsockname()[1]
        listeners = [listener]
        if settings.metrics:
            own, _, own_port = settings.metrics.rpartition(":")
            listeners.append(open_sockets.enter_context(_listen(own.strip("[]"), _port(own_port), "--metrics")))
            app.monitor = listeners[1].getsockname()[:2]
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}{read_base(settings.root_path)}/"
        connections = Connections(settings, app.metrics)
        server = _Server(_config(app, settings, connections), connections, app.running, lambda: ready(address))
        server.control = socket_of(settings.control, port)
        server.is_asked_for = bool(settings.control)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: None)  # uvicorn gets them first, and raises them again when it has ended
        writer = log.begin(level=settings.log_level)
        about = "Entries that the log had no room for."
        app.metrics.register("plangraph_log_dropped_total", "counter", about, lambda: writer.dropped)
        try:
            with suppress(SystemExit):
                server.run(sockets=listeners)
        finally:
            log.end(writer)
    if app.failure:
        raise StoreError(app.failure)
    if server.refused:
        raise ServiceError(server.refused)


def _listen(host: str, port: int, option: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        if error.errno in {errno.EADDRNOTAVAIL, socket.EAI_NONAME}:
            raise ServiceError(
                Words(f"{host} はこの機械のアドレスではありません", f"{host} is no address of this machine")
            ) from error
        system = (error.strerror or str(error)).partition(" (")[0]
        why = Words(f"を待ち受けられません（{system}）", f"cannot be listened on ({system})")
        if error.errno == errno.EADDRINUSE:
            why = Words("はすでに使われています", "is taken already")
        raise ServiceError(
            Words(
                f"{host} のポート {port} {why.ja}。{option} で別の番号を指定してください（0 なら空いているもの）",
                f"port {port} of {host} {why.en}; choose another with {option}, or {option} 0 for any",
            )
        ) from error
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio does not, and each answer waits 40 ms
    return listener


def _port(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text) <= HIGHEST_PORT:
        return int(text)
    raise ServiceError(
        Words(
            "metrics は 127.0.0.1:9100 のように、アドレスとポート番号で書いてください",
            "metrics: write an address and a port, as in 127.0.0.1:9100",
        )
    )


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
    def __init__(
        self,
        config: uvicorn.Config,
        connections: Connections,
        running: RunningJobs,
        ready: Callable[[], object],
    ) -> None:
        super().__init__(config)
        self.control: Path | None = None
        self.is_asked_for = False
        self.refused: Words | None = None
        self._connections = connections
        self._running = running
        self._ready = ready
        self._open = AsyncExitStack()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._watching = asyncio.create_task(self._connections.watch())
        try:
            if self.control:
                await self._open.enter_async_context(listening(self.control, self._running))
        except OSError as error:  # serving goes on without a folder to write to
            if self.is_asked_for:
                self.refused = Words(
                    f"{self.control} にソケットを作れません（{error}）",
                    f"no socket can be made at {self.control}: {error}",
                )
                self.should_exit = True
                return
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        await self._open.aclose()
