"""What passes between the server and its workers: jobs one way, replies the other, each with its length before it."""

from __future__ import annotations

import asyncio
import json
import struct
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plangraph.words import Words

if TYPE_CHECKING:
    import socket

LENGTHS = struct.Struct("!II")
HEAD = ("media", "status", "cut", "fault", "seconds", "identity")


@dataclass(frozen=True)
class Job:
    """What a worker is to do: a function of :mod:`plangraph.server.workers.jobs` by name, and its arguments."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def key(self) -> str:
        """Give a text that is the same for the same job."""
        return json.dumps([self.name, self.arguments], sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True)
class Reply:
    """What a worker answers.

    Attributes
    ----------
    body : bytes
        The answer in its media type, or what an error says, as JSON.
    media : str
        The media type.
    status : int
        The HTTP status.
    cut : str
        The name of the limit at which the answer was cut, or an empty text.
    fault : str
        What went wrong inside, for the log and never for the client.
    seconds : float
        The time it took.
    identity : str
        The identity of the build that it was read from.
    packed : bytes or None
        The body in gzip, once it has been asked for so.
    """

    body: bytes
    media: str = "application/json"
    status: int = 200
    cut: str = ""
    fault: str = ""
    seconds: float = 0.0
    identity: str = ""
    packed: bytes | None = None

    def words(self) -> Words:
        """Give what an error says."""
        return Words(*json.loads(self.body))


def pack_job(job: Job) -> bytes:
    """Write a job."""
    return _pack(job.key, b"")


def pack_reply(reply: Reply) -> bytes:
    """Write a reply."""
    return _pack(json.dumps([getattr(reply, name) for name in HEAD], ensure_ascii=False), reply.body)


def read_job(channel: socket.socket) -> Job | None:
    """Wait for a job; None when the other side is gone."""
    start = _receive(channel, LENGTHS.size)
    if start is None:
        return None
    head = _receive(channel, LENGTHS.unpack(start)[0])
    return None if head is None else Job(*json.loads(head))


class Replies(asyncio.Protocol):
    """The server's end of a channel, on which one reply is awaited at a time."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._lost = False
        self._next: asyncio.Future[Reply] | None = None

    def next(self) -> asyncio.Future[Reply]:
        """Give what will be the next reply, or an :class:`EOFError` if the worker dies."""
        self._next = asyncio.get_running_loop().create_future()
        if self._lost:
            self._next.set_exception(EOFError())
        return self._next

    def data_received(self, data: bytes) -> None:
        """Take what has come; the last part of a reply is handed on with all the others."""
        self._data += data
        if len(self._data) < LENGTHS.size:
            return
        head, body = LENGTHS.unpack_from(self._data)
        middle, end = LENGTHS.size + head, LENGTHS.size + head + body
        if len(self._data) < end or self._next is None or self._next.done():
            return
        values = dict(zip(HEAD, json.loads(self._data[LENGTHS.size : middle]), strict=True))
        self._next.set_result(Reply(bytes(self._data[middle:end]), **values))
        self._data.clear()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - whatever it was, the worker is gone
        """Tell who waits that there will be no reply."""
        self._lost = True
        if self._next is not None and not self._next.done():
            self._next.set_exception(EOFError())


def _pack(head: str, body: bytes) -> bytes:
    first = head.encode()
    return LENGTHS.pack(len(first), len(body)) + first + body


def _receive(channel: socket.socket, size: int) -> bytes | None:
    parts = []
    while size:
        part = channel.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
