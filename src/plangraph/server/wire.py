"""What passes between the server and its workers: jobs one way, replies the other, each with its length before it."""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    import socket

LENGTHS = struct.Struct("!II")


@dataclass(frozen=True)
class Job:
    """What a worker is to do: a function of :mod:`plangraph.server.jobs` by name, and its arguments."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)

    def key(self) -> str:
        """Give a text that is the same for the same job."""
        return json.dumps([self.name, self.arguments], sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True)
class Reply:
    """What a worker answers.

    Attributes
    ----------
    body : bytes
        The answer in its media type, or the message of an error.
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
    packed : bytes or None
        The body in gzip, once it has been asked for so.
    """

    body: bytes
    media: str = "application/json"
    status: int = 200
    cut: str = ""
    fault: str = ""
    seconds: float = 0.0
    packed: bytes | None = None


def pack_job(job: Job) -> bytes:
    """Write a job."""
    return _pack(asdict(job), b"")


def pack_reply(reply: Reply) -> bytes:
    """Write a reply."""
    head = {name: value for name, value in asdict(reply).items() if name not in {"body", "packed"}}
    return _pack(head, reply.body)


def read_job(channel: socket.socket) -> Job | None:
    """Wait for a job; None when the other side is gone."""
    start = _receive(channel, LENGTHS.size)
    if start is None:
        return None
    head = _receive(channel, LENGTHS.unpack(start)[0])
    return None if head is None else Job(**json.loads(head))


async def read_reply(reader: asyncio.StreamReader) -> Reply:
    """Wait for a reply.

    Raises
    ------
    asyncio.IncompleteReadError
        If the worker died.
    """
    head, body = LENGTHS.unpack(await reader.readexactly(LENGTHS.size))
    return Reply(**json.loads(await reader.readexactly(head)), body=await reader.readexactly(body))


def _pack(head: dict[str, Any], body: bytes) -> bytes:
    first = json.dumps(head, ensure_ascii=False).encode()
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
