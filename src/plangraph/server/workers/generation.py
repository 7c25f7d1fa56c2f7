"""The forkserver of one build and its workers, as the server sees them."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from contextlib import suppress
from dataclasses import asdict
from itertools import count
from typing import TYPE_CHECKING, Any

from plangraph.errors import StoreNotFound, Unavailable
from plangraph.server.workers.channel import Channel
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.server.settings import Settings
    from plangraph.server.workers.channel import Job, Reply

NOT_STARTED = Words("サーバーの処理を始められませんでした", "it did not start")
OPENING = 300.0  # seconds that a graph may take to load


class Worker:
    """A worker process, by the channel to it.

    Parameters
    ----------
    generation : Generation
        The forkserver that it comes from.
    key : int
        Its number there.
    channel : socket
        The channel.
    """

    def __init__(self, generation: Generation, key: int, channel: socket.socket) -> None:
        self.generation = generation
        self.key = key
        self.jobs = 0
        self._channel = channel
        self._line: Channel | None = None

    async def do(self, job: Job) -> Reply:
        """Run a job.

        Raises
        ------
        OSError, EOFError
            If the worker died.
        """
        if self._line is None:
            self._line = Channel(self._channel)
        self.jobs += 1
        return await self._line.ask(job)

    def end(self) -> None:
        """End the process at once."""
        self.generation.kill(self.key)
        if self._line is None:
            self._channel.close()
        else:
            self._line.close()


class Generation:
    """The forkserver of one build and the workers that it forks.

    Attributes
    ----------
    about : dict
        The manifest of the build.
    identity : str
        The identity of the build.
    known_graphs : frozenset of str
        The graphs (IRIs) that a query may name: those with triples, and those of scopes, which may be empty.
    busy : int
        How many of its workers are at work.
    """

    def __init__(self, control: socket.socket, process: asyncio.subprocess.Process, about: dict[str, Any]) -> None:
        self.about = about
        self.identity: str = about["identity"]
        self.known_graphs = frozenset(about["graphs"]).union(*about["scopes"].values())
        self.busy = 0
        self._control = control
        self._process = process
        self._keys = count(1)

    @classmethod
    async def open(cls, settings: Settings) -> Generation:
        """Start a forkserver and wait until it has loaded the graph.

        Raises
        ------
        StoreNotFound
            If there is nothing to load.
        """
        control, theirs = socket.socketpair()
        with theirs:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "plangraph.server.workers.forkserver",
                str(theirs.fileno()),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        control.sendall(json.dumps(asdict(settings)).encode() + b"\n")
        control.setblocking(False)
        async with asyncio.timeout(OPENING):
            said = await _line(control)
        message: dict[str, Any] = json.loads(said) if said else {"failed": NOT_STARTED}
        if "failed" in message:
            control.close()
            await process.wait()
            raise StoreNotFound(Words(*message["failed"]))
        return cls(control, process, message["ready"])

    def fork(self) -> Worker:
        """Fork a worker.

        Raises
        ------
        Unavailable
            If the forkserver is gone.
        """
        key = next(self._keys)
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [json.dumps({"fork": key}).encode() + b"\n"], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise Unavailable(
                    Words("いまは処理を始められません", "the server cannot start a worker now")
                ) from error
        return Worker(self, key, ours)

    def kill(self, key: int) -> None:
        """End a worker at once."""
        with suppress(OSError):  # the forkserver may be gone, and its workers with it
            self._control.send(json.dumps({"kill": key}).encode() + b"\n")

    @property
    def process(self) -> int:
        """The number of the forkserver's process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the forkserver is there."""
        return self._process.returncode is None

    def close(self) -> None:
        """End the forkserver with its workers: it ends when nobody orders any more."""
        self._control.close()

    async def gone(self) -> None:
        """Wait until the forkserver has ended."""
        await self._process.wait()


async def _line(control: socket.socket) -> bytes:
    loop = asyncio.get_running_loop()
    data = b""
    while not data.endswith(b"\n"):
        part = await loop.sock_recv(control, 1 << 20)
        if not part:
            return b""
        data += part
    return data
