"""Clients that leave at any moment: whatever is under way ends there, and what it held is free again."""

from __future__ import annotations

import asyncio
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pytest
from starlette.requests import ClientDisconnect, Request
from tests.server.event_loop import run
from tests.server.serving import serving

from plangraph.errors import Unavailable
from plangraph.server.admission.fair_queue import FairQueue
from plangraph.server.service import Service
from plangraph.server.settings import Settings
from plangraph.server.workers.channel import Job, Reply

if TYPE_CHECKING:
    from pathlib import Path

    from plangraph.server.workers.pool import Pool

TICKS = 12  # turns of the event loop; everything below has ended, or waits for good, long before
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


async def ticks(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0)


async def held(queue: FairQueue, client: str) -> None:
    async with queue.turn(client):
        await asyncio.sleep(3600)


@pytest.mark.parametrize("first", range(4))
@pytest.mark.parametrize("second", range(4))
def test_two_that_leave_at_once_take_no_turn(first: int, second: int) -> None:
    async def leave() -> None:
        queue = FairQueue(Settings("", workers=1))
        one, two = (asyncio.ensure_future(held(queue, "a")) for _ in range(2))
        await ticks(TICKS)
        for tick in range(4):
            if tick == first:
                one.cancel()
            if tick == second:
                two.cancel()
            await asyncio.sleep(0)
        await ticks(TICKS)
        assert one.cancelled()
        assert two.cancelled()
        assert (queue.running, queue.waiting) == (0, 0)

    run(leave())


def test_a_turn_that_does_not_come_in_time_is_refused_and_leaves_the_queue() -> None:
    async def wait() -> None:
        queue = FairQueue(Settings("", workers=1, queue_time=0.01))
        holder = asyncio.ensure_future(held(queue, "a"))
        await ticks(TICKS)
        with pytest.raises(Unavailable, match="queue-time"):
            await held(queue, "b")
        assert (queue.running, queue.waiting) == (1, 0)
        holder.cancel()
        await ticks(TICKS)
        assert (queue.running, queue.waiting) == (0, 0)

    run(wait())


def test_a_turn_that_comes_as_the_time_runs_out_is_taken_or_passed_on() -> None:
    async def late() -> None:
        queue = FairQueue(Settings("", workers=1, queue_time=0.01))
        one, two = (asyncio.ensure_future(held(queue, "a")) for _ in range(2))
        await ticks(TICKS)
        time.sleep(0.02)  # so that the time is out in the very tick in which the turn comes
        one.cancel()
        await ticks(TICKS)
        assert two.done() is (queue.running == 0)
        two.cancel()
        await ticks(TICKS)
        assert isinstance(two.exception(), Unavailable) if not two.cancelled() else True
        assert (queue.running, queue.waiting) == (0, 0)

    run(late())


class StandIn:
    """A worker, and its own generation, that answers after some ticks."""

    identity = "a"
    busy = 0
    jobs = 0

    def __init__(self, wait: int) -> None:
        self.generation = self
        self.ended = False
        self._wait = wait

    def fork(self) -> StandIn:
        return self

    async def do(self, job: Job) -> Reply:  # noqa: ARG002
        await ticks(self._wait)
        return Reply(b"{}", identity="a")

    def end(self) -> None:
        self.ended = True


def pool_with(worker: StandIn, service: Service) -> Pool:
    pool = service.pool
    pool.generation = worker  # type: ignore[assignment]
    return pool


@pytest.mark.parametrize("tick", range(TICKS))
def test_a_job_that_is_given_up_at_any_moment_leaves_no_worker_at_work(tick: int) -> None:
    async def give_up() -> None:
        worker = StandIn(wait=5)
        pool = pool_with(worker, Service(Settings("")))
        task = asyncio.ensure_future(pool.run(Job("sparql")))
        await ticks(tick)
        task.cancel()
        await ticks(TICKS)
        assert task.done()
        assert worker.busy == 0
        assert worker.ended is (task.cancelled() and tick > 0)  # one that has answered is used again

    run(give_up())


@pytest.mark.parametrize("tick", range(TICKS))
def test_a_client_that_leaves_at_any_moment_leaves_nothing_running(tick: int) -> None:
    async def leave() -> None:
        service = Service(Settings(""))
        worker = StandIn(wait=5)
        pool_with(worker, service)
        here = True

        async def receive() -> dict[str, str]:
            await ticks(tick if here else 0)
            return {"type": "http.disconnect"}

        request = Request({"type": "http", "client": ("127.0.0.1", 1), "headers": [], "state": {}}, receive)
        task = asyncio.ensure_future(service.reply(request, Job("sparql"), keep=False))
        await ticks(3 * TICKS)
        assert task.done()
        assert task.cancelling() == 0 or task.exception()
        assert isinstance(task.exception(), ClientDisconnect) or task.result().body == b"{}"
        assert worker.busy == 0
        assert (service.queue.running, service.queue.waiting) == (0, 0)

    run(leave())


def test_heavy_queries_whose_sockets_close_together_do_not_block_their_client(
    minato_folder: Path, tmp_path: Path
) -> None:
    with serving(minato_folder, tmp_path / "log", "--workers", "2", "--time-limit", "30") as server:
        address = httpx.URL(server.url)
        for _ in range(5):
            line = f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n"
            sockets = [socket.create_connection((address.host, address.port or 80)) for _ in range(3)]
            for each in sockets:
                each.sendall(line.encode())
            time.sleep(0.3)
            for each in sockets:
                each.close()
        start = time.monotonic()
        assert httpx.post(f"{server.url}/sparql", data={"query": "ASK {}"}, timeout=60).status_code == 200
        assert time.monotonic() - start < 25  # less than the time limit
