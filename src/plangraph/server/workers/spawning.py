"""Workers where the system has no fork: processes that load the graph themselves, as the server sees them."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from plangraph.errors import StoreNotFound
from plangraph.server.workers.channel import LENGTHS, Reply, packed, read_head
from plangraph.server.workers.generation import NOT_STARTED, OPENING
from plangraph.server.workers.spill import PIECE, SPILL, Spilled, new_file
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.server.settings import Settings
    from plangraph.server.workers.channel import Job

LINE = 1 << 24  # bytes of the longest description of a build


class SpawnedWorker:
    """A worker process, started with its first job.

    Parameters
    ----------
    generation : SpawnedGeneration
        The build that it is to load.
    """

    def __init__(self, generation: SpawnedGeneration) -> None:
        self.generation = generation
        self.jobs = 0
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> dict[str, Any]:
        """Start the process, and wait until it has loaded the graph.

        Raises
        ------
        StoreNotFound
            If there is nothing to load.
        """
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "plangraph.server.workers.spawned",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=LINE,
        )
        self._process = process
        assert process.stdin and process.stdout  # noqa: S101 - for the type checker
        process.stdin.write(json.dumps(self.generation.order).encode() + b"\n")
        said = await process.stdout.readline()
        message: dict[str, Any] = json.loads(said) if said else {"failed": NOT_STARTED}
        if "failed" in message:
            raise StoreNotFound(Words(*message["failed"]))
        ready: dict[str, Any] = message["ready"]
        return ready

    async def do(self, job: Job) -> Reply:
        """Run a job.

        Raises
        ------
        OSError, EOFError
            If the worker died.
        """
        if self._process is None:
            try:
                await self.start()
            except StoreNotFound as error:
                raise EOFError from error
        process = self._process
        assert process and process.stdin and process.stdout  # noqa: S101 - for the type checker
        self.jobs += 1
        process.stdin.write(packed(job))
        await process.stdin.drain()
        head, body = LENGTHS.unpack(await process.stdout.readexactly(LENGTHS.size))
        _, fields = read_head(await process.stdout.readexactly(head))
        if body <= SPILL:
            return Reply(await process.stdout.readexactly(body), **fields)
        return Reply(b"", **fields, file=await _kept(process.stdout, body))

    def end(self) -> None:
        """End the process at once."""
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()


class SpawnedGeneration:
    """The workers of one build, each a process of its own.

    Attributes
    ----------
    about, identity, known_graphs, busy
        As of :class:`plangraph.server.workers.generation.Generation`.
    order : dict
        What a worker is to load.
    """

    alive = True
    process = None

    def __init__(self, settings: Settings) -> None:
        self.order: dict[str, Any] = {"settings": asdict(settings), "build": ""}
        self.about: dict[str, Any] = {}
        self.identity = ""
        self.known_graphs: frozenset[str] = frozenset()
        self.busy = 0
        self._first: SpawnedWorker | None = None

    @classmethod
    async def open(cls, settings: Settings) -> SpawnedGeneration:
        """Start a first worker, and wait until it has loaded the graph.

        Raises
        ------
        StoreNotFound
            If there is nothing to load.
        """
        made = cls(settings)
        first = SpawnedWorker(made)
        async with asyncio.timeout(OPENING):
            made.about = await first.start()
        made.identity = made.about["identity"]
        made.known_graphs = frozenset(made.about["graphs"]).union(*made.about["scopes"].values())
        made.order["build"] = made.about["build"]
        made._first = first
        return made

    def fork(self) -> SpawnedWorker:
        """Return a worker: the first one, or another that is started with its first job."""
        worker, self._first = self._first or SpawnedWorker(self), None
        return worker

    def close(self) -> None:
        """End what was not needed."""
        if self._first:
            self._first.end()

    async def gone(self) -> None:
        """Wait for nothing: each worker is ended by itself."""


async def _kept(source: asyncio.StreamReader, size: int) -> Spilled:
    """Read a large body into a file, piece by piece."""
    file = Spilled(new_file(), size)
    while size:
        piece = await source.read(min(size, PIECE))
        if not piece:
            raise EOFError
        await asyncio.to_thread(file.add, piece)
        size -= len(piece)
    return file
