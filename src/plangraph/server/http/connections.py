"""Connections: how many there may be, and how long each may take to send a request and to read an answer.

uvicorn waits for ever for a request that never comes and for a client that never reads. Its protocol, of which this
is one, tells all that is needed to look, once a second, for those who keep others waiting.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from plangraph.server.admission.fair_queue import client_name
from plangraph.server.http.base import Proxies
from plangraph.server.http.middleware import DISCARDED
from plangraph.server.http.problems import problem
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.server.http.metrics import Metrics
    from plangraph.server.settings import Settings

LOOK = 1.0  # seconds between looks
REFUSED = (
    b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nContent-Length: 21\r\n\r\ntoo many connections\n"
)
TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
LONGEST_HEAD = 64 * 1024  # bytes of a request before its body
MALFORMED = {
    400: Words("HTTP の要求として読めません", "this is not a request in HTTP"),
    414: Words(
        f"アドレスが {LONGEST_HEAD} バイトより長くなっています。長い問い合わせは POST で送ってください",
        f"the address is longer than {LONGEST_HEAD} bytes; send a long query by POST",
    ),
    431: Words(
        f"要求のヘッダーが {LONGEST_HEAD} バイトより長くなっています",
        f"the head of the request is longer than {LONGEST_HEAD} bytes",
    ),
}


class Connections:
    """All connections of a server.

    Parameters
    ----------
    settings : Settings
        The limits.
    metrics : Metrics
        Where connections are counted.
    """

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.settings = settings
        self._ended = 0
        self._open: dict[Connection, str] = {}
        self._of = Counter[str]()
        self._proxies = Proxies(settings.proxies)
        metrics.register("plangraph_connections", "gauge", "Connections that are open.", lambda: len(self._open))
        ended = "Connections that were refused, or ended because their client kept the server waiting."
        metrics.register("plangraph_connections_ended_total", "counter", ended, lambda: self._ended)

    def admit(self, connection: Connection, host: str) -> bool:
        """Accept a connection, or refuse it; where there is no room, the longest silent one makes room.

        Where its client has as many as one may have, one of that client's own does.
        """
        client = client_name(host)
        own = host not in self._proxies and self._of[client] >= self.settings.client_connections
        if own or len(self._open) >= self.settings.connections:
            self._ended += 1
            silent = [each for each, of in self._open.items() if each.is_silent() and (of == client or not own)]
            if not silent:
                return False
            min(silent, key=lambda each: each.since).cut()
        self._open[connection] = client
        self._of[client] += 1
        return True

    def forget(self, connection: Connection) -> None:
        """Forget a connection that is closed."""
        client = self._open.pop(connection, None)
        if client is not None:
            self._of -= Counter({client: 1})

    async def watch(self) -> None:
        """End, from now on, what keeps the server waiting longer than the limits."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK)
            for connection in [each for each in self._open if each.is_late(loop.time())]:
                self._ended += 1
                connection.cut()


class Connection(H11Protocol):
    """A connection whose client has so long to send a request, and so long to read what comes of it.

    Attributes
    ----------
    since : float
        When the client last began to keep the server waiting for a request (the event loop's time).
    """

    def __init__(self, *arguments: Any, connections: Connections, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.since = 0.0
        self._connections = connections
        self._refused = False
        self._discarded = 0  # bytes of what was refused
        self._unread = 0  # bytes, at the last look
        self._read = 0.0  # when the client last read something

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Accept the connection, or refuse it."""
        super().connection_made(transport)
        self.since = self._read = self.loop.time()
        if not self._connections.admit(self, self.client[0] if self.client else ""):
            self._refused = True
            transport.write(REFUSED)
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection, which is closed."""
        self._connections.forget(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Pass on what was received."""
        if self._refused:
            self._discarded += len(data)
            if self._discarded > DISCARDED:
                self.transport.abort()
            return
        if self._is_between_requests():
            self.since = self.loop.time()
        super().data_received(data)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - a problem says more
        """Refuse what is no request, or one that is too long (RFC 6585, section 5), and go on reading it.

        A connection that is closed with something unread takes the answer with it.
        """
        status = getattr(sys.exception(), "error_status_hint", HTTPStatus.BAD_REQUEST)  # h11 says
        if status == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE and b"\r\n" not in self.conn.trailing_data[0]:
            status = HTTPStatus.REQUEST_URI_TOO_LONG
        status = HTTPStatus(status if status in MALFORMED else HTTPStatus.BAD_REQUEST)
        answer = problem(status, MALFORMED[status], {"Connection": "close"})
        begin = h11.Response(status_code=status, headers=answer.raw_headers, reason=status.phrase.encode())
        for event in (begin, h11.Data(data=bytes(answer.body)), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self._refused = True
        self.transport.write_eof()

    def resume_writing(self) -> None:
        """Resume writing, as the client has read."""
        self._read = self.loop.time()
        super().resume_writing()

    def is_silent(self) -> bool:
        """Check whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def is_late(self, now: float) -> bool:
        """Check whether the client has kept the server waiting too long, at a time (seconds of the loop's clock)."""
        limits = self._connections.settings
        if now - self._read_last(now) > limits.write_time:
            return True
        if self._refused:
            return now - self.since > limits.header_time
        if self.conn.their_state is h11.SEND_BODY:
            return now - self.since > limits.header_time + limits.body_time
        return self.is_silent() and not self._is_between_requests() and now - self.since > limits.header_time

    def cut(self) -> None:
        """End the connection at once, with what was to be sent; one that began a request is told why."""
        if self.is_silent() and self.conn.trailing_data[0] and not self._refused:
            with suppress(OSError):
                self.transport.write(TOO_SLOW)
        self.transport.abort()
        self._connections.forget(self)

    def _is_between_requests(self) -> bool:
        """Check whether an answer has been given, and nothing of another request has come."""
        return self.cycle is not None and self.conn.their_state is h11.IDLE and not self.conn.trailing_data[0]

    def _read_last(self, now: float) -> float:
        """Return when the client last read something; where nothing is to be read, that is now."""
        size = self.transport.get_write_buffer_size()
        if not size or (size < self._unread and not self.flow.write_paused):
            self._read = now
        self._unread = size
        return self._read
