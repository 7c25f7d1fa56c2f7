"""What the routes share: jobs done in turn, kept answers, and replies as HTTP answers."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.requests import ClientDisconnect

from plangraph import iris, queries
from plangraph.errors import QuestionError
from plangraph.server.admission.cache import Cache
from plangraph.server.admission.fair_queue import FairQueue, client_name
from plangraph.server.admission.guard import Reading, check
from plangraph.server.admission.lanes import LONG, SHORT, Lanes
from plangraph.server.admission.running_jobs import RunningJobs, text_of
from plangraph.server.http import log, process_metrics
from plangraph.server.http.bodies import WORTH_PACKING, pack, respond, takes_gzip
from plangraph.server.http.caching import etag, is_known, not_modified
from plangraph.server.http.metrics import Metrics
from plangraph.server.http.problems import problem
from plangraph.server.http.static_files import File, Files, json_file
from plangraph.server.settings import MIB
from plangraph.server.workers.pool import Pool
from plangraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from plangraph.queries import Question
    from plangraph.server.admission.running_jobs import Entry
    from plangraph.server.settings import Settings
    from plangraph.server.workers.channel import Job, Reply

VARY = "Accept, Accept-Language, Accept-Encoding"
QUICKLY_READ = 4000  # characters of a query
DOCUMENTS = 8  # how many are kept

remembered = lru_cache(maxsize=1000)(check)


class Service:
    """The workers, whose turn it is, and the answers that are kept.

    Parameters
    ----------
    settings : Settings
        The limits.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.pool = Pool(settings, self.metrics)
        self.queue = FairQueue(settings)
        self.lanes = Lanes()
        self.running = RunningJobs()
        self.cache = Cache(settings.cache * MIB)
        self._register()
        self.files = Files()
        self._reading = asyncio.Lock()
        self._questions: tuple[object, dict[str, Question]] = (None, {})
        self._documents: tuple[object, dict[str, File]] = (None, {})

    @property
    def about(self) -> dict[str, Any]:
        """The manifest of the build that answers."""
        return self.pool.generation.about

    @property
    def identity(self) -> str:
        """The identity of the build that answers."""
        return self.pool.generation.identity

    @property
    def questions(self) -> dict[str, Question]:
        """The questions by every name that they answer to, read anew with each build."""
        if self._questions[0] is not self.about:
            with suppress(QuestionError):  # one that cannot be read leaves those of the build before
                library = queries.Library(tuple(map(Path, self.about["questions"])))
                plan = self.about["plan"]
                city = next((key for key in self.about["datasets"] if plan.startswith(f"{iris.thing(key)}/")), "")
                here = {name: question.among(plan, city) for name, question in library.by_name().items()}
                self._questions = (self.about, here)
        return self._questions[1]

    def document(self, name: str, make: Callable[[list[Question]], object]) -> File:
        """Return a JSON document about the listed questions, written once for each time that they are read."""
        questions = self.questions
        if self._documents[0] is not questions:
            self._documents = (questions, {})
        kept = self._documents[1]
        if len(kept) > DOCUMENTS:  # one for each base path that a proxy names
            kept.clear()
        if name not in kept:
            named = (question for name, question in questions.items() if question.name == name)
            kept[name] = json_file(make([question for question in named if not question.internal]))
        return kept[name]

    async def read(self, text: str) -> Reading:
        """Read a query with the guard; a long one beside the event loop, one at a time.

        Raises
        ------
        QueryRefused, TooLarge
            If it is not to be run.
        """
        graphs = self.pool.generation.known_graphs
        if len(text) <= QUICKLY_READ:
            return remembered(text, self.settings, graphs)
        async with self._reading:
            return await asyncio.to_thread(check, text, self.settings, graphs)

    def tag(self, *parts: str, identity: str = "") -> str:
        """Return the entity tag of what is made from these parts and a build: the present one, or the one named."""
        return etag(identity or self.identity, __version__, *parts)

    async def reply(self, request: Request, job: Job, *, keep: bool = True) -> Reply:
        """Run a job for a request, or return the answer that is kept.

        Parameters
        ----------
        request : Request
            The request; if its client goes away, the work is ended.
        job : Job
            The job.
        keep : bool
            Whether the answer is the same every time.

        Raises
        ------
        Busy, Unavailable
            If it cannot be done now.
        """
        kept = self.cache.get(self.identity, job.key) if keep else None
        request.state.kept = kept is not None
        if kept is not None:
            return kept
        client = client_name(request.client.host if request.client else "")
        reply = await _while_connected(request, self.work(client, job))
        request.state.seconds = reply.seconds
        if reply.fault:
            self.metrics.faults += 1
            request.state.fault = reply.fault
        if keep and not reply.is_error and self.cache.takes(reply.size):
            reply = await self._keep(request, job, reply)
        return reply

    async def _keep(self, request: Request, job: Job, reply: Reply) -> Reply:
        """Keep an answer; return it as it is to be sent."""
        body = await asyncio.to_thread(reply.whole) if reply.file else reply.body
        packed = await pack(body) if len(body) > WORTH_PACKING and takes_gzip(request) else None
        self.cache.put(job.key, replace(reply, body=body, packed=packed, file=None))
        return replace(reply, packed=packed)

    async def answer(
        self, request: Request, job: Job, *, keep: bool = True, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Answer a request by having a job done, or by telling the client that it has the answer."""
        tag = self.tag(job.key) if keep else None
        if tag and is_known(request, tag):
            return not_modified(tag, VARY)
        reply = await self.reply(request, job, keep=keep)
        if reply.is_error:
            return problem(reply.status, reply.words(), place=reply.place)
        fields = {"X-Plangraph-Build": reply.identity} | ({"X-Plangraph-Cut": reply.cut} if reply.cut else {})
        tag = self.tag(job.key, identity=reply.identity) if keep else None  # of the build that answered
        body = reply.file or reply.body
        fields |= headers or {}
        return await respond(request, body, reply.media, tag, VARY, headers=fields, packed=reply.packed)

    def _register(self) -> None:
        register, queue, cache = self.metrics.register, self.queue, self.cache
        register("plangraph_queries_running", "gauge", "Queries at work.", lambda: queue.running)
        register("plangraph_queries_waiting", "gauge", "Queries that wait for a worker.", lambda: queue.waiting)
        for lane in (SHORT, LONG):
            about = f"Queries that wait in the lane of {lane} ones."
            register(f"plangraph_queries_waiting_{lane}", "gauge", about, partial(queue.waiting_in, lane))
        process_metrics.register(self.metrics, lambda: self.pool.generation.process)
        register("plangraph_cache_bytes", "gauge", "Bytes of kept answers.", lambda: cache.used)
        register("plangraph_cache_hits_total", "counter", "Answers that were kept.", lambda: cache.hits)
        register("plangraph_cache_misses_total", "counter", "Answers that were not.", lambda: cache.misses)

    async def work(self, client: str, job: Job) -> Reply:
        """Run a job for a client when its turn comes.

        Raises
        ------
        Busy, Unavailable
            If it cannot be done now, or is ended by whoever runs the server.
        """
        lane = self.lanes.of(job)
        return await self.running.watch(client, lane, job, partial(self._do, job))

    async def _do(self, job: Job, entry: Entry) -> Reply:
        async with self.queue.turn(entry.client, entry.lane):
            entry.began = time.monotonic()
            try:
                return await self.pool.run(job)
            finally:
                seconds = time.monotonic() - entry.began
                self.lanes.note(job, seconds)
                if seconds >= self.settings.slow_query:
                    log.slow(entry.client, text_of(job), seconds)


async def _while_connected(request: Request, work: Coroutine[Any, Any, Reply]) -> Reply:
    """Await work that is given up when the client goes away."""
    task, gone = asyncio.current_task(), False

    def give_up(leaving: asyncio.Task[None]) -> None:
        nonlocal gone
        if task and not leaving.cancelled():
            gone = True
            task.cancel()

    leaving = asyncio.ensure_future(_left(request))
    leaving.add_done_callback(give_up)
    try:
        return await work
    except asyncio.CancelledError:
        if gone and task and not task.uncancel():
            raise ClientDisconnect from None
        raise
    finally:
        leaving.remove_done_callback(give_up)
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def service_of(request: Request) -> Service:
    """Return the service of the application that a request is to."""
    service = request.app.state.service
    assert isinstance(service, Service)  # noqa: S101 - for the type checker
    return service
