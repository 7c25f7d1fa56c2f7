"""The workers as the server sees them: handed a job, awaited, ended when they take too long, replaced."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from dataclasses import asdict
from itertools import count
from typing import TYPE_CHECKING, Any

from plangraph.errors import StoreNotFound, Unavailable
from plangraph.server.wire import pack_job, read_reply

if TYPE_CHECKING:
    from plangraph.server.settings import Settings
    from plangraph.server.wire import Job, Reply

OPENING = 300.0
LIFE = 2000


class Worker:
    """A worker process, by the channel to it.

    Parameters
    ----------
    generation : Generation
        The nursery that it comes from.
    key : int
        Its number there.
    reader, writer : asyncio streams
        The channel.
    """

    def __init__(
        self, generation: Generation, key: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.generation = generation
        self.key = key
        self.jobs = 0
        self._reader = reader
        self._writer = writer

    async def do(self, job: Job) -> Reply:
        """Have a job done.

        Raises
        ------
        OSError, EOFError
            If the worker died.
        """
        self.jobs += 1
        self._writer.write(pack_job(job))
        await self._writer.drain()
        return await read_reply(self._reader)

    def end(self) -> None:
        """End the process at once."""
        self.generation.kill(self.key)
        self._writer.close()


class Generation:
    """The nursery of one build and the workers that it forks."""

    def __init__(self, control: socket.socket, process: asyncio.subprocess.Process, about: dict[str, Any]) -> None:
        self.about = about
        self.busy = 0
        self._control = control
        self._process = process
        self._keys = count(1)

    @classmethod
    async def open(cls, settings: Settings) -> Generation:
        """Start a nursery and wait until it has loaded the graph.

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
                "plangraph.server.nursery",
                str(theirs.fileno()),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        control.sendall(json.dumps(asdict(settings)).encode() + b"\n")
        control.setblocking(False)
        message = json.loads(await asyncio.wait_for(_line(control), OPENING) or b'{"failed": "it did not start"}')
        if "failed" in message:
            control.close()
            await process.wait()
            raise StoreNotFound(message["failed"])
        return cls(control, process, message["ready"])

    async def fork(self) -> Worker:
        """Have a worker forked."""
        key = next(self._keys)
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [json.dumps({"fork": key}).encode() + b"\n"], [theirs.fileno()])
            except OSError as error:
                ours.close()
                raise Unavailable("the server cannot start a worker now") from error
        reader, writer = await asyncio.open_unix_connection(sock=ours)
        return Worker(self, key, reader, writer)

    def kill(self, key: int) -> None:
        """End a worker at once."""
        try:
            self._control.send(json.dumps({"kill": key}).encode() + b"\n")
        except OSError:
            pass  # the nursery is gone, and its workers with it

    @property
    def alive(self) -> bool:
        """Whether the nursery is there."""
        return self._process.returncode is None

    async def close(self) -> None:
        """End the nursery with its workers."""
        self._control.close()
        await self._process.wait()


class Pool:
    """Workers of the current build.

    Parameters
    ----------
    settings : Settings
        The limits.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.generation: Generation
        self._idle: list[Worker] = []

    async def open(self) -> None:
        """Load the graph."""
        self.generation = await Generation.open(self.settings)

    async def run(self, job: Job) -> Reply:
        """Have a job done within the time limit.

        Raises
        ------
        Unavailable
            If it takes too long, or its worker dies.
        """
        worker = await self._take()
        try:
            reply = await asyncio.wait_for(worker.do(job), self.settings.time_limit)
        except BaseException as error:
            worker.end()
            if isinstance(error, TimeoutError):
                raise Unavailable(
                    f"the query ran longer than the limit of {self.settings.time_limit:g} seconds"
                ) from None
            if isinstance(error, OSError | EOFError):
                raise Unavailable(
                    "the query was ended: it needed more memory than the limit of "
                    f"{self.settings.memory_limit} MiB, or was too much for the engine"
                ) from error
            raise
        self._give_back(worker)
        return reply

    async def _take(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.generation is self.generation:
                return worker
            worker.end()
        return await self.generation.fork()

    def _give_back(self, worker: Worker) -> None:
        if worker.jobs < LIFE and worker.generation is self.generation:
            self._idle.append(worker)
        else:
            worker.end()

    async def close(self) -> None:
        """End all workers."""
        await self.generation.close()


async def _line(control: socket.socket) -> bytes:
    loop = asyncio.get_running_loop()
    data = b""
    while not data.endswith(b"\n"):
        part = await loop.sock_recv(control, 1 << 20)
        if not part:
            return b""
        data += part
    return data
