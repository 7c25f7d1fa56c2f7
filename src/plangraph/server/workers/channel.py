"""What passes between the server and its workers: jobs one way, replies the other, each with its length before it."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import struct
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from plangraph.server.http.negotiation import JSON
from plangraph.server.workers.spill import Spilled
from plangraph.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTHS = struct.Struct("!II")
RECEIVED = 1 << 18  # bytes that are received at once
HEAD = ("media", "status", "cut", "fault", "seconds", "identity", "place")


@dataclass(frozen=True)
class Job:
    """What a worker is to do: a function of :mod:`plangraph.server.workers.jobs` by name, and its arguments."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def key(self) -> str:
        """Return a text that is the same for the same job."""
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
    file : Spilled or None
        What has the body if it is large; ``body`` is then empty.
    place : sequence of int
        The line and the column of a query in which an error lies; nothing where they are not known.
    """

    body: bytes
    media: str = JSON
    status: int = 200
    cut: str = ""
    fault: str = ""
    seconds: float = 0.0
    identity: str = ""
    packed: bytes | None = None
    file: Spilled | None = None
    place: Sequence[int] = ()

    @property
    def size(self) -> int:
        """How many bytes the answer has."""
        return self.file.size if self.file else len(self.body)

    @property
    def is_error(self) -> bool:
        """Whether the status says that something went wrong (RFC 9110, sections 15.5 and 15.6)."""
        return self.status >= HTTPStatus.BAD_REQUEST

    def whole(self) -> bytes:
        """Return the body, wherever it is."""
        return self.file.whole() if self.file else self.body

    def words(self) -> Words:
        """Return what an error says."""
        return Words(*json.loads(self.body))


class Pipes:
    """Two pipes as the channel of a worker where sockets cannot be handed on.

    Parameters
    ----------
    source, target : int
        What is read from, and written to.
    """

    def __init__(self, source: int, target: int) -> None:
        self._source = source
        self._target = target

    def recv(self, size: int) -> bytes:
        """Wait for some bytes; none when the other side is gone."""
        return os.read(self._source, size)

    def sendall(self, data: bytes) -> None:
        """Write all."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._target, view) :]


def send_reply(channel: socket.socket | Pipes, reply: Reply, file: int | None = None) -> None:
    """Send a reply; its body goes along with it, or stands in a file (a descriptor) that is handed over."""
    values = [getattr(reply, name) for name in HEAD]
    size = 0 if file is None else len(reply.body)
    data = _pack(json.dumps([size, *values], ensure_ascii=False), b"" if size else reply.body)
    if file is not None and isinstance(channel, socket.socket):
        sent = socket.send_fds(channel, [data], [file])
        data = data[sent:]
    channel.sendall(data)


def read_job(channel: socket.socket | Pipes) -> Job | None:
    """Wait for a job; None when the other side is gone."""
    start = _receive(channel, LENGTHS.size)
    if start is None:
        return None
    head = _receive(channel, LENGTHS.unpack(start)[0])
    return None if head is None else Job(*json.loads(head))


class Channel:
    """The server's end of a channel to a worker, on which one reply is awaited at a time.

    Parameters
    ----------
    channel : socket
        The socket to the worker.
    """

    def __init__(self, channel: socket.socket) -> None:
        channel.setblocking(False)
        self._channel = channel
        self._loop = asyncio.get_running_loop()
        self._data = bytearray()
        self._files: list[int] = []
        self._reply: asyncio.Future[Reply] | None = None
        self._loop.add_reader(channel, self._receive)

    async def ask(self, job: Job) -> Reply:
        """Send a job and wait for what comes of it.

        Raises
        ------
        OSError, EOFError
            If the worker died.
        """
        self._reply = self._loop.create_future()
        await self._loop.sock_sendall(self._channel, packed(job))
        return await self._reply

    def close(self) -> None:
        """Close it, with what came and nobody asked for."""
        self._loop.remove_reader(self._channel)
        self._channel.close()
        for descriptor in self._files:
            os.close(descriptor)
        self._files = []

    def _receive(self) -> None:
        try:
            data, files, _, _ = socket.recv_fds(self._channel, RECEIVED, 1)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data, files = b"", []
        self._files += files
        self._data += data
        if not data:
            self._loop.remove_reader(self._channel)
            self._end(EOFError())
        elif (reply := self._read()) is not None:
            self._end(reply)

    def _read(self) -> Reply | None:
        if len(self._data) < LENGTHS.size:
            return None
        head, body = LENGTHS.unpack_from(self._data)
        middle, end = LENGTHS.size + head, LENGTHS.size + head + body
        if len(self._data) < end:
            return None
        size, fields = read_head(self._data[LENGTHS.size : middle])
        file = Spilled(self._files.pop(), size) if size else None
        reply = Reply(bytes(self._data[middle:end]), **fields, file=file)
        self._data.clear()
        return reply

    def _end(self, outcome: Reply | EOFError) -> None:
        if self._reply is None or self._reply.done():
            return
        if isinstance(outcome, Reply):
            self._reply.set_result(outcome)
        else:
            self._reply.set_exception(outcome)


def packed(job: Job) -> bytes:
    """Return a job as it is sent."""
    return _pack(job.key, b"")


def read_head(data: bytes | bytearray) -> tuple[int, dict[str, Any]]:
    """Read what is said of a reply before its body: the bytes that it has in a file, and its fields."""
    size, *values = json.loads(data)
    return size, dict(zip(HEAD, values, strict=True))


def _pack(head: str, body: bytes) -> bytes:
    first = head.encode()
    return LENGTHS.pack(len(first), len(body)) + first + body


def _receive(channel: socket.socket | Pipes, size: int) -> bytes | None:
    parts = []
    while size:
        part = channel.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
