"""What is told of a job that somebody waits for."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tests.server.event_loop import run

from plangraph.errors import Unavailable
from plangraph.server.admission import running_jobs
from plangraph.server.admission.lanes import LONG, SHORT
from plangraph.server.admission.running_jobs import Entry, RunningJobs, text_of
from plangraph.server.workers.channel import Job, Reply

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_a_job_is_told_with_the_seconds_that_it_has_waited_and_then_run(monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([102.26, 110.5])
    monkeypatch.setattr(running_jobs, "time", SimpleNamespace(monotonic=lambda: next(now)))
    entry = Entry(3, "192.0.2.7", LONG, "ASK {}", since=101.0)

    assert entry.told() == {
        "number": 3,
        "client": "192.0.2.7",
        "state": "waiting",
        "seconds": 1.3,
        "query": "ASK {}",
    }
    entry.began = 105.0
    told = entry.told()
    assert (told["state"], told["seconds"]) == ("running", 5.5)


def test_a_job_is_known_by_its_query_as_far_as_that_is_kept_or_by_what_it_is_called() -> None:
    assert text_of(Job("sparql", {"text": "x" * 2001})) == "x" * 2000
    question = Job("question", {"name": "tiers"})
    assert text_of(question) == question.key


async def endless(entry: Entry) -> Reply:  # noqa: ARG001
    await asyncio.sleep(3600)
    return Reply(b"")


async def watched(jobs: RunningJobs, clients: Sequence[str]) -> list[asyncio.Task[Reply]]:
    tasks = [asyncio.ensure_future(jobs.watch(client, SHORT, Job("thing"), endless)) for client in clients]
    await asyncio.sleep(0)
    return tasks


def test_jobs_are_numbered_from_one_and_listed_as_they_came() -> None:
    async def work() -> None:
        jobs = RunningJobs()
        tasks = await watched(jobs, ("a", "b"))
        assert [(job["number"], job["client"]) for job in jobs.listed()] == [(1, "a"), (2, "b")]
        assert [jobs.end(number) for number in (0, 1, 2, 3)] == [False, True, True, False]
        for task in tasks:
            with pytest.raises(Unavailable, match="ended this query"):
                await task

    run(work())


def test_a_job_whose_client_left_is_cancelled_and_no_more_listed() -> None:
    async def work() -> None:
        jobs = RunningJobs()
        (task,) = await watched(jobs, ("a",))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert jobs.listed() == []

    run(work())
