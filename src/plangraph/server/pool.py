"""The workers as the server sees them: handed a job, awaited, ended when they take too long, replaced."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangraph.build import layout
from plangraph.errors import StoreNotFound, Unavailable
from plangraph.opening import is_url
from plangraph.server.wire import Job, Replies, pack_job
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.server.metrics import Metrics
    from plangraph.server.settings import Settings
    from plangraph.server.wire import Reply

NOT_STARTED = Words("サーバーの処理を始められませんでした", "it did not start")
OPENING = 300.0
LIFE = 2000
WATCH = 1.0  # seconds between looks at a folder
ASKING = 10.0  # seconds between questions to an endpoint, whether it holds another build


class Worker:
    """A worker process, by the channel to it.

    Parameters
    ----------
    generation : Generation
        The nursery that it comes from.
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
        self._line: tuple[asyncio.Transport, Replies] | None = None

    async def do(self, job: Job) -> Reply:
        """Have a job done.

        Raises
        ------
        OSError, EOFError
            If the worker died.
        """
        if self._line is None:
            loop = asyncio.get_running_loop()
            self._line = await loop.create_unix_connection(Replies, sock=self._channel)
        transport, replies = self._line
        self.jobs += 1
        transport.write(pack_job(job))
        return await replies.next()

    def end(self) -> None:
        """End the process at once."""
        self.generation.kill(self.key)
        if self._line is None:
            self._channel.close()
        else:
            self._line[0].abort()


class Generation:
    """The nursery of one build and the workers that it forks.

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
        async with asyncio.timeout(OPENING):
            said = await _line(control)
        message: dict[str, Any] = json.loads(said) if said else {"failed": NOT_STARTED}
        if "failed" in message:
            control.close()
            await process.wait()
            raise StoreNotFound(Words(*message["failed"]))
        return cls(control, process, message["ready"])

    def fork(self) -> Worker:
        """Have a worker forked.

        Raises
        ------
        Unavailable
            If the nursery is gone.
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
        with suppress(OSError):  # the nursery may be gone, and its workers with it
            self._control.send(json.dumps({"kill": key}).encode() + b"\n")

    @property
    def alive(self) -> bool:
        """Whether the nursery is there."""
        return self._process.returncode is None

    def close(self) -> None:
        """End the nursery with its workers: it ends when nobody orders any more."""
        self._control.close()

    async def gone(self) -> None:
        """Wait until the nursery has ended."""
        await self._process.wait()


class Pool:
    """Workers of the current build.

    Parameters
    ----------
    settings : Settings
        The limits.
    metrics : Metrics
        Where workers are counted.

    Attributes
    ----------
    generation : Generation
        The nursery of the build that answers.
    """

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.settings = settings
        self.generation: Generation
        self._metrics = metrics
        self._idle: list[Worker] = []
        self._watching: asyncio.Task[None] | None = None
        self._outdated = False

    async def open(self) -> None:
        """Load the graph, and watch for new builds from now on."""
        mark = self._mark()
        self.generation = await Generation.open(self.settings)
        self._watching = asyncio.create_task(self._watch(mark))

    async def run(self, job: Job) -> Reply:
        """Have a job done within the time limit.

        Raises
        ------
        Unavailable
            If it takes too long, or its worker dies.
        """
        worker = self._take()
        worker.generation.busy += 1
        whole = False
        try:
            async with asyncio.timeout(self.settings.time_limit):
                reply = await worker.do(job)
            whole = True
        except TimeoutError:
            raise Unavailable(
                Words(
                    f"問い合わせが上限 time-limit（{self.settings.time_limit:g} 秒）のうちに終わりませんでした",
                    f"the query ran longer than the limit time-limit, {self.settings.time_limit:g} seconds",
                )
            ) from None
        except (OSError, EOFError):
            self._metrics.lost += 1
            raise Unavailable(
                Words(
                    f"問い合わせを打ち切りました。上限 memory-limit（{self.settings.memory_limit} MiB）を超えたか、"
                    "エンジンの手に余りました",
                    "the query was ended: it needed more than the limit memory-limit, "
                    f"{self.settings.memory_limit} MiB, or was too much for the engine",
                )
            ) from None
        finally:
            worker.generation.busy -= 1
            self._give_back(worker, whole=whole)
        self._metrics.observe(reply.seconds)
        if reply.identity != worker.generation.identity:
            self._outdated = True
        return reply

    def _take(self) -> Worker:
        if self._idle:
            return self._idle.pop()
        self._metrics.started += 1
        return self.generation.fork()

    def _give_back(self, worker: Worker, *, whole: bool) -> None:
        if whole and worker.jobs < LIFE and worker.generation is self.generation:
            self._idle.append(worker)
            return
        worker.end()
        self._metrics.ended += not whole
        if worker.generation is not self.generation and not worker.generation.busy:
            worker.generation.close()

    def _mark(self) -> object:
        """Give what changes when a new build becomes the current one."""
        with suppress(OSError):
            status = (Path(self.settings.store) / layout.CURRENT).stat()
            return status.st_mtime_ns, status.st_ino
        return None

    async def _watch(self, mark: object) -> None:
        asked = time.monotonic()
        while True:
            await asyncio.sleep(WATCH)
            if is_url(self.settings.store) and time.monotonic() > asked + ASKING:
                with suppress(Unavailable):
                    await self.run(Job("identity"))
                asked = time.monotonic()
            now = self._mark()
            if (now == mark or now is None) and self.generation.alive and not self._outdated:
                continue
            with suppress(StoreNotFound, OSError, TimeoutError):  # the build before goes on answering
                self._change(await Generation.open(self.settings))
                mark, self._outdated = now, False

    def _change(self, new: Generation) -> None:
        old, self.generation = self.generation, new
        idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()
        self._metrics.builds += 1
        if not old.busy:
            old.close()

    async def close(self) -> None:
        """End all workers."""
        if self._watching:
            self._watching.cancel()
        self.generation.close()
        await self.generation.gone()


async def _line(control: socket.socket) -> bytes:
    loop = asyncio.get_running_loop()
    data = b""
    while not data.endswith(b"\n"):
        part = await loop.sock_recv(control, 1 << 20)
        if not part:
            return b""
        data += part
    return data
