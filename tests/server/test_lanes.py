"""Short jobs have a lane of their own, so that no long query keeps them waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.server.event_loop import run

from plangraph.errors import Unavailable
from plangraph.server.admission.fair_queue import FairQueue
from plangraph.server.admission.lanes import LONG, NEWEST, SECONDS, SHORT, Lanes
from plangraph.server.admission.running_jobs import RunningJobs
from plangraph.server.settings import Settings
from plangraph.server.workers.channel import Job, Reply

if TYPE_CHECKING:
    from plangraph.server.admission.running_jobs import Entry


def test_free_queries_take_the_long_lane_and_others_by_what_they_took() -> None:
    lanes, question, other = Lanes(), Job("question", {"name": "x"}), Job("question", {"name": "y"})
    assert [lanes.of(job) for job in (Job("sparql"), question, Job("assist"), Job("thing"))] == [LONG, *[SHORT] * 3]
    lanes.note(question, 4 * SECONDS)
    assert [lanes.of(question), lanes.of(other)] == [LONG, SHORT]
    for _ in range(4):
        lanes.note(question, SECONDS / 10)
    assert lanes.of(question) == SHORT
    lanes.note(other, SECONDS / NEWEST)
    assert lanes.of(other) == SHORT
    lanes.note(other, SECONDS / NEWEST)
    assert lanes.of(other) == LONG


def test_a_job_is_long_beyond_a_quarter_of_a_second() -> None:
    for seconds, lane in ((0.24, SHORT), (0.26, LONG)):
        lanes, job = Lanes(), Job("thing")
        for _ in range(20):
            lanes.note(job, seconds)
        assert lanes.of(job) == lane


def test_what_a_job_took_weighs_three_tenths_and_what_it_took_before_the_rest() -> None:
    lanes, job = Lanes(), Job("thing")
    taken = []
    for seconds in (0.8, 0.26, 0.3):
        lanes.note(job, seconds)
        taken.append(lanes.of(job))
    assert taken == [SHORT, SHORT, LONG]  # by 0.24, 0.246 and 0.2622 seconds


def test_long_queries_of_all_clients_leave_one_worker_to_short_ones() -> None:
    async def work() -> None:
        queue = FairQueue(Settings("", workers=3))
        async with queue.turn("a", LONG), queue.turn("b", LONG):
            waiting = RunningJobs()

            async def wait(entry: Entry) -> Reply:
                async with queue.turn(entry.client, entry.lane):
                    return Reply(b"")

            assert (await waiting.watch("a", SHORT, Job("thing"), wait)).body == b""
            assert queue.waiting_in(LONG) == 0

            async def refuse(entry: Entry) -> Reply:
                waiting.end(entry.number)
                return await wait(entry)

            with pytest.raises(Unavailable, match="ended this query"):
                await waiting.watch("c", LONG, Job("sparql"), refuse)
            assert (queue.waiting, waiting.listed()) == (0, [])

    run(work())
