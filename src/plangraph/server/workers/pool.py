"""The workers as the server sees them: handed a job, awaited, ended when they take too long, replaced."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plangraph.build import layout
from plangraph.errors import Busy, StoreNotFound, Unavailable
from plangraph.opening import is_url
from plangraph.server.settings import FORK, MIB
from plangraph.server.workers.channel import Job
from plangraph.server.workers.generation import Generation
from plangraph.server.workers.spawning import SpawnedGeneration
from plangraph.server.workers.spill import TIRING
from plangraph.words import Words

if TYPE_CHECKING:
    from plangraph.server.http.metrics import Metrics
    from plangraph.server.settings import Settings
    from plangraph.server.workers.channel import Reply
    from plangraph.server.workers.generation import Worker
    from plangraph.server.workers.spawning import SpawnedWorker
    from plangraph.server.workers.spill import Spilled

LIFE = 2000  # jobs that a worker does before it is replaced
WATCH = 1.0  # seconds between looks at a folder
ASKING = 10.0  # seconds between questions to an endpoint, whether it holds another build


class _Died(Exception):
    """A worker ended before it had answered."""


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
        The forkserver of the build that answers.
    spilled : int
        Bytes of large answers that wait in files to be read.
    """

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.settings = settings
        self.generation: Generation | SpawnedGeneration
        self._kind = Generation if settings.workers_by == FORK else SpawnedGeneration
        self.spilled = 0
        self._metrics = metrics
        metrics.register("plangraph_spilled_bytes", "gauge", "Bytes of answers in files.", lambda: self.spilled)
        self._idle: list[Worker | SpawnedWorker] = []
        self._watching: asyncio.Task[None] | None = None
        self._outdated = False

    async def open(self) -> None:
        """Load the graph, and watch for new builds from now on."""
        mark = self._mark()
        self.generation = await self._kind.open(self.settings)
        self._watching = asyncio.create_task(self._watch(mark))

    async def run(self, job: Job) -> Reply:
        """Run a job within the time limit; a job only reads, and so it is run again if its worker dies.

        Raises
        ------
        Unavailable
            If it takes too long, or its worker dies twice.
        """
        deadline = asyncio.get_running_loop().time() + self.settings.time_limit
        try:
            return await self._attempt(job, deadline)
        except _Died:
            with suppress(_Died):
                return await self._attempt(job, deadline)
        raise Unavailable(
            Words(
                "問い合わせの処理が二度続けて途中で終わりました。"
                f"上限 memory-limit（{self.settings.memory_limit} MiB）を超えたか、エンジンの手に余りました",
                "the process that answers the query ended twice: it needed more than the limit memory-limit, "
                f"{self.settings.memory_limit} MiB, or was too much for the engine",
            )
        )

    async def _attempt(self, job: Job, deadline: float) -> Reply:
        worker = self._take()
        worker.generation.busy += 1
        whole = False
        try:
            async with asyncio.timeout_at(deadline):
                reply = await worker.do(job)
            whole = reply.size <= TIRING
        except TimeoutError:
            raise Unavailable(
                Words(
                    f"問い合わせが上限 time-limit（{self.settings.time_limit:g} 秒）のうちに終わりませんでした",
                    f"the query ran longer than the limit time-limit, {self.settings.time_limit:g} seconds",
                )
            ) from None
        except (OSError, EOFError):
            self._metrics.lost += 1
            raise _Died from None
        finally:
            worker.generation.busy -= 1
            self._give_back(worker, whole=whole)
        self._metrics.observe(reply.seconds)
        if reply.file is not None:
            self._admit(reply.file)
        if reply.identity != worker.generation.identity:
            self._outdated = True
        return reply

    def _admit(self, file: Spilled) -> None:
        """Count what waits in files to be read; beyond the limit it is given up."""
        limit = self.settings.spill
        if self.spilled + file.size > limit * MIB:
            file.close()
            raise Busy(
                Words(
                    f"読み取りを待つ大きな答えが、上限 spill（{limit} MiB）に達しています",
                    f"as many large answers wait to be read as the limit spill allows, {limit} MiB",
                )
            )
        self.spilled += file.size
        file.on_close = partial(self._read, file.size)

    def _read(self, size: int) -> None:
        self.spilled -= size

    def _take(self) -> Worker | SpawnedWorker:
        if self._idle:
            return self._idle.pop()
        self._metrics.started += 1
        return self.generation.fork()

    def _give_back(self, worker: Worker | SpawnedWorker, *, whole: bool) -> None:
        if whole and worker.jobs < LIFE and worker.generation is self.generation:
            self._idle.append(worker)
            return
        worker.end()
        self._metrics.ended += not whole
        if worker.generation is not self.generation and not worker.generation.busy:
            worker.generation.close()

    def _mark(self) -> object:
        """Return what changes when a new build becomes the current one."""
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
                self._change(await self._kind.open(self.settings))
                mark, self._outdated = now, False

    def _change(self, new: Generation | SpawnedGeneration) -> None:
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
        for worker in self._idle:
            worker.end()
        self.generation.close()
        await self.generation.gone()
